import Foundation
import HearsayLedger
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

struct PublishedFileTests {
  @Test func `a file has its name only when it is whole`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out.csv"
    let file = try PublishedFile(path)
    try file.write(Array("a,b\n".utf8))
    #expect(!FileManager.default.fileExists(atPath: path))
    try file.publish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "a,b\n")
  }

  @Test func `a link stays, and what it leads to is written`() throws {
    let folder = try TemporaryFolder()
    let (real, link) = (folder.path + "/real.csv", folder.path + "/link.csv")
    try "old".write(toFile: real, atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
    let file = try PublishedFile(link)
    try file.write(Array("new".utf8))
    try file.publish()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
    #expect(try String(contentsOfFile: real, encoding: .utf8) == "new")
  }

  @Test func `what is no file is written into and not replaced`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    // A reader, without which opening a pipe for writing would wait.
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let file = try PublishedFile(path)
    try file.write(Array("told".utf8))
    try file.publish()
    var bytes = [UInt8](repeating: 0, count: 8)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(reader, $0.baseAddress, 8) }
    #expect(String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self) == "told")
    var status = stat()
    #expect(unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }
}
