/// Which types of bytes can hold a report.
enum PageType {
  private static let read: Set<String> = [
    "text/html", "application/xhtml+xml", "text/plain", "application/vnd.wap.xhtml+xml",
  ]

  static func isRead(_ contentType: String?) -> Bool {
    contentType.map { read.contains(name($0)) } ?? false
  }

  /// The type without its parameters, in lower case.
  static func name(_ contentType: String) -> String {
    String(contentType.prefix { $0 != ";" && $0 != "," }.filter { !$0.isWhitespace }).lowercased()
  }

  /// Plain text that is addressed to crawlers.
  static func isRobots(_ address: String?) -> Bool {
    address?.hasSuffix("/robots.txt") ?? false
  }

  /// Whether bytes without a type begin as a web page does.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains(where: head.contains)
  }
}
