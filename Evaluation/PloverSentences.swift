import Foundation
import HearsayRecords

/// The types of events between a marked source and target, in sentences coded for PLOVER.
///
/// Nothing is trained on them.
enum PloverSentences {
  static let measure = Measure(
    name: "events.plover", needs: ["events/plv/PLV_train.tsv"], run: run)

  private struct Coded {
    let text, source, target, root: String

    init?(_ line: Substring) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 10 else { return nil }
      (text, source, target, root) = (cells[2], cells[4], cells[5], cells[9])
    }
  }

  /// What the roots of CAMEO are among those that the coders tell apart; they have one word for conceding and for retreating.
  private static let roots = [
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE",
    "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT",
    "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
  ]
  /// Codes that PLOVER's own table of CAMEO's codes puts elsewhere: embargoes, blockades, occupation, destruction, repression.
  private static let moved = [
    "163": "COERCE", "191": "COERCE", "192": "COERCE", "1712": "ASSAULT", "175": "ASSAULT",
  ]

  /// What the coders call an event: the root of its CAMEO code, or its type where it has none.
  ///
  /// By that scheme what is only promised is an agreement, what is demanded a request, what is threatened a threat and what is
  /// refused a rejection, whatever it would be.
  private static func root(_ event: Event) -> String {
    if let code = event.cameo, let root = moved[code] ?? roots[String(code.prefix(2))] {
      return root
    }
    return event.type == .concede || event.type == .retreat ? "YIELD" : event.type.rawValue
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let file = try decoded(data.appending(path: "events/plv/PLV_train.tsv"))
    let coded = file.split(whereSeparator: \.isNewline).dropFirst().compactMap(Coded.init)
    let readings = try Dyads.readings(coded.map(\.text), named: "plover")
    let told = zip(coded, readings).map { coded, reading in
      reading.flatMap { Dyads($0).event(from: coded.source, to: coded.target) }.map(root)
    }
    if ProcessInfo.processInfo.environment["HEARSAY_DETAILS"] != nil {
      for (coded, told) in zip(coded, told) where coded.root != told {
        print("  \(coded.root) | \(told ?? "-") | \(coded.text)")
      }
    }
    var sum = 0.0
    let roots = Set(coded.map(\.root)).sorted()
    for root in roots {
      let wanted = coded.count { $0.root == root }
      let found = told.count { $0 == root }
      let right = zip(coded, told).count { $0.root == root && $1 == root }
      let f1 = 2 * Double(right) / Double(max(wanted + found, 1))
      sum += f1
      print("         \(root): \(rounded(f1)) (\(right) right of \(found) told, \(wanted) coded)")
    }
    let right = zip(coded, told).count { $0.root == $1 }
    return [
      Score(key: "events.plover.f1", value: sum / Double(max(roots.count, 1)), of: coded.count),
      Score(
        key: "events.plover.accuracy", value: Double(right) / Double(max(coded.count, 1)),
        of: coded.count),
    ]
  }
}
