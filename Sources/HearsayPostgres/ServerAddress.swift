/// The address of a database on a PostgreSQL server: `postgres://person@host:port/database`, as libpq reads it.
///
/// A password may stand in it. It goes to the server and nowhere else: what is shown to people has none.
package struct ServerAddress: Hashable, Sendable {
  /// All of it, for libpq.
  let text: String

  /// `nil` if it is the address of something else, such as the path of a file.
  package init?(_ text: String) {
    guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else { return nil }
    self.text = text
  }

  /// What people are shown: the address without anybody's password.
  package var shown: String {
    guard let scheme = text.firstRange(of: "://") else { return "postgres://…" }
    var rest = String(text[scheme.upperBound...])
    var query = ""
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[mark...])
      rest = String(rest[..<mark])
    }
    if let at = rest.lastIndex(of: "@") {
      let person = rest[..<at].prefix { $0 != ":" }
      rest = String(person + rest[at...])
    }
    guard !query.isEmpty else { return text[..<scheme.upperBound] + rest }
    let plain = query.dropFirst().split(separator: "&", omittingEmptySubsequences: false).filter {
      let name = $0.prefix { $0 != "=" }.lowercased()
      return !name.contains("pass") && !name.contains("%")
    }
    return text[..<scheme.upperBound] + rest
      + (plain.isEmpty ? "" : "?" + plain.joined(separator: "&"))
  }

  /// A name for files that belong to it: the same for everybody who uses the database, whoever they are.
  package var fileName: String {
    guard let scheme = text.firstRange(of: "://") else { return "ledger" }
    let rest = shown[scheme.upperBound...]
    let place = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
    return String(
      place.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "_" })
  }
}
