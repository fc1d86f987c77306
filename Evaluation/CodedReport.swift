import Foundation
import HearsayRecords

/// A report coded by hand for happenings; the form is told in the data's MANUAL.md.
struct CodedReport {
  struct Mention {
    let paragraph: Int
    let words: String
    let occurrence: Int
    let status: EventStatus
    /// The words that name whoever tells it, "?" for an unnamed mouth; `nil` in the reporter's own voice.
    let said: String?
  }

  struct Role {
    let role: String
    let words: String
  }

  struct Count {
    let words: String
    let what: String
  }

  struct Told {
    let id: String
    let type: EventType
    var mentions: [Mention] = []
    var roles: [Role] = []
    var counts: [Count] = []
  }

  let name: String
  /// The day of publication, if the coder knew it.
  let published: String?
  let paragraphs: [Int: String]
  private(set) var happenings: [Told] = []

  /// The report as a text: its paragraphs, each after an empty line.
  var text: String {
    paragraphs.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n\n") + "\n"
  }

  /// Whether it may only be measured on, never trained on.
  var isDevelopment: Bool {
    name.compactMap(\.wholeNumberValue).reduce(0, +) % 5 == 0
  }

  /// All singly coded reports of a folder, by name.
  static func all(in folder: URL) throws -> [CodedReport] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.wholeMatch(of: /r\d+\.ann/) != nil
    }.sorted().map { try CodedReport(folder.appending(path: $0)) }
  }

  private init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    let lines = try decoded(file.deletingPathExtension().appendingPathExtension("txt"))
      .components(separatedBy: "\n")
    let day = lines.first?.split(separator: " ").last.map(String.init)
    published = day.flatMap { $0.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil ? nil : $0 }
    var paragraphs: [Int: String] = [:]
    for line in lines {
      if let match = line.wholeMatch(of: /\[(\d+)\] (.*)/), let number = Int(match.1) {
        paragraphs[number] = String(match.2)
      }
    }
    self.paragraphs = paragraphs
    for line in try decoded(file).components(separatedBy: "\n") { add(line) }
  }

  private mutating func add(_ line: String) {
    if let head = line.wholeMatch(of: /(H\d+) ([A-Z]+)(?:\/[\w-]+)? (\w+)\s*/),
      let type = EventType(rawValue: String(head.2)),
      let status = EventStatus(rawValue: String(head.3))
    {
      happenings.append(Told(id: String(head.1), type: type))
      own = status
      return
    }
    guard let last = happenings.indices.last else { return }
    var body = line
    var said: String?
    if let match = line.wholeMatch(of: /(.*?)\s+said\s+(\?|".*")\s*/) {
      body = String(match.1)
      said = match.2 == "?" ? "?" : String(match.2.dropFirst().dropLast())
    }
    let parts = body.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return }
    switch parts[0] {
    case "m":
      guard let match = parts[1].wholeMatch(of: /(\d+)\s+"(.*)"(?:#(\d))?(?:\s+(\w+))?\s*/),
        let paragraph = Int(match.1)
      else { return }
      happenings[last].mentions.append(
        Mention(
          paragraph: paragraph, words: String(match.2),
          occurrence: match.3.flatMap { Int($0) } ?? 1,
          status: match.4.flatMap { EventStatus(rawValue: String($0)) } ?? own, said: said))
    case "actor", "recipient", "place", "time":
      for item in Self.items(parts[1]) {
        happenings[last].roles.append(Role(role: parts[0], words: item))
      }
    case "fig":
      guard let match = parts[1].wholeMatch(of: /\d+\s+"([^"]*)"(?:#\d)?\s+(\w+)(?:\s+".*")?\s*/)
      else { return }
      happenings[last].counts.append(Count(words: String(match.1), what: String(match.2)))
    default: break
    }
  }

  /// The status of the happening whose lines are read.
  private var own: EventStatus = .happened

  /// `3 "gunmen"; 4 "two men"#2` → the words.
  private static func items(_ list: String) -> [String] {
    list.matches(of: /(?:^|;\s*)\d+\s+"(.*?)"(?:#\d)?\s*(?=;\s*\d|$)/).map { String($0.1) }
  }

  /// Where a mention stands in a text that holds the paragraphs, as bytes; `nil` if it does not.
  func span(of mention: Mention, in text: String, starts: [Int: String.Index]) -> Range<Int>? {
    guard let paragraph = paragraphs[mention.paragraph], let start = starts[mention.paragraph]
    else { return nil }
    var from = paragraph.startIndex
    var found: Range<String.Index>?
    for _ in 0..<mention.occurrence {
      guard let range = paragraph[from...].firstRange(of: mention.words) else { return nil }
      found = range
      from = paragraph.index(after: range.lowerBound)
    }
    guard let found else { return nil }
    let base = text.utf8.distance(from: text.startIndex, to: start)
    let low = paragraph.utf8.distance(from: paragraph.startIndex, to: found.lowerBound)
    return (base + low)..<(base + low + mention.words.utf8.count)
  }

  /// Where each paragraph begins in a text that holds them in their order.
  func starts(in text: String) -> [Int: String.Index] {
    var starts: [Int: String.Index] = [:]
    var from = text.startIndex
    for (number, paragraph) in paragraphs.sorted(by: { $0.key < $1.key }) {
      guard let range = text[from...].firstRange(of: paragraph) ?? text.firstRange(of: paragraph)
      else { continue }
      starts[number] = range.lowerBound
      from = range.upperBound
    }
    return starts
  }
}
