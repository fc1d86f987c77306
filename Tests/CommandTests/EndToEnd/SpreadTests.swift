import Foundation
import TestSupport
import Testing

/// Archives read in parts by workers that die.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct SpreadTests {
  /// Runs `scripts/spread` with a worker that is killed in the middle of a part as often as `kills` says.
  ///
  /// - Returns: Its exit status.
  private func spread(_ program: Program, _ archive: String, kills: Int) throws -> Int32 {
    // The worker stands between the script and the tool; it dies with a line half written.
    let worker = try program.write(
      """
      #!/bin/bash
      folder=$(dirname "$0")
      if [ "$(ls "$folder" | grep -c '^killed-')" -lt \(kills) ]; then
        mkdir "$folder/killed-$$"
        printf '{"half": "of a li'
        kill -9 $$
      fi
      exec "\(Program.path)" "$@"

      """, to: "worker/hearsay")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: worker)
    return try run(
      ["spread", "-j", "1", "-s", "1", "-o", program.folder("out"), archive],
      ["HEARSAY": worker])
  }

  /// Runs one of `scripts`; returns its exit status.
  private func run(_ words: [String], _ environment: [String: String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [Program.root + "/scripts/" + words[0]] + words.dropFirst()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func lines(_ program: Program) throws -> [String] {
    let parts = program.folder("out/parts")
    return try FileManager.default.contentsOfDirectory(atPath: parts).sorted().flatMap { name in
      try String(contentsOfFile: parts + "/" + name, encoding: .utf8).split(separator: "\n").map(
        String.init)
    }
  }

  /// An archive of six long reports.
  private func crawl(_ program: Program) throws -> String {
    var warc = WARCBuilder()
    for number in 1...6 {
      warc.page(
        "https://news.example/\(number)",
        ShortReports.text(number) + String(repeating: "<!-- filler -->", count: 60_000))
    }
    return try program.write(Data(warc.bytes(.none)), to: "crawl.warc")
  }

  @Test func `workers that are killed lose nothing and double nothing`() throws {
    let program = try Program()
    let archive = try crawl(program)
    let whole = try program.run("read", "--no-store", "-q", "-f", "jsonl", "-j", "1", archive)
    #expect(try spread(program, archive, kills: 2) == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.folder("worker")).count == 3)
    #expect(try lines(program) == whole.output.split(separator: "\n").map(String.init))
    #expect(try lines(program).count == 6)
    // Once more: nothing is read again, nothing is left lying about.
    #expect(try spread(program, archive, kills: 99) == 0)
    #expect(try lines(program).count == 6)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.folder("out/parts")).allSatisfy {
        $0.hasSuffix(".jsonl")
      })
  }

  @Test func `tasks of a job array read a share each, also when one of them is killed`() throws {
    let program = try Program()
    let archive = try crawl(program)
    let whole = try program.run(
      "read", "--no-store", "-q", "-f", "jsonl", "--with-bands", "-j", "1", archive)
    let killed = try program.write("#!/bin/bash\nkill -9 $PPID\n", to: "killed/hearsay")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: killed)
    func task(_ number: Int, by worker: String) throws -> Int32 {
      try run(
        ["slurm", program.folder("out"), archive],
        [
          "SLURM_ARRAY_TASK_ID": "\(number)", "SLURM_ARRAY_TASK_COUNT": "3", "HEARSAY": worker,
          "SPREAD_FLAGS": "-b -s 1",
        ])
    }
    for number in 1...3 {
      #expect(try task(number, by: number == 2 ? killed : Program.path) == (number == 2 ? 2 : 0))
    }
    #expect(try lines(program).count < 6)
    #expect(try task(2, by: Program.path) == 0)
    #expect(try lines(program) == whole.output.split(separator: "\n").map(String.init))
    let linking = try #require(try lines(program).first).contains(#","linking":{"address":"https:"#)
    #expect(linking)
  }
}
