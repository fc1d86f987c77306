import FoundationEssentials
import Hearsay
import HearsayDesk
import HearsayIntake
import HearsayLedger
import Synchronization

/// `hearsay desk`.
enum DeskCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let ledger = try LedgerDoor.snapshot(invocation, console).path
    let port = UInt16(exactly: invocation.number("port") ?? 8731) ?? 0
    guard invocation.number("port") == nil || port > 0 || invocation.number("port") == 0 else {
      throw UsageError(message: "--port takes 0 to 65535", command: "desk")
    }
    let resources = Resources(
      environment: console.environment, program: CommandLine.arguments.first)
    let opened = Opened()
    // The port may be the system's choice, and what browsers call the desk holds it: the door is made when it is known.
    let server = try DeskServer(address: "127.0.0.1", port: port) { request in
      guard let desk = opened.desk.withLock({ $0 }) else {
        return DeskAnswer(
          503, type: "text/plain; charset=utf-8", body: Array("not open yet\n".utf8))
      }
      return desk.answer(request)
    }
    let desk = try Desk(
      ledger: ledger, assets: resources.data + "/desk",
      door: Door(hosts: Door.loopback(port: server.port)),
      person: invocation["as"] ?? console.environment["USER"] ?? "me",
      writes: !invocation.has("read-only"))
    opened.desk.withLock { $0 = desk }
    try console.print("http://127.0.0.1:\(server.port)/\n")
    if !invocation.has("quiet") {
      console.tell("the desk shows \(ledger) at this address, to this machine only; Ctrl-C ends it")
    }
    let halt = Halt()
    let interruption = Interruption(onFirst: { halt.ask() }, lastWords: {})
    while !halt.isAsked { try await Task.sleep(for: .milliseconds(100)) }
    interruption.end()
    server.stop()
    return .done
  }
}
