import Foundation

/// One report of the MUC-3 and MUC-4 corpora with the organisations its templates hold responsible.
struct MUCDocument {
  /// What a template says of how an organisation is held responsible (TASKDOC, slot 11).
  enum Confidence: String, CaseIterable {
    case fact = "REPORTED AS FACT"
    case claimed = "CLAIMED OR ADMITTED"
    case accused = "SUSPECTED OR ACCUSED"
    case accusedByAuthorities = "SUSPECTED OR ACCUSED BY AUTHORITIES"
    case possible = "POSSIBLE"
    case acquitted = "ACQUITTED"
  }

  /// An organisation that one template names as perpetrator.
  struct Perpetrator {
    /// Its names, any of which will do, as lists of words.
    let names: [[String]]
    /// What the template says of it; several where any of them will do.
    let confidences: Set<Confidence>
    /// Words for what was attacked, by which the incident is told from others of the report.
    let targets: [[String]]
    /// Whether the template marks it, or itself, as one that may be left out.
    let isOptional: Bool
  }

  /// How many people of one kind a template counts, two at least.
  struct Victims: Hashable {
    let number: Int
    /// What they are called, as lists of words.
    let names: [[String]]
  }

  let id: String
  let text: String
  let perpetrators: [Perpetrator]
  let victims: [Victims]

  /// The documents of one part: every text file in the folder with the answer keys beside it.
  static func part(_ folder: URL) throws -> [MUCDocument] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var templates: [String: [MUCTemplate]] = [:]
    for file in files where file.hasPrefix("key-") {
      for template in MUCTemplate.all(in: try decoded(folder.appending(path: file))) {
        templates[template.document, default: []].append(template)
      }
    }
    var documents: [MUCDocument] = []
    for file in files where file.contains("-muc") && !file.hasPrefix("key-") {
      for (id, text) in texts(in: try decoded(folder.appending(path: file))) {
        documents.append(
          MUCDocument(
            id: id, text: text, perpetrators: (templates[id] ?? []).flatMap(\.perpetrators),
            victims: Array(Set((templates[id] ?? []).flatMap(\.victims)))))
      }
    }
    return documents
  }

  /// Each text under its header line: "TST1-MUC3-0001", or with the maker's name in brackets behind.
  static func texts(in file: String) -> [(id: String, text: String)] {
    var found: [(id: String, text: String)] = []
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      let first = line.prefix { $0 != " " }
      if first.contains("-MUC"), first.hasPrefix("DEV-") || first.hasPrefix("TST") {
        found.append((String(first), ""))
      } else if !found.isEmpty {
        found[found.count - 1].text += line + "\n"
      }
    }
    return found
  }

  /// The words of a name or a passage, for comparing: capitals, without marks and articles.
  static func words(_ string: some StringProtocol) -> [String] {
    string.uppercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" }
      .map { $0.trimmingCharacters(in: ["-", "'"]) }
      .filter { !$0.isEmpty && !["THE", "A", "AN"].contains($0) }
  }
}

/// One filled template of an answer key.
struct MUCTemplate {
  let document: String
  private let isOptional: Bool
  /// The lines of each slot, by its number.
  private let slots: [Int: [String]]

  static func all(in key: String) -> [MUCTemplate] {
    var found: [MUCTemplate] = []
    var slots: [Int: [String]] = [:]
    var current: Int?
    func close() {
      guard let id = slots[0]?.first?.split(separator: " ").first, let number = slots[1]?.first,
        !number.hasPrefix("*")
      else { return }
      found.append(
        MUCTemplate(
          document: String(id), isOptional: number.contains("OPTIONAL"), slots: slots))
    }
    for line in key.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(";") { continue }
      if let dot = line.firstIndex(of: "."), let number = Int(line[..<dot]), number <= 24 {
        if number == 0 {
          close()
          slots = [:]
        }
        // The value stands in a fixed column.
        slots[number] = [line.dropFirst(36).trimmingCharacters(in: .whitespaces)]
        current = number
      } else if let current, line.hasPrefix("      ") {
        slots[current]?.append(line.trimmingCharacters(in: .whitespaces))
      } else {
        current = nil
      }
    }
    close()
    return found
  }

  var perpetrators: [MUCDocument.Perpetrator] {
    let marks = (slots[11] ?? []).map { (confidences(in: $0), names(in: $0)) }
    let targets = [12, 18, 19].flatMap { slots[$0] ?? [] }.flatMap(names)
    return (slots[10] ?? []).compactMap { line in
      let names = names(in: line)
      guard !names.isEmpty else { return nil }
      let marked =
        marks.first { mark in mark.1.contains { names.contains($0) } }
        ?? (marks.count == 1 ? marks.first : nil)
      guard let marked, !marked.0.isEmpty else { return nil }
      return MUCDocument.Perpetrator(
        names: names, confidences: marked.0, targets: targets,
        isOptional: isOptional || line.hasPrefix("?"))
    }
  }

  var victims: [MUCDocument.Victims] {
    (slots[21] ?? []).compactMap { line in
      guard let number = Int(line.prefix { $0 != ":" }), number > 1 else { return nil }
      return MUCDocument.Victims(number: number, names: names(in: line))
    }
  }

  private func confidences(in line: String) -> Set<MUCDocument.Confidence> {
    let before = line.prefix { $0 != ":" }
    let parts = before.split(separator: "/").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " ()?"))
    }
    return Set(parts.compactMap(MUCDocument.Confidence.init))
  }

  /// The quoted alternatives of a line: `? "A" / "B \"C\""`.
  private func names(in line: String) -> [[String]] {
    var found: [String] = []
    var open: String?
    var isEscaped = false
    for character in line {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        if let name = open { found.append(name) }
        open = open == nil ? "" : nil
      } else {
        open?.append(character)
      }
    }
    return found.map { MUCDocument.words($0) }.filter { !$0.isEmpty }
  }
}
