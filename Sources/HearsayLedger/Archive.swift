import FoundationEssentials
import HearsayRecords

/// The original bytes of what was read, compressed and named by their SHA-256, in a folder beside the ledger:
/// `ledger.sqlite.archive/ab/cdef….gz`.
///
/// The same bytes are kept once, however often they are seen. A file is written as a draft in the archive's folder and moved
/// to its place when it is whole and on the disk, so neither a killed process nor a power failure leaves half a file under a
/// digest. The files are plain gzip.
package struct Archive: Sendable {
  /// The folder.
  package let path: String

  /// The archive of the ledger at a path.
  package init(besideLedger ledger: String) {
    path = LedgerLocation.beside(ledger) + ".archive"
  }

  /// Removes the drafts that killed processes left; those of living ones stay.
  package func removeAbandonedDrafts() { DraftFile.removeAbandoned(in: path) }

  /// Keeps bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - known: Their SHA-256, where it has been worked out already.
  /// - Returns: Their SHA-256 in lower-case hexadecimal.
  /// - Throws: ``LedgerError`` if the folder cannot be written.
  @discardableResult
  package func keep(_ bytes: [UInt8], digest known: String? = nil) throws(LedgerError) -> String {
    let digest = known ?? SHA256.hex(bytes)
    let place = place(of: digest)
    guard !FileManager.default.fileExists(atPath: place.file) else { return digest }
    do {
      try FileManager.default.createDirectory(
        atPath: place.folder, withIntermediateDirectories: true)
    } catch {
      throw LedgerError(.readOnly, "the archive \(path) cannot be written (\(error))")
    }
    do {
      let draft = try DraftFile(in: path)
      do {
        try Gzip.compress(bytes) { piece in try draft.write(piece) }
      } catch {
        draft.discard()
        throw error
      }
      // Other processes that keep the same bytes put the same file there.
      try draft.publish(as: place.file)
      return digest
    } catch {
      if let failure = error as? DraftFile.Failure, failure.isFullDisk {
        throw LedgerError(.full, "no room to write the archive \(path): the disk is full")
      }
      throw LedgerError(.readOnly, "the archive \(path) cannot be written (\(error))")
    }
  }

  /// Whether the bytes with a digest are kept.
  package func contains(_ digest: String) -> Bool {
    Self.isDigest(digest) && FileManager.default.fileExists(atPath: place(of: digest).file)
  }

  /// The bytes with a digest; `nil` if they are not kept.
  ///
  /// - Throws: ``LedgerError`` with code `damaged` if what is kept are not those bytes.
  package func bytes(_ digest: String) throws(LedgerError) -> [UInt8]? {
    guard contains(digest) else { return nil }
    var bytes: [UInt8] = []
    try read(digest) { bytes += $0 }
    return bytes
  }

  /// Shows the bytes with a digest piece by piece and compares them with it.
  private func read(_ digest: String, _ body: ([UInt8]) -> Void) throws(LedgerError) {
    let file = place(of: digest).file
    guard let packed = try? Data(contentsOf: URL(filePath: file)) else {
      throw LedgerError(.damaged, "\(file) cannot be read")
    }
    var sum = SHA256()
    do {
      try Gzip.decompress(Array(packed)) { piece in
        sum.update(piece)
        body(piece)
      }
    } catch {
      throw LedgerError(.damaged, "\(file) does not hold the bytes it is named after")
    }
    guard sum.hex() == digest else {
      throw LedgerError(.damaged, "\(file) does not hold the bytes it is named after")
    }
  }

  /// The digests of all bytes kept, in order.
  package func digests() -> [String] {
    let files = FileManager.default
    let folders = (try? files.contentsOfDirectory(atPath: path)) ?? []
    return folders.sorted().flatMap { folder -> [String] in
      let names = (try? files.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
      return names.sorted().compactMap { name in
        guard name.hasSuffix(".gz") else { return nil }
        let digest = folder + name.dropLast(3)
        return Self.isDigest(digest) ? digest : nil
      }
    }
  }

  /// Reads everything kept again and compares it with its name.
  ///
  /// - Returns: What is wrong; empty for a sound archive.
  package func verify(
    progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) -> [Problem] {
    var problems: [Problem] = []
    let digests = digests()
    for (offset, digest) in digests.enumerated() {
      do {
        try read(digest) { _ in }
      } catch {
        problems.append(Problem(report: nil, reason: error.message))
      }
      guard progress(offset + 1, digests.count) else { break }
    }
    return problems
  }

  private struct Place {
    let folder: String
    let file: String
  }

  private func place(of digest: String) -> Place {
    let folder = path + "/" + digest.prefix(2)
    return Place(folder: folder, file: folder + "/" + digest.dropFirst(2) + ".gz")
  }

  /// Only digests become paths: what is asked for may come from outside.
  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
