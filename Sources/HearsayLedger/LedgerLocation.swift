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

  private static func joined(_ folder: String, _ rest: String) -> String {
    folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
  }
}
