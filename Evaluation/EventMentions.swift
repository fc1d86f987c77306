import Foundation
import HearsayStories

/// Mentions of events in ECB+, marked and put together over documents by its makers.
struct EventMentions {
  /// One mention with what is known of it without any reader: its words, its sentence, its document.
  struct Mention {
    let document: Int
    let sentence: Int
    /// Stems of its words without light verbs.
    let stems: Set<String>
    /// The rarest of them.
    let head: String
    let isNegated: Bool
    /// The event it tells of, over all documents.
    let chain: String
  }

  struct Document {
    let name: String
    let topic: String
    let signature: Signature
    /// For each sentence its telling words and names.
    let sentences: [Int: Signature]
  }

  private(set) var documents: [Document] = []
  private(set) var mentions: [Mention] = []

  private let background: Background

  /// Reads topics, as folders of XML, and the list of sentences whose marks were checked.
  init(_ folder: URL, _ background: Background) throws {
    self.background = background
    let list = folder.appending(path: "ECBplus_coreference_sentences.csv")
    var checked: [String: Set<Int>] = [:]
    for line in try String(contentsOf: list, encoding: .utf8).split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: ",")
      guard fields.count == 3, let sentence = Int(fields[2]) else { continue }
      checked["\(fields[0])_\(fields[1])", default: []].insert(sentence)
    }
    let topics = try Folders.files(folder).filter { Int($0.lastPathComponent) != nil }
      .sorted { Int($0.lastPathComponent) ?? 0 < Int($1.lastPathComponent) ?? 0 }
    for topic in topics {
      for file in try Folders.files(topic) where file.pathExtension == "xml" {
        let name = file.deletingPathExtension().lastPathComponent
        add(
          try String(contentsOf: file, encoding: .utf8), name: name,
          topic: topic.lastPathComponent, checked[name] ?? [])
      }
    }
  }

  /// Verbs that tell nothing themselves.
  private static let light: Set<String> = [
    "has", "have", "had", "be", "is", "was", "were", "been", "being", "get", "got", "take", "took",
    "make", "made", "do", "did", "go", "went", "the", "a", "an", "of", "to", "in", "on",
  ]

  private mutating func add(_ xml: String, name: String, topic: String, _ checked: Set<Int>) {
    var words: [String: (sentence: Int, word: String)] = [:]
    var order: [(sentence: Int, word: String)] = []
    var marks: [(id: String, kind: String, words: [String])] = []
    var chains: [String: String] = [:]
    var sources: [String] = []
    var note = ""
    for line in xml.split(whereSeparator: \.isNewline) {
      let line = line.trimmingPrefix { $0 == " " }
      if line.hasPrefix("<token ") {
        guard let id = Self.attribute("t_id", line),
          let sentence = Self.attribute("sentence", line).flatMap({ Int($0) }),
          let open = line.firstIndex(of: ">")
        else { continue }
        let rest = line[line.index(after: open)...]
        let word = String(rest.prefix { $0 != "<" })
        words[id] = (sentence, word)
        order.append((sentence, word))
      } else if line.hasPrefix("<token_anchor"), let id = Self.attribute("t_id", line) {
        if !marks.isEmpty { marks[marks.count - 1].words.append(id) }
      } else if line.hasPrefix("<source"), let id = Self.attribute("m_id", line) {
        sources.append(id)
      } else if line.hasPrefix("<CROSS_DOC_COREF") || line.hasPrefix("<INTRA_DOC_COREF") {
        sources = []
        note = Self.attribute("note", line) ?? "\(name):\(Self.attribute("r_id", line) ?? "")"
        if line.hasPrefix("<INTRA") { note = "\(name):\(Self.attribute("r_id", line) ?? "")" }
      } else if line.hasPrefix("</CROSS_DOC_COREF") || line.hasPrefix("</INTRA_DOC_COREF") {
        for source in sources { chains[source] = note }
      } else if line.hasPrefix("<"), let id = Self.attribute("m_id", line) {
        let kind = String(line.dropFirst().prefix { $0 != " " && $0 != "/" && $0 != ">" })
        if kind != "target" { marks.append((id, kind, [])) }
      }
    }
    let document = documents.count
    documents.append(self.document(name, topic, order))
    for mark in marks where mark.kind.hasPrefix("ACTION") || mark.kind.hasPrefix("NEG_ACTION") {
      guard let first = mark.words.first.flatMap({ words[$0] }), checked.contains(first.sentence)
      else { continue }
      let told = mark.words.compactMap { words[$0]?.word.lowercased() }
      let telling = told.filter { !Self.light.contains($0) }
      let stems = (telling.isEmpty ? told : telling).map(StoryWords.stem)
      let head = stems.max { background.weight(of: $0) < background.weight(of: $1) } ?? ""
      mentions.append(
        Mention(
          document: document, sentence: first.sentence, stems: Set(stems), head: head,
          isNegated: mark.kind.hasPrefix("NEG"), chain: chains[mark.id] ?? "\(name)#\(mark.id)"))
    }
  }

  private func document(_ name: String, _ topic: String, _ words: [(sentence: Int, word: String)])
    -> Document
  {
    let sentences = Dictionary(grouping: words, by: \.sentence).mapValues { words in
      words.map(\.word).joined(separator: " ")
    }.filter { !$0.value.hasPrefix("http") }
    let text = sentences.sorted { $0.key < $1.key }.map(\.value).joined(separator: " ")
    return Document(
      name: name, topic: topic, signature: Signature(title: nil, text: text, background),
      sentences: sentences.mapValues { Signature(title: nil, text: $0, background) })
  }

  private static func attribute(_ name: String, _ line: some StringProtocol) -> String? {
    guard let range = line.range(of: " \(name)=\"") else { return nil }
    return String(line[range.upperBound...].prefix { $0 != "\"" })
  }

  /// How telling a stem is.
  func weight(of stem: String) -> Double { Double(background.weight(of: stem)) }
}
