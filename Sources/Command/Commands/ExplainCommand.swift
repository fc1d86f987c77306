import Hearsay
import HearsayLedger
import HearsayRecords

/// `hearsay explain`.
enum ExplainCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let line = try ShowCommand.line(invocation.operands[0], invocation, snapshot)
    let reading = try snapshot.reading(of: line)
    let record = invocation.operands[1]
    let reader = try Hearsay.Reader(
      Resources(
        model: invocation["model"], environment: console.environment, program: console.program))
    guard let reasons = reader.explanation(of: record, in: reading, reader.makeWorkspace()) else {
      console.tell("report \(line.id) has no record \(record), or none is read there now")
      return .nothingFound
    }
    try console.print(
      reasons.map { StyledText($0.safeLine) }, colors: console.usesColors(invocation))
    return .done
  }
}
