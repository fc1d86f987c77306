import Foundation
import TestSupport

@testable import HearsayArchives

/// A file with some bytes in a folder of its own.
struct ArchiveOnDisk {
  let folder: TemporaryFolder
  let path: String

  init(_ bytes: [UInt8], name: String) throws {
    folder = try TemporaryFolder()
    path = folder(name)
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// A reader of the file, of the kind its name tells, else its first bytes.
  func reader(_ columns: TableColumns? = nil) throws -> any ArchiveReader {
    if let kind = ArchiveFile.kind(ofName: path) {
      return try ArchiveFile.open(path, as: kind, columns: columns)
    }
    switch FileNature(path: path) {
    case .archive(let kind): return try ArchiveFile.open(path, as: kind, columns: columns)
    case .table: return try ArchiveFile.open(path, as: .table, columns: columns)
    case .page, .unread, .other: throw ArchiveError(.notAnArchive, "no archive")
    }
  }

  /// Everything in it.
  func read(_ columns: TableColumns? = nil) throws -> Everything {
    let reader = try reader(columns)
    var pages: [ArchivedPage] = []
    while let page = try reader.next() { pages.append(page) }
    return Everything(pages: pages, tally: reader.tally)
  }
}

struct Everything {
  let pages: [ArchivedPage]
  let tally: ArchiveTally

  var addresses: [String] { pages.map { $0.address ?? "-" } }
}

extension ArchivedPage {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
