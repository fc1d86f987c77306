import Foundation
import Hearsay
import HearsayRecords

/// Reads every text of the corpora and checks what every reading promises: no crash, spans that stand in the text,
/// ids used once, references that lead somewhere.
///
/// The name of a report stands on standard error while it is read, so that a crash tells where it was.
enum Soundness {
  static let measure = Measure(name: "sound.corpora", needs: Corpus.folders, run: run)

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let reader = try Hearsay.Reader(
      Resources(environment: ProcessInfo.processInfo.environment))
    var read = 0
    var sound = 0
    for corpus in Corpus.all(data) {
      let texts = try corpus.texts()
      let clock = ContinuousClock()
      let start = clock.now
      let outcomes = concurrently(texts.count) { index, workspace in
        FileHandle.standardError.write(Data("\r\u{1B}[K\(texts[index].name)".utf8))
        return faults(texts[index], reader, workspace)
      } makeWorkspace: {
        reader.makeWorkspace()
      }
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
      let seconds = Double((clock.now - start) / .milliseconds(1)) / 1000
      let bytes = texts.reduce(0) { $0 + $1.bytes.count }
      read += texts.count
      sound += outcomes.count { $0.isEmpty }
      print(
        "         \(corpus.name): \(texts.count) texts, \(bytes / 1024) KiB, "
          + "\(rounded(seconds * 1000 / Double(max(texts.count, 1)))) ms each, "
          + "\(outcomes.count { !$0.isEmpty }) unsound")
      for (text, faults) in zip(texts, outcomes) where !faults.isEmpty {
        print("           \(text.name): \(faults.prefix(3).joined(separator: "; "))")
      }
    }
    return [Score(key: "sound.corpora", value: Double(sound) / Double(max(read, 1)), of: read)]
  }

  private static func faults(
    _ text: Corpus.Text, _ reader: Hearsay.Reader, _ workspace: Workspace
  ) -> [String] {
    do {
      let reading = try reader.read(text.bytes, ReadingRequest(address: text.name), workspace)
      return reading.flaws().map(\.description)
    } catch {
      return ["\(error)"]
    }
  }
}

/// One of the corpora as bare texts.
struct Corpus: Sendable {
  struct Text: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  let name: String
  let texts: @Sendable () throws -> [Text]

  /// Where they are.
  static let folders = [
    "polnear/train/text", "polnear/dev/text", "muc34/CORPORA", "stories", "stories-basil",
    "events/wikievents", "ecbplus",
  ]

  /// Those that are there.
  static func all(_ data: URL) -> [Corpus] {
    folders.map { ($0, data.appending(path: $0)) }
      .filter { FileManager.default.fileExists(atPath: $0.1.path) }
      .map { name, folder in Corpus(name: name) { try texts(name, folder) } }
  }

  private static func texts(_ name: String, _ folder: URL) throws -> [Text] {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var texts: [Text] = []
    for file in (files ?? []).sorted() {
      let url = folder.appending(path: file)
      switch name {
      case "muc34/CORPORA":
        guard file.contains("-muc"), !file.contains("key-") else { continue }
        texts += MUCDocument.texts(in: try decoded(url)).map { text($0.id, $0.text) }
      case "stories", "stories-basil":
        guard file.hasSuffix(".json"), !file.hasPrefix("annotations/") else { continue }
        let story = try JSONDecoder().decode(Story.self, from: Data(contentsOf: url))
        texts.append(text(file, story.body))
      case "events/wikievents":
        for line in try decoded(url).split(separator: "\n") {
          let document = try JSONDecoder().decode(Incidents.self, from: Data(line.utf8))
          texts.append(text(document.id, document.words.joined(separator: " ")))
        }
      case "ecbplus":
        guard file.hasSuffix(".xml") else { continue }
        texts.append(text(file, marked(try decoded(url))))
      default:
        guard file.hasSuffix(".txt") else { continue }
        texts.append(text(file, try decoded(url)))
      }
    }
    return texts
  }

  private static func text(_ name: String, _ text: String) -> Text {
    Text(name: name + ".txt", bytes: Array(text.utf8))
  }

  /// An article as the crawler of `stories` keeps it (`text`), or BASIL (`body-paragraphs`).
  private struct Story: Decodable {
    let title: String?
    let text: String?
    let paragraphs: [[String]]?

    enum CodingKeys: String, CodingKey {
      case title, text
      case paragraphs = "body-paragraphs"
    }

    var body: String {
      let told =
        text ?? (paragraphs ?? []).map { $0.joined(separator: " ") }.joined(separator: "\n\n")
      return [title, told].compactMap { $0 }.joined(separator: "\n\n")
    }
  }

  private struct Incidents: Decodable {
    private let first: String?
    private let second: String?
    private let tokens: [String]?
    private let sentences: [[String]]?

    var id: String { first ?? second ?? "" }
    var words: [String] { tokens ?? (sentences ?? []).flatMap { $0 } }

    private enum CodingKeys: String, CodingKey {
      case first = "doc_id"
      case second = "doc_key"
      case tokens, sentences
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      first = try container.decodeIfPresent(String.self, forKey: .first)
      second = try container.decodeIfPresent(String.self, forKey: .second)
      tokens = try container.decodeIfPresent([String].self, forKey: .tokens)
      // One part keeps more than words in its sentences.
      sentences = tokens == nil ? try container.decode([[String]].self, forKey: .sentences) : nil
    }
  }

  /// The tokens of an ECB+ file, sentence by sentence.
  private static func marked(_ xml: String) -> String {
    var lines: [String] = []
    var last = ""
    for line in xml.split(separator: "\n") where line.hasPrefix("<token ") {
      guard let open = line.firstIndex(of: ">"), let close = line.lastIndex(of: "<"), open < close,
        let sentence = line.firstRange(of: "sentence=\"")
      else { continue }
      let number = String(line[sentence.upperBound...].prefix { $0 != "\"" })
      let word = line[line.index(after: open)..<close].replacing("&amp;", with: "&")
        .replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      if number == last, !lines.isEmpty {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
        last = number
      }
    }
    return lines.joined(separator: "\n")
  }
}
