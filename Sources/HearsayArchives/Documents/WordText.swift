/// The text of a Word document (Office Open XML, ECMA-376): what a reader sees of `word/document.xml`.
enum WordText {
  /// Elements of which nothing is seen: what was deleted or moved away, fields' codes, what stands in for newer drawings.
  private static let unseen: Set<String> = [
    "del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "sectPr", "tblPr", "tcPr", "trPr",
    "sdtPr",
  ]

  static func document(_ xml: [UInt8]) -> DocumentText {
    var document = DocumentText()
    var isText = false
    var isProperties = false
    // The styles of the paragraphs that are open: a text box has paragraphs inside one.
    var styles: [String] = []
    XMLPull.each(xml, without: unseen) { piece in
      switch piece {
      case .open(let name, let attributes):
        switch name {
        case "p": styles.append("")
        case "pPr": isProperties = true
        case "pStyle":
          if !styles.isEmpty { styles[styles.count - 1] = attributes["val"] ?? "" }
        case "t": isText = true
        case "tab" where !isProperties: document.add(" ")
        case "br", "cr": document.add("\n")
        case "noBreakHyphen": document.add("-")
        case "txbxContent": document.beginBox()
        case "tbl": document.beginTable()
        case "tc": document.beginCell()
        default: break
        }
      case .close(let name):
        switch name {
        case "p": document.endParagraph(isTitle: isTitle(styles.popLast() ?? ""))
        case "pPr": isProperties = false
        case "t": isText = false
        case "txbxContent": document.endBox()
        case "tc": document.endCell()
        case "tr": document.endRow()
        case "tbl": document.endTable()
        default: break
        }
      case .text(let text):
        if isText { document.add(text) }
      }
    }
    document.endParagraph()
    return document
  }

  /// Names of styles are the same in all languages of Word where they are its own.
  private static func isTitle(_ style: String) -> Bool {
    ["title", "heading1", "titel", "titre"].contains(style.lowercased())
  }
}

/// The text of an OpenDocument text (ISO 26300): what a reader sees of `content.xml`.
enum OpenDocumentText {
  private static let unseen: Set<String> = [
    "tracked-changes", "annotation", "note", "sequence-decls", "variable-decls", "forms", "script",
    "ruby-text", "styles", "automatic-styles", "master-styles", "font-face-decls", "meta",
    "settings", "desc",
  ]
  /// More blanks in a row than this are none that somebody wrote.
  private static let mostBlanks = 100

  static func document(_ xml: [UInt8]) -> DocumentText {
    var document = DocumentText()
    var styles: [String] = []
    XMLPull.each(xml, without: unseen) { piece in
      switch piece {
      case .open(let name, let attributes):
        switch name {
        case "p", "h": styles.append(attributes["style-name"] ?? "")
        case "s":
          document.add(
            String(
              repeating: " ", count: min(Self.mostBlanks, attributes["c"].flatMap { Int($0) } ?? 1))
          )
        case "tab": document.add(" ")
        case "line-break": document.add("\n")
        case "text-box": document.beginBox()
        case "table": document.beginTable()
        case "table-cell": document.beginCell()
        default: break
        }
      case .close(let name):
        switch name {
        case "p", "h": document.endParagraph(isTitle: styles.popLast()?.lowercased() == "title")
        case "text-box": document.endBox()
        case "table-cell": document.endCell()
        case "table-row": document.endRow()
        case "table": document.endTable()
        default: break
        }
      case .text(let text):
        if !styles.isEmpty { document.add(text) }
      }
    }
    document.endParagraph()
    return document
  }
}
