import FoundationEssentials
import HearsayPostgres

/// Where the ledger is when the caller does not say.
package enum LedgerLocation {
  /// The path of the ledger: `option` if given, else `HEARSAY_LEDGER`, else the user's data folder
  /// as the XDG base directory specification places it.
  ///
  /// Empty values count as absent, and so does an `XDG_DATA_HOME` that is not absolute, as the
  /// specification asks.
  ///
  /// - Returns: `nil` if nothing names a place, not even `HOME`.
  package static func resolve(option: String?, environment: [String: String]) -> String? {
    func given(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let option, !option.isEmpty { return option }
    if let path = given("HEARSAY_LEDGER") { return path }
    if let folder = given("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return joined(folder, "hearsay/ledger.sqlite")
    }
    return given("HOME").map { joined($0, ".local/share/hearsay/ledger.sqlite") }
  }

  /// What people are shown of the place of a ledger: an address without anybody's password.
  package static func shown(_ path: String) -> String { ServerAddress(path)?.shown ?? path }

  /// Whether the ledger is on a server, not in a file.
  package static func isOnServer(_ path: String) -> Bool { ServerAddress(path) != nil }

  /// The path beside which lies what is kept beside a ledger: original bytes, drawn stories, what the desk and a watch remember.
  ///
  /// That of a ledger in a file is the file's own. Of one on a server they lie on this machine, in the user's data folder or, if
  /// `HEARSAY_BESIDE` names a folder, there.
  package static func beside(
    _ path: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    guard let server = ServerAddress(path) else { return path }
    let folder =
      environment["HEARSAY_BESIDE"].flatMap { $0.isEmpty ? nil : $0 }
      ?? resolve(option: nil, environment: environment.filter { $0.key != "HEARSAY_LEDGER" }).map {
        String($0.prefix(upTo: $0.lastIndex(of: "/") ?? $0.startIndex))
      } ?? "."
    let place = joined(folder, server.fileName)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return place
  }

  private static func joined(_ folder: String, _ rest: String) -> String {
    folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
  }
}
