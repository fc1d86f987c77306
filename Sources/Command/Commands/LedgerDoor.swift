import FoundationEssentials
import HearsayIntake
import HearsayLedger

/// Finds and opens the ledger that a command line means.
enum LedgerDoor {
  /// Who decides: as the command line names them, else as the system does.
  static func person(_ invocation: Invocation, _ console: Console) -> String {
    invocation["as"] ?? console.environment["USER"] ?? "me"
  }

  /// The ledger for writing, made if there is none.
  static func open(_ invocation: Invocation, _ console: Console) throws -> Ledger {
    let path = try path(invocation, console)
    if !LedgerLocation.isOnServer(path) { try FileSystem.makeFolder(ofFile: path) }
    return try Ledger(path: path)
  }

  /// Whether there is no ledger yet.
  static func isMissing(_ invocation: Invocation, _ console: Console) throws -> Bool {
    let path = try path(invocation, console)
    guard LedgerLocation.isOnServer(path) else {
      return !FileManager.default.fileExists(atPath: path)
    }
    do {
      _ = try Snapshot(path: path)
      return false
    } catch  where error.code == .noLedger {
      return true
    }
  }

  /// The ledger for reading.
  static func snapshot(_ invocation: Invocation, _ console: Console) throws -> Snapshot {
    try Snapshot(path: try path(invocation, console))
  }

  /// The place that is meant.
  static func path(_ invocation: Invocation, _ console: Console) throws(UsageError)
    -> String
  {
    guard
      let path = LedgerLocation.resolve(
        option: invocation["ledger"], environment: console.environment)
    else {
      throw UsageError(message: "no place for a ledger: give --ledger PATH or set HEARSAY_LEDGER")
    }
    return path
  }

  /// Which reports the flags of an invocation pick.
  static func scope(_ invocation: Invocation, datesMeanReports: Bool = true) -> Scope {
    var scope = Scope()
    scope.report = invocation["report"]
    scope.outlet = invocation["outlet"]
    if datesMeanReports {
      scope.publishedSince = invocation.moment("since")
      scope.publishedUntil = invocation.moment("until")
    }
    scope.asOf = invocation.moment("as-of")
    scope.limit = invocation.number("limit")
    if invocation.has("all-versions") { scope.versions = .all }
    return scope
  }
}
