import FoundationEssentials
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

private let contents: [[UInt8]] = [
  [], [0], Array("<html>é</html>".utf8), Array(repeating: 7, count: 300_000),
  (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) },
]

@Test(arguments: contents) func `bytes come back from the archive`(bytes: [UInt8]) throws {
  let folder = try TemporaryFolder()
  let archive = Archive(besideLedger: folder("l.sqlite"))
  let digest = try archive.keep(bytes)
  #expect(digest == SHA256.hex(bytes))
  #expect(try archive.bytes(digest) == bytes)
  #expect(try archive.keep(bytes) == digest)
  #expect(archive.digests() == [digest])
  #expect(archive.verify() == [])
}

@Test func `archived files are gzip, named by their digest, and no drafts stay`() throws {
  let folder = try TemporaryFolder()
  let archive = Archive(besideLedger: folder("l.sqlite"))
  let digest = try archive.keep(Array("abc".utf8))
  let inside = folder("l.sqlite.archive/ba")
  #expect(digest.hasPrefix("ba7816bf"))
  #expect(
    try FileManager.default.contentsOfDirectory(atPath: inside) == [digest.dropFirst(2) + ".gz"])
  let packed = try Data(contentsOf: URL(filePath: inside + "/" + digest.dropFirst(2) + ".gz"))
  #expect(Array(packed.prefix(3)) == [0x1f, 0x8b, 8])
}

@Test func `damaged bytes are not given out`() throws {
  let folder = try TemporaryFolder()
  let archive = Archive(besideLedger: folder("l.sqlite"))
  let first = try archive.keep(Array("first".utf8))
  let second = try archive.keep(Array("second".utf8))
  func file(_ digest: String) -> URL {
    URL(filePath: archive.path + "/\(digest.prefix(2))/\(digest.dropFirst(2)).gz")
  }
  try Data(contentsOf: file(second)).write(to: file(first))
  try Data(contentsOf: file(second)).prefix(12).write(to: file(second))
  for digest in [first, second] {
    let error = #expect(throws: LedgerError.self) { try archive.bytes(digest) }
    #expect(error?.code == .damaged)
  }
  #expect(archive.verify().count == 2)
}

@Test(arguments: [
  "../../etc/passwd", "", "ab", String(repeating: "A", count: 64),
  "xx" + String(repeating: "0", count: 62),
]) func `what is no digest names no file`(name: String) throws {
  let archive = Archive(besideLedger: try TemporaryFolder()("l.sqlite"))
  #expect(try archive.bytes(name) == nil)
}

@Test func `many tasks may keep the same bytes at once`() async throws {
  let folder = try TemporaryFolder()
  let archive = Archive(besideLedger: folder("l.sqlite"))
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 0..<32 {
      group.addTask { try archive.keep(Array(repeating: UInt8(number % 2), count: 50_000)) }
    }
    try await group.waitForAll()
  }
  #expect(archive.digests().count == 2)
  #expect(archive.verify() == [])
}

@Test func `drafts of killed processes are removed, those of living ones stay`() throws {
  let folder = try TemporaryFolder()
  let archive = Archive(besideLedger: folder("l.sqlite"))
  let digest = try archive.keep(Array("abc".utf8))
  // A process that is gone holds no lock.
  let abandoned = archive.path + "/draft-1"
  let living = archive.path + "/draft-2"
  for path in [abandoned, living] { try Data([1]).write(to: URL(filePath: path)) }
  let descriptor = unsafe open(living, O_WRONLY)
  defer { close(descriptor) }
  try #require(flock(descriptor, LOCK_EX) == 0)
  archive.removeAbandonedDrafts()
  #expect(!FileManager.default.fileExists(atPath: abandoned))
  #expect(FileManager.default.fileExists(atPath: living))
  #expect(archive.digests() == [digest])
}

@Test func `a folder that cannot be written is an error that names the archive`() throws {
  let folder = try TemporaryFolder()
  try Data().write(to: URL(filePath: folder("l.sqlite.archive")))
  let archive = Archive(besideLedger: folder("l.sqlite"))
  let error = #expect(throws: LedgerError.self) { try archive.keep([1]) }
  #expect(error?.message.contains(archive.path) == true)
}

@Test func `bytes that were kept and are gone are found`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder("l.sqlite"))
  let archive = Archive(besideLedger: ledger.path)
  var delivery = Delivery()
  delivery.isKept = true
  let reading = sampleReading()
  _ = try await ledger.append(reading, delivery: delivery)
  _ = try await ledger.append(sampleReading(url: "without"))
  try archive.keep(Array(sampleText.utf8))
  let snapshot = try Snapshot(path: ledger.path)
  #expect(try snapshot.verifyPresence(in: archive) == [])
  try FileManager.default.removeItem(atPath: archive.path)
  #expect(try snapshot.verifyPresence(in: archive).count == 1)
}
