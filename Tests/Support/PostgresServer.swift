import Foundation

/// A PostgreSQL server of the tests' own, in a temporary folder and on a Unix socket, that is gone when they are.
package final class PostgresServer: Sendable {
  /// The one server of this run; `nil` where none is installed.
  package static let shared: PostgresServer? = {
    guard let programs else {
      let words = """
        \n*** PostgreSQL IS NOT INSTALLED: no test of the ledger on a server is run. \
        Install it with scripts/setup postgresql ***\n\n
        """
      FileHandle.standardError.write(Data(words.utf8))
      return nil
    }
    do {
      return try PostgresServer(programs)
    } catch {
      FileHandle.standardError.write(Data("*** PostgreSQL could not be started: \(error)\n".utf8))
      return nil
    }
  }()

  /// A server of one test's own, which it may kill; it waits for the disk.
  package static func another() throws -> PostgresServer {
    guard let programs else { throw Failure(description: "PostgreSQL is not installed") }
    return try PostgresServer(programs, waitsForTheDisk: true)
  }

  /// Whether it must be there, as the continuous integration has it.
  package static var isRequired: Bool {
    ProcessInfo.processInfo.environment["HEARSAY_REQUIRE_POSTGRES"] != nil
  }

  /// The folder of `initdb` and `postgres`, the newest where there are several.
  private static let programs: String? = {
    let base = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    let folders = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(base)/\($0)/bin" }
    return (folders + ["/usr/local/bin", "/usr/bin"]).first {
      FileManager.default.isExecutableFile(atPath: $0 + "/initdb")
        && FileManager.default.isExecutableFile(atPath: $0 + "/postgres")
    }
  }()

  private let folder: TemporaryFolder
  /// Where its socket is.
  package let socket: String
  private let process: Process
  /// The server ends when this does.
  private let life = Pipe()
  private let programs: String

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package init(_ programs: String, waitsForTheDisk: Bool = false) throws {
    self.programs = programs
    folder = try TemporaryFolder()
    socket = folder.path
    let data = folder("data")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    try Self.run(
      "mkdir -m 700 \(data) && \(Self.isRoot ? "chown postgres \(data) \(folder.path)" : "true")")
    try Self.run(
      Self.unprivileged(
        "\(programs)/initdb -D \(data) -U hearsay -A trust -E UTF8 --locale=C --no-sync"))
    process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.serving(programs, data, folder.path, waitsForTheDisk)]
    process.standardInput = life
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try waitUntilReady()
  }

  private static let isRoot = getuid() == 0

  /// PostgreSQL refuses to run with the rights of the system's administrator.
  private static func unprivileged(_ command: String) -> String {
    isRoot
      ? "setpriv --reuid=postgres --regid=postgres --clear-groups \(command)" : command
  }

  /// Serves until nobody holds the other end of standard input; a server that was killed is started again.
  private static func serving(
    _ programs: String, _ data: String, _ socket: String, _ waitsForTheDisk: Bool
  ) -> String {
    let command = unprivileged(
      """
      \(programs)/postgres -D \(data) -k \(socket) -c listen_addresses= -c max_connections=200 \
      -c fsync=\(waitsForTheDisk ? "on" : "off") -c shared_buffers=64MB -c autovacuum=off -c log_min_messages=panic
      """)
    return """
      trap '' INT
      { while sleep 0.1; do \(command) && break; done; } & watch=$!
      cat >/dev/null
      kill -KILL $watch 2>/dev/null
      server=$(head -n 1 \(data)/postmaster.pid)
      kill -INT $server 2>/dev/null
      while kill -0 $server 2>/dev/null; do sleep 0.1; done
      rm -rf \(socket)
      """
  }

  private func waitUntilReady() throws {
    for _ in 0..<300 {
      if (try? Self.run("\(programs)/pg_isready -q -h \(socket)")) != nil { return }
      usleep(100_000)
    }
    throw Failure(description: "no answer at \(socket)")
  }

  @discardableResult
  package static func run(_ command: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: words) }
    return words
  }

  /// Runs SQL as the server's owner.
  @discardableResult
  package func psql(_ sql: String) throws -> String {
    let file = folder("\(UUID().uuidString).sql")
    try Data(sql.utf8).write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try Self.run(
      "\(programs)/psql -X -q -t -A -v ON_ERROR_STOP=1 -h \(socket) -U hearsay -d postgres -f \(file)"
    )
  }

  /// An empty schema of its own, as the address of a ledger.
  package func newLedger(person: String = "hearsay") throws -> String {
    let schema = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
    try psql("CREATE SCHEMA \(schema)")
    return address(of: schema, person: person)
  }

  /// The address of the ledger in a schema.
  package func address(of schema: String, person: String = "hearsay") -> String {
    let host = socket.replacing("/", with: "%2F")
    return "postgres://\(person)@\(host)/postgres?options=-csearch_path%3D\(schema)"
  }

  /// The schema of an address that was made here.
  package func schema(of address: String) -> String {
    String(address.split(separator: "%3D").last ?? "")
  }

  /// Kills the server as a power failure would; it is started again at once.
  package func crash() throws {
    try Self.run("kill -KILL $(head -n 1 \(folder("data"))/postmaster.pid)")
  }
}
