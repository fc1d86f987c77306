import Foundation
import HearsayRecords

/// The unit tests of PETRARCH, an older coder of events, from the raw sentences: it is given their parses and its own dictionary.
///
/// Their codes are those of WEIS and of dictionaries made up for the tests, so only the root counts, in our types, and who does it
/// to whom. Lands and people are made up, and called as the tests' own list of actors has them.
enum PetrarchTests {
  private static let tests = "events/petrarch-unit-tests.xml"
  private static let actors = "events/dictionaries/PETR.Validate.actors.txt"

  static let measure = Measure(name: "events.petrarch", needs: [tests, actors], run: run)

  private struct Test {
    let id, text: String
    /// Source, target and code of each event; empty if there is none to be coded.
    let dyads: [(source: String, target: String, code: String)]
  }

  /// What the roots of WEIS are among our types; of what is only a comment, that the source says something.
  private static let types: [String: Set<EventType>] = [
    "01": [.concede, .retreat, .request], "03": [.consult, .agree, .cooperate],
    "04": [.support], "05": [.agree, .aid], "06": [.support, .cooperate, .concede, .agree],
    "07": [.aid], "08": [.agree, .cooperate, .concede], "09": [.request], "10": [.request, .agree],
    "11": [.reject, .accuse], "12": [.accuse], "13": [.accuse, .protest], "14": [.reject],
    "15": [.request], "16": [.threaten, .accuse], "17": [.threaten, .coerce, .sanction],
    "18": [.protest, .mobilize], "19": [.sanction, .reject, .assault],
    "20": [.sanction, .coerce], "21": [.coerce], "22": [.assault],
    // Codes made up for the tests: ties abandoned and money given, clashes that there are not, memos welcomed.
    "34": [.sanction, .reject], "80": [.agree, .concede],
    "90": [.sanction, .reject, .aid, .accuse, .assault],
    "91": [.support],
  ]
  private static let comment = "02"

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let tests = try tests(in: decoded(data.appending(path: tests)))
    let names = try names(in: decoded(data.appending(path: actors)))
    let readings = try Dyads.readings(tests.map(\.text), named: "petrarch")
    let isDetailed = ProcessInfo.processInfo.environment["HEARSAY_DETAILS"] != nil
    var all = 0
    var some = 0
    for (test, reading) in zip(tests, readings) {
      guard let reading else { continue }
      let found = test.dyads.map { isFound($0, in: reading, names) }
      let isRight =
        test.dyads.isEmpty ? !reading.events.contains(where: isDyad) : found.allSatisfy { $0 }
      if isRight { all += 1 }
      if isRight || found.contains(true) { some += 1 }
      if isDetailed, !isRight { print("  \(test.id) | \(test.dyads) | \(test.text)") }
    }
    print("         \(all) of \(tests.count) with all that is coded, \(some) with some of it")
    return [
      Score(
        key: "events.petrarch", value: Double(all) / Double(max(tests.count, 1)), of: tests.count)
    ]
  }

  private static func isDyad(_ event: Event) -> Bool {
    !event.actors.isEmpty && !event.recipients.isEmpty
      && [.happened, .ongoing].contains(event.status)
  }

  private static func isFound(
    _ dyad: (source: String, target: String, code: String), in reading: Reading,
    _ names: [String: [String]]
  ) -> Bool {
    let dyads = Dyads(reading)
    let text = reading.report.text.lowercased()
    func isNamed(_ told: [String], _ code: String) -> Bool {
      // A party without a land of its own ("---GOV") may be anybody; one whose names the sentence lacks is coded by its words.
      let wanted = (names[String(code.prefix(3))] ?? []).filter { text.contains($0) }
      return wanted.isEmpty
        || told.contains { told in wanted.contains { told.lowercased().contains($0) } }
    }
    if dyad.code.hasPrefix(comment) {
      return reading.claims.contains { isNamed(dyads.speakers(of: $0), dyad.source) }
    }
    let types = types[String(dyad.code.prefix(2))] ?? []
    return reading.events.contains { event in
      let sides = dyads.sides(of: event)
      return types.contains(event.type) && !sides.sources.isEmpty && !sides.targets.isEmpty
        && isNamed(sides.sources.flatMap(dyads.names), dyad.source)
        && isNamed(sides.targets.flatMap(dyads.names), dyad.target)
    }
  }

  /// The tests but those of errors in PETRARCH's input.
  private static func tests(in file: String) -> [Test] {
    let file = file.replacing(/<!--(.|\n)*?-->/, with: "")
    return file.matches(of: /<Sentence ([^>]*)>((.|\n)*?)<\/Sentence>/).compactMap { match in
      let body = match.2
      guard let id = match.1.firstMatch(of: /id\s*=\s*"([^"]*)"/)?.1,
        let text = body.firstMatch(of: /<Text>((.|\n)*?)<\/Text>/)?.1
      else { return nil }
      let codings = body.matches(of: /<EventCoding\s+([^>]*?)\/?>/).map { $0.1 }
      guard !codings.contains(where: { $0.contains("error") }) else { return nil }
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return Test(
        id: String(id), text: words.replacing("&amp;", with: "&"),
        dyads: codings.compactMap { coding in
          guard let code = value("eventcode", of: coding) else { return nil }
          return (
            value("sourcecode", of: coding) ?? "", value("targetcode", of: coding) ?? "", code
          )
        })
    }
  }

  private static func value(_ name: String, of coding: Substring) -> String? {
    guard let start = coding.firstRange(of: name + "=") else { return nil }
    return coding[start.upperBound...].firstMatch(of: /^['"]+([^'"]*)['"]/).map { String($0.1) }
  }

  /// The names of the tests' list by the three letters with which their codes begin.
  private static func names(in file: String) -> [String: [String]] {
    var names: [String: [String]] = [:]
    // An actor: its names ("+" before the others) and the codes that it has at one time or another.
    var actor: (names: [String], codes: Set<String>) = ([], [])
    func add() {
      for code in actor.codes { names[code, default: []] += actor.names }
    }
    for line in file.replacing(/<!--(.|\n)*?-->/, with: "").split(whereSeparator: \.isNewline) {
      let line = line.prefix { $0 != "#" }
      let name = line.prefix { $0 != "[" }.trimmingCharacters(in: .whitespaces)
      if !name.isEmpty {
        if !name.hasPrefix("+") {
          add()
          actor = ([], [])
        }
        actor.names.append(
          name.lowercased().replacing("_", with: " ").trimmingCharacters(in: ["+", " "]))
      }
      for codes in line.matches(of: /\[([A-Za-z\/]+)/) {
        actor.codes.formUnion(codes.1.split(separator: "/").map { String($0.prefix(3)) })
      }
    }
    add()
    return names
  }
}
