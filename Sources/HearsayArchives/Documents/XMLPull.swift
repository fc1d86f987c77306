private import CXML

/// Goes through XML with libxml2, piece by piece.
///
/// Nothing outside the bytes is ever looked at, and entities that the document itself defines are left out: both are used to
/// read files of whoever opens a document, or to fill their memory.
enum XMLPull {
  /// A piece of XML; names are without their prefixes.
  enum Piece {
    case open(name: String, attributes: [String: String])
    case close(name: String)
    case text(String)
  }

  /// More bytes of XML than this no document has that is a report.
  static let largest = 64 << 20
  /// More pieces are not gone through.
  private static let most = 4_000_000

  /// Calls `take` for each piece up to the end, or to where the XML is broken.
  ///
  /// - Returns: Whether it came to the end.
  @discardableResult
  static func each(_ bytes: [UInt8], _ take: (Piece) -> Void) -> Bool {
    guard bytes.count <= largest, !bytes.isEmpty else { return false }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_RECOVER.rawValue
    return unsafe bytes.withUnsafeBytes { raw in
      let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard
        let reader = unsafe xmlReaderForMemory(
          start, Int32(clamping: raw.count), nil, nil, Int32(options))
      else { return false }
      defer { unsafe xmlFreeTextReader(reader) }
      var count = 0
      var status = unsafe xmlTextReaderRead(reader)
      while status == 1, count < most {
        count += 1
        unsafe piece(reader, take)
        status = unsafe xmlTextReaderRead(reader)
      }
      return status == 0
    }
  }

  /// The same without elements of these names and all that is in them.
  static func each(_ bytes: [UInt8], without unseen: Set<String>, _ take: (Piece) -> Void) {
    var hidden = 0
    each(bytes) { piece in
      switch piece {
      case .open(let name, _) where hidden > 0 || unseen.contains(name): hidden += 1
      case .close where hidden > 0: hidden -= 1
      case .text where hidden > 0: break
      default: take(piece)
      }
    }
  }

  private static func piece(_ reader: xmlTextReaderPtr, _ take: (Piece) -> Void) {
    switch unsafe xmlTextReaderNodeType(reader) {
    case 1:
      let name = unsafe words(xmlTextReaderConstLocalName(reader))
      let isEmpty = unsafe xmlTextReaderIsEmptyElement(reader) == 1
      var attributes: [String: String] = [:]
      while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
        let key = unsafe words(xmlTextReaderConstLocalName(reader))
        unsafe attributes[key] = words(xmlTextReaderConstValue(reader))
      }
      take(.open(name: name, attributes: attributes))
      if isEmpty { take(.close(name: name)) }
    case 3, 4, 14: unsafe take(.text(words(xmlTextReaderConstValue(reader))))
    case 15: unsafe take(.close(name: words(xmlTextReaderConstLocalName(reader))))
    default: break
    }
  }

  private static func words(_ characters: UnsafePointer<xmlChar>?) -> String {
    unsafe characters.map { unsafe String(cString: $0) } ?? ""
  }
}
