import Foundation
import Hearsay
import HearsayRecords

/// How sure a report is of who did it, on the MUC corpora: all capitals, unknown to the model's training.
///
/// An organisation of a template is found if Hearsay records it as acting in violence, as blamed, or as claiming
/// or denying responsibility. What Hearsay records of it, at the place where the template's targets are told if it
/// is told at several, is put in MUC's terms and compared. Tuned on `dev`; `tst1` and `tst2` are only measured.
enum Perpetrators {
  static let development = Measure(name: "claims.muc.dev", needs: ["muc34/CORPORA/dev"]) { data in
    _ = try measure(data, ["dev"])
    return []
  }

  static let test = Measure(
    name: "claims.muc.test", needs: ["muc34/CORPORA/tst1", "muc34/CORPORA/tst2"]
  ) { data in
    let outcome = try measure(data, ["tst1", "tst2"])
    return [
      Score(key: "claims.muc.perpetrators", value: outcome.recall, of: outcome.texts),
      Score(key: "claims.muc.confidence", value: outcome.accuracy, of: outcome.texts),
    ]
  }

  private struct Outcome {
    var texts = 0
    var wanted = 0
    var wantedFound = 0
    var found = 0
    var right = 0
    var rightByClass = 0
    /// Counts by what the template says first and what Hearsay says.
    var confusion: [String: [String: Int]] = [:]

    var recall: Double { Double(wantedFound) / Double(max(wanted, 1)) }
    var accuracy: Double { Double(right) / Double(max(found, 1)) }
  }

  private static func measure(_ data: URL, _ parts: [String]) throws -> Outcome {
    let documents = try parts.flatMap {
      try MUCDocument.part(data.appending(path: "muc34/CORPORA/\($0)"))
    }.filter { !$0.perpetrators.isEmpty }
    let reader = try Hearsay.Reader(
      Resources(environment: ProcessInfo.processInfo.environment))
    let details = ProcessInfo.processInfo.environment["HEARSAY_DETAILS"] != nil
    let told = concurrently(documents.count) { index, workspace in
      answers(documents[index], reader, workspace)
    } makeWorkspace: {
      reader.makeWorkspace()
    }
    var outcome = Outcome()
    outcome.texts = documents.count
    for (document, answers) in zip(documents, told) {
      for (perpetrator, answer) in zip(document.perpetrators, answers) {
        if !perpetrator.isOptional { outcome.wanted += 1 }
        if details { print(line(document, perpetrator, answer)) }
        guard let answer else { continue }
        if !perpetrator.isOptional { outcome.wantedFound += 1 }
        outcome.found += 1
        if perpetrator.confidences.contains(answer) { outcome.rightByClass += 1 }
        let merged = Set(perpetrator.confidences.map(merge))
        if merged.contains(merge(answer)) { outcome.right += 1 }
        let shown =
          perpetrator.confidences.contains(answer)
          ? answer : perpetrator.confidences.min { $0.rawValue < $1.rawValue } ?? answer
        outcome.confusion[shown.rawValue, default: [:]][answer.rawValue, default: 0] += 1
      }
    }
    report(outcome)
    return outcome
  }

  /// Who accuses is a second question: the issue asks for four classes.
  private static func merge(_ confidence: MUCDocument.Confidence) -> MUCDocument.Confidence {
    confidence == .accusedByAuthorities ? .accused : confidence
  }

  private static func line(
    _ document: MUCDocument, _ perpetrator: MUCDocument.Perpetrator,
    _ answer: MUCDocument.Confidence?
  ) -> String {
    let wanted = perpetrator.confidences.map(\.rawValue).sorted().joined(separator: "/")
    let name = perpetrator.names[0].joined(separator: " ")
    return "  \(document.id) | \(name) | \(wanted) | \(answer?.rawValue ?? "-")"
  }

  private static func report(_ outcome: Outcome) {
    print(
      "         found \(outcome.wantedFound) of \(outcome.wanted) (\(rounded(outcome.recall)))"
        + ", with optional ones \(outcome.found)")
    print(
      "         confidence right: \(rounded(outcome.accuracy)) in four classes, "
        + rounded(Double(outcome.rightByClass) / Double(max(outcome.found, 1)))
        + " with the accusers told apart")
    for gold in MUCDocument.Confidence.allCases {
      guard let row = outcome.confusion[gold.rawValue] else { continue }
      let cells = MUCDocument.Confidence.allCases.map { told in
        let count = "\(row[told.rawValue] ?? 0)"
        return String(repeating: " ", count: max(0, 5 - count.count)) + count
      }
      let name = gold.rawValue.lowercased()
      print(
        "         \(name)\(String(repeating: " ", count: max(0, 36 - name.count)))\(cells.joined())"
      )
    }
  }

  // MARK: - What Hearsay says

  private static func answers(
    _ document: MUCDocument, _ reader: Hearsay.Reader, _ workspace: Workspace
  ) -> [MUCDocument.Confidence?] {
    guard
      let reading = try? reader.read(
        Array(document.text.utf8), ReadingRequest(address: document.id + ".txt"), workspace)
    else { return document.perpetrators.map { _ in nil } }
    let told = Responsibility(reading)
    return document.perpetrators.map { perpetrator in
      func isAbout(_ record: Responsibility.Record) -> Bool {
        record.names.contains { name in perpetrator.names.contains { isSame(name, $0) } }
      }
      let direct = told.records.filter(isAbout)
      let about = direct.isEmpty ? told.settled.filter(isAbout) : direct
      let here = about.filter { record in
        perpetrator.targets.contains { contains(record.passage, $0) }
      }
      return Responsibility.weighed(here.isEmpty ? about : here)
    }
  }

  /// Whether what Hearsay names is the organisation: its name stands in it ("GUERRILLAS OF THE FMLN"), or it is a
  /// shorter form of the name ("ARMY" for "SALVADORAN ARMY").
  private static func isSame(_ told: [String], _ wanted: [String]) -> Bool {
    guard let last = told.last else { return false }
    return contains(told, wanted)
      || last == wanted.last && Set(told).isSubset(of: Set(wanted))
  }

  private static func contains(_ words: [String], _ part: [String]) -> Bool {
    guard !part.isEmpty, part.count <= words.count else { return false }
    return words.indices.dropLast(part.count - 1).contains {
      words[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
