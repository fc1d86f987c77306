/// Writes web archives record by record, as crawlers do, for tests to read and to damage.
package struct WARCBuilder {
  /// How the records are compressed.
  package enum Compression: CaseIterable, Sendable { case none, each, all }

  /// The records, each as it stands uncompressed.
  package private(set) var records: [[UInt8]] = []

  package init() {}

  /// Adds a record; `length` is a wrong one where given.
  package mutating func add(
    _ type: String, _ address: String? = nil, _ fields: [String: String] = [:], body: [UInt8] = [],
    length: String? = nil
  ) {
    var head = "WARC/1.1\r\nWARC-Type: \(type)\r\n"
    if let address { head += "WARC-Target-URI: \(address)\r\n" }
    head += "WARC-Date: 2031-03-04T05:06:07Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:0-\(records.count)>\r\n"
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    head += "Content-Length: \(length ?? String(body.count))\r\n\r\n"
    records.append(Array(head.utf8) + body + Array("\r\n\r\n".utf8))
  }

  /// Adds a record as it is.
  package mutating func add(raw bytes: [UInt8]) { records.append(bytes) }

  /// Adds a server's answer.
  package mutating func answer(
    _ address: String, status: String = "200 OK", type: String? = "text/html; charset=utf-8",
    fields: [String: String] = [:], body: [UInt8], length: String? = nil
  ) {
    var head = "HTTP/1.1 \(status)\r\n"
    if let type { head += "Content-Type: \(type)\r\n" }
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    add(
      "response", address, ["Content-Type": "application/http; msgtype=response"],
      body: Array((head + "\r\n").utf8) + body, length: length)
  }

  /// Adds a web page with a text in paragraphs.
  package mutating func page(_ address: String, _ text: String) {
    answer(address, body: Array(Self.html(text).utf8))
  }

  /// A web page with a text in paragraphs.
  package static func html(_ text: String) -> String {
    let paragraphs = text.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
    return
      "<!DOCTYPE html><html><head><title>News</title></head><body><nav><a href=/>Home</a></nav>"
      + "<article>\(paragraphs)</article></body></html>"
  }

  /// The whole archive.
  package func bytes(_ compression: Compression) -> [UInt8] {
    switch compression {
    case .none: records.flatMap { $0 }
    case .each: records.flatMap { Deflating.gzip($0) }
    case .all: Deflating.gzip(records.flatMap { $0 })
    }
  }
}
