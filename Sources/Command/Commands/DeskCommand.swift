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
    if let outcome = try DeskPeople.run(invocation, console, ledger: ledger) { return outcome }
    let port = try port(invocation)
    let address = invocation["listen"] ?? "127.0.0.1"
    let asksWho = invocation.has("listen")
    if asksWho, try DeskFile(besideLedger: ledger).people().isEmpty {
      throw UsageError(
        message:
          "--listen lets others in, who must say who they are: first hearsay desk --add-user NAME",
        command: "desk")
    }
    let certificate = try certificate(invocation)
    let resources = Resources(
      environment: console.environment, program: CommandLine.arguments.first)
    let opened = Opened()
    // The port may be the system's choice, and what browsers call the desk holds it: the door is made when it is known.
    let server = try DeskServer(address: address, port: port, certificate: certificate) {
      request in
      guard let desk = opened.desk.withLock({ $0 }) else {
        return DeskAnswer(
          503, type: "text/plain; charset=utf-8", body: Array("not open yet\n".utf8))
      }
      return desk.answer(request)
    }
    let isSecure = certificate != nil || invocation.has("behind-tls")
    var setting = Desk.Setting(
      ledger: ledger, assets: resources.data + "/desk",
      person: LedgerDoor.person(invocation, console))
    setting.tables = try StoryDoor.tables(console)
    setting.writes = !invocation.has("read-only")
    setting.asksWho = asksWho
    let reading = DeskReading(invocation, console)
    if setting.writes { setting.adding = reading.adding }
    let desk = try Desk(
      setting,
      door: Door(hosts: hosts(invocation, port: server.port), isSecure: isSecure))
    opened.desk.withLock { $0 = desk }
    if setting.writes { try reading.follow(desk) }
    let shown =
      invocation.all("host").first.map { name in "\(name)" } ?? "\(address):\(server.port)"
    try console.print("\(isSecure ? "https" : "http")://\(shown)/\n")
    tell(invocation, console, ledger: ledger, asksWho: asksWho, isSecure: isSecure)
    let halt = Halt()
    let interruption = Interruption(
      onFirst: {
        halt.ask()
        reading.stop()
      }, lastWords: {})
    while !halt.isAsked { try await Task.sleep(for: .milliseconds(100)) }
    interruption.end()
    server.stop()
    return .done
  }

  private static func port(_ invocation: Invocation) throws(UsageError) -> UInt16 {
    guard let port = UInt16(invocation["port"] ?? "8731") else {
      throw UsageError(
        message: "--port takes 0 to 65535; not \(invocation["port"] ?? "")", command: "desk")
    }
    return port
  }

  /// What `Host` may say.
  private static func hosts(_ invocation: Invocation, port: UInt16) -> Set<String> {
    var hosts = Door.loopback(port: port)
    for name in invocation.all("host") { hosts.formUnion([name, "\(name):\(port)"]) }
    if let address = invocation["listen"] {
      let name = address.contains(":") ? "[\(address)]" : address
      hosts.formUnion(["\(name):\(port)"])
    }
    return hosts
  }

  private static func certificate(
    _ invocation: Invocation
  ) throws -> DeskServer.Certificate? {
    switch (invocation["certificate"], invocation["key"]) {
    case (nil, nil): return nil
    case (let certificate?, let key?):
      func text(_ path: String) throws -> String {
        String(decoding: try FileSystem.bytes(of: path), as: UTF8.self)
      }
      return DeskServer.Certificate(certificate: try text(certificate), key: try text(key))
    default:
      throw UsageError(message: "--certificate and --key go together", command: "desk")
    }
  }

  private static func tell(
    _ invocation: Invocation, _ console: Console, ledger: String, asksWho: Bool, isSecure: Bool
  ) {
    if asksWho, !isSecure {
      console.tell(
        "without TLS everybody on the way can read the passwords: give --certificate and --key, or put a "
          + "proxy with TLS before it and say --behind-tls")
    }
    guard !invocation.has("quiet") else { return }
    console.tell(
      "the desk shows \(LedgerLocation.shown(ledger)) at this address, "
        + (asksWho ? "to those who sign in" : "to this machine only") + "; Ctrl-C ends it")
  }
}

/// Who may sign in: kept beside the ledger by those who may write there.
enum DeskPeople {
  /// What somebody may be let do.
  static let roles = Visit.Role.allCases.map(\.rawValue)

  /// Does what is asked about people; `nil` if nothing is.
  static func run(
    _ invocation: Invocation, _ console: Console, ledger: String
  ) throws -> Outcome? {
    let now = Date().ledgerText
    if let name = invocation["add-user"] {
      guard !name.isEmpty, name.count <= 100, name.allSatisfy({ !$0.isNewline }) else {
        throw UsageError(message: "a name has 1 to 100 characters", command: "desk")
      }
      let role = invocation["role"].flatMap(Visit.Role.init) ?? .code
      let password = try Terminal.secret("password for \(name): ", console)
      guard password.count >= Passwords.shortest, password.utf8.count <= Passwords.longest else {
        throw UsageError(
          message:
            "a password has \(Passwords.shortest) characters or more, and at most \(Passwords.longest) bytes",
          command: "desk")
      }
      guard let digest = Passwords.digest(of: password) else {
        throw LedgerError(.other, "not enough memory to make a digest of the password")
      }
      try DeskFile(besideLedger: ledger).add(name, role, digest: digest, made: now)
      console.tell("\(name) may sign in now, and \(role.rawValue)")
      return .done
    }
    if let name = invocation["remove-user"] {
      let file = try DeskFile(besideLedger: ledger)
      guard try file.people().contains(where: { $0.name == name }) else {
        console.tell("nobody called \(name) may sign in")
        return .nothingFound
      }
      try file.remove(name, made: now)
      console.tell("\(name) may sign in no more")
      return .done
    }
    guard invocation.has("users") else { return nil }
    let people = try DeskFile(besideLedger: ledger).people()
    for person in people { try console.print("\(person.role.rawValue)\t\(person.name)\n") }
    return people.isEmpty ? .nothingFound : .done
  }
}
