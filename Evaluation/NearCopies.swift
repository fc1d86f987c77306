import Foundation
import HearsayLedger
import HearsayRecords

/// Near copies: real articles of many outlets, copies of them with parts changed, and 10,000 invented reports for the time
/// that it takes.
enum NearCopies {
  static let measure = Measure(
    name: "copies", needs: ["stories", "ecbplus"], run: { try real($0) + invented() })

  /// A text and what it is known to tell of.
  private struct Text {
    let name: String
    let outlet: String
    let event: String
    let text: String

    // The name is held as the ledger holds addresses, so that the two can be compared.
    init(name: String, outlet: String, event: String, text: String) {
      self.name = ReportAddress.of(met: name, sha256: "")
      self.outlet = outlet
      self.event = event
      self.text = text
    }
  }

  /// What was done to a text.
  private enum Edit: String, CaseIterable {
    case headline, firstParagraph, half, tenth, third, every2nd

    var words: String {
      switch self {
      case .headline: "another headline"
      case .firstParagraph: "the first paragraph cut"
      case .half: "the second half cut"
      case .tenth: "10 % of the sentences replaced"
      case .third: "30 % of the sentences replaced"
      case .every2nd: "50 % of the sentences replaced"
      }
    }

    func apply(to text: String, from other: String, _ dice: inout Dice) -> String {
      let paragraphs = text.components(separatedBy: "\n").filter { !$0.isEmpty }
      switch self {
      case .headline:
        return (["Breaking: what we know"] + paragraphs.dropFirst()).joined(separator: "\n\n")
      case .firstParagraph:
        return (paragraphs.prefix(1) + paragraphs.dropFirst(2)).joined(separator: "\n\n")
      case .half:
        return paragraphs.prefix(max(2, paragraphs.count / 2)).joined(separator: "\n\n")
      case .tenth: return replaced(text, from: other, share: 0.1, &dice)
      case .third: return replaced(text, from: other, share: 0.3, &dice)
      case .every2nd: return replaced(text, from: other, share: 0.5, &dice)
      }
    }

    /// Exactly that share of the sentences is taken from another text.
    private func replaced(
      _ text: String, from other: String, share: Double, _ dice: inout Dice
    ) -> String {
      var sentences = NearCopies.sentences(of: text)
      let others = NearCopies.sentences(of: other)
      let count = Int((Double(sentences.count) * share).rounded())
      for index in sentences.indices.shuffled(using: &dice).prefix(count) {
        sentences[index] = others[Int.random(in: others.indices, using: &dice)]
      }
      return sentences.joined(separator: " ")
    }
  }

  private static func sentences(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { line in
      line.matches(of: /.+?(?:[.!?]["”’)]*(?=\s)|$)/).map { String($0.output) }
    }
  }

  private static func real(_ data: URL) throws -> [Score] {
    let texts = try stories(data.appending(path: "stories")) + ecb(data.appending(path: "ecbplus"))
    let ledger = try TemporaryLedger()
    for (number, text) in texts.enumerated() { try ledger.add(text.name, text.text, hour: number) }
    // Copies come from articles that are long enough to be told apart, and not made of others themselves.
    let snapshot = try Snapshot(path: ledger.path)
    let events = Dictionary(texts.map { ($0.name, $0) }) { first, _ in first }
    var tied = 0
    var right = 0
    var isCopy: Set<String> = []
    for line in try snapshot.reports() {
      guard let original = try snapshot.original(of: line) else { continue }
      isCopy.insert(line.address)
      tied += 1
      if events[line.address]?.event == events[original.report.address]?.event { right += 1 }
    }
    print(
      "         \(texts.count) articles: \(tied) tied, \(right) of them to one on the same event")
    let sources = texts.filter { !isCopy.contains($0.name) && $0.name.hasPrefix("http") }
    var dice = Dice(state: 1)
    var scores = [
      Score(key: "copies.precision", value: Double(right) / Double(max(tied, 1)), of: texts.count)
    ]
    for edit in Edit.allCases {
      for (number, source) in sources.enumerated() {
        let other = sources[(number + 1 + Int.random(in: 0..<50, using: &dice)) % sources.count]
        try ledger.add(
          "\(edit.rawValue) \(source.name)", edit.apply(to: source.text, from: other.text, &dice),
          hour: 100_000)
      }
    }
    try snapshot.refresh()
    for edit in Edit.allCases {
      var found = 0
      for source in sources {
        let copy = try snapshot.versions(of: "\(edit.rawValue) \(source.name)")
        let original = try copy.last.flatMap { try snapshot.original(of: $0) }
        if original?.report.address == source.name { found += 1 }
      }
      print("         \(edit.words): \(found) of \(sources.count) tied to their source")
      scores.append(
        Score(
          key: "copies.\(edit.rawValue)", value: Double(found) / Double(sources.count),
          of: texts.count))
    }
    return scores
  }

  private static func stories(_ folder: URL) throws -> [Text] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.filter { $0.hasSuffix(".json") }.compactMap { file in
      let json =
        try JSONSerialization.jsonObject(
          with: Data(contentsOf: folder.appending(path: file))) as? [String: Any]
      guard let json, let text = json["text"] as? String, let address = json["url"] as? String
      else { return nil }
      let cluster = json["newsCluster"] as? [String: Any]
      return Text(
        name: address, outlet: json["source_domain"] as? String ?? "",
        event: "\(cluster?["EventId"] ?? file)",
        text: (json["title"] as? String ?? "") + "\n" + text)
    }
  }

  /// Articles of one topic are on one event or on a look-alike of it, which the file's name tells.
  private static func ecb(_ folder: URL) throws -> [Text] {
    let topics = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try topics.filter { Int($0) != nil }.flatMap { topic in
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: topic).path)
      return try files.sorted().map { file in
        let xml = try String(
          contentsOf: folder.appending(path: "\(topic)/\(file)"), encoding: .utf8)
        let words = xml.matches(of: /<token [^>]*sentence="(\d+)"[^>]*>([^<]*)<\/token>/)
        return Text(
          name: "\(topic)/\(file)", outlet: "",
          event: topic + (file.contains("ecbplus") ? "plus" : ""),
          text: words.map { String($0.output.2) }.joined(separator: " "))
      }
    }
  }

