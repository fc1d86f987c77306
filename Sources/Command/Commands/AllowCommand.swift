import HearsayLedger
import HearsayRecords

/// `hearsay allow`.
enum AllowCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let path = try LedgerDoor.path(invocation, console)
    let rights: LedgerRights = invocation.has("read-only") ? .reading : .adding
    for role in invocation.operands {
      if invocation.has("show") {
        let statements = try rights.statements(to: role, at: path)
        try console.print(statements.map { $0 + ";\n" }.joined())
        continue
      }
      try rights.give(to: role, at: path)
      if !invocation.has("quiet") {
        let what = rights == .reading ? "may ask" : "may ask and add to"
        try console.print("\(role.safeLine) \(what) \(LedgerLocation.shown(path))\n")
      }
    }
    return .done
  }
}
