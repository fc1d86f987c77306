/// What the desk answers, as a value.
package struct DeskAnswer: Sendable, Hashable {
  /// The HTTP status.
  package var status: UInt32
  /// Names and values of the head beside those that every answer has.
  package var head: [DeskRequest.Pair]
  package var body: [UInt8]

  package init(_ status: UInt32 = 200, type: String, head: [DeskRequest.Pair] = [], body: [UInt8]) {
    self.status = status
    self.head = [DeskRequest.Pair(name: "Content-Type", value: type)] + head
    self.body = body
  }

  /// A page.
  package static func page(_ html: HTML, status: UInt32 = 200) -> DeskAnswer {
    DeskAnswer(status, type: "text/html; charset=utf-8", body: html.bytes)
  }

  /// JSON, written already.
  package static func json(_ text: String, status: UInt32 = 200) -> DeskAnswer {
    DeskAnswer(status, type: "application/json; charset=utf-8", body: Array((text + "\n").utf8))
  }

  /// A file to keep.
  package static func csv(_ bytes: [UInt8], name: String) -> DeskAnswer {
    DeskAnswer(
      type: "text/csv; charset=utf-8",
      head: [.init(name: "Content-Disposition", value: "attachment; filename=\"\(name).csv\"")],
      body: bytes)
  }

  /// Sends the browser to a page with GET, after something was done.
  package static func see(_ link: Link) -> DeskAnswer {
    DeskAnswer(
      303, type: "text/plain; charset=utf-8", head: [.init(name: "Location", value: link.text)],
      body: Array("see \(link.text)\n".utf8))
  }

  /// What every answer carries: nothing is fetched from elsewhere, nothing of it is kept or framed by others.
  package static let always: [DeskRequest.Pair] = [
    .init(
      name: "Content-Security-Policy",
      value:
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    .init(name: "X-Content-Type-Options", value: "nosniff"),
    // Not "no-referrer": browsers would send forms with the origin "null" then, as pages of strangers do.
    .init(name: "Referrer-Policy", value: "same-origin"),
    .init(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
    .init(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    .init(name: "Cache-Control", value: "no-store"),
  ]
}