  /// Reports of 20 outlets, each with the same 60 words under all of its reports; every tenth is a copy.
  private static func invented() throws -> [Score] {
    var dice = Dice(state: 2)
    let vocabulary = (0..<20_000).map { _ in String(dice.next() % 1_000_000, radix: 36) }
    func words(_ count: Int) -> String {
      // Frequent words are frequent, as Zipf found.
      (0..<count).map { _ in
        vocabulary[Int(pow(20_000, Double.random(in: 0..<1, using: &dice))) - 1]
      }.joined(separator: " ")
    }
    let footers = (0..<20).map { _ in words(60) }
    let ledger = try TemporaryLedger()
    var bodies: [String] = []
    var sources: [Int: Int] = [:]
    var seconds: [Double] = []
    let clock = ContinuousClock()
    for number in 0..<10_000 {
      var body = words(Int.random(in: 150...600, using: &dice))
      if number > 0, number % 10 == 0 {
        let source = Int.random(in: 0..<number, using: &dice)
        sources[number] = source
        body = words(30) + " " + bodies[source]
      }
      bodies.append(body)
      let text = body + "\n" + footers[Int.random(in: 0..<20, using: &dice)]
      let start = clock.now
      try ledger.add("\(number)", text, hour: number)
      let taken = (clock.now - start).components
      seconds.append(Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
    }
    let snapshot = try Snapshot(path: ledger.path)
    var found = 0
    var wrong = 0
    let start = clock.now
    for line in try snapshot.reports() {
      let original = try snapshot.original(of: line)
      guard let number = Int(line.address) else { continue }
      if sources[number] != nil, original != nil { found += 1 }
      if sources[number] == nil, original != nil { wrong += 1 }
    }
    let listing = clock.now - start
    func milliseconds(_ part: ArraySlice<Double>) -> String {
      (part.reduce(0, +) / Double(part.count) * 1_000).formatted(
        .number.precision(.fractionLength(2)))
    }
    print(
      "         10,000 invented reports: \(found) of \(sources.count) copies found, \(wrong) others; "
        + "ms to add a report: \(milliseconds(seconds[..<1_000])) among the first 1,000, "
        + "\(milliseconds(seconds[9_000...])) among the last, at most "
        + "\(((seconds.max() ?? 0) * 1_000).rounded()); listing all with their originals \(listing)"
    )
    return [
      Score(
        key: "copies.invented", value: Double(found) / Double(sources.count), of: sources.count)
    ]
  }

  /// A generator with a seed: SplitMix64.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }
}

/// A ledger for a measure, gone with its folder afterwards.
private final class TemporaryLedger {
  let path: String
  private let folder: URL
  private let ledger: Ledger

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "copies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "l.sqlite").path
    ledger = try Ledger(path: path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Adds a report without records, published so many hours after the first.
  func add(_ address: String, _ text: String, hour: Int) throws {
    let published = Date(timeIntervalSince1970: Double(hour) * 3_600).ledgerText
    let reading = Reading(
      report: Report(
        id: "", url: address, published: published, text: text, sha256: SHA256.hex(text.utf8),
        reader: Reader(version: "1")))
    let ledger = ledger
    let isDone = DispatchSemaphore(value: 0)
    let failure = Failure()
    Task {
      do { _ = try await ledger.append(reading) } catch { failure.message = "\(error)" }
      isDone.signal()
    }
    isDone.wait()
    precondition(failure.message == nil, failure.message ?? "")
  }

  // Unchecked: the semaphore orders writing and reading.
  private final class Failure: @unchecked Sendable {
    var message: String?
  }
}
