/// Reads the mails of a mailbox file (mbox, RFC 4155): each begins with a line "From …" with a time in it.
final class MailboxReader: PlacedReader {
  private static let mark = Array("\nFrom ".utf8)
  /// A line that begins a mail is no longer.
  private static let longestLine = 512

  var tally = ArchiveTally()
  let bytes: PlacedBytes

  init(_ bytes: PlacedBytes) { self.bytes = bytes }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while true {
      guard try goOn(where: { $0.starts(with: Self.mark.dropFirst()) }) else { return nil }
      let place = bytes.place
      let isStart = reader.comes(Array(Self.mark.dropFirst()))
      guard let size = size() else {
        tally.tooLarge += 1
        skipMail()
        continue
      }
      let mail = reader.peek(size)
      reader.skip(size)
      guard isStart else {
        tally.damaged += 1
        continue
      }
      let message = mail[...].drop { $0 != 0x0A }.dropFirst()
      switch MailPage.content(Self.unquoted(message)[...], place) {
      case .page(let page):
        tally.pages += 1
        return page
      case .withoutText: tally.withoutText += 1
      case .damaged: tally.damaged += 1
      }
    }
  }

  /// How many bytes there are up to the next mail, or the end; `nil` if that is more than an entry may have.
  private func size() -> Int? {
    var wanted = 1 << 16
    var seen = 1
    while true {
      let got = reader.fill(wanted)
      if let end = nextMail(from: seen, within: got) { return end }
      if got < wanted { return got }
      guard got < ArchiveFile.largestEntry else { return nil }
      seen = max(1, got - Self.longestLine)
      wanted = min(wanted * 4, ArchiveFile.largestEntry)
    }
  }

  /// Where, within so many bytes, the next line begins that a mail begins with.
  private func nextMail(from start: Int, within count: Int) -> Int? {
    reader.look(count) { bytes in
      var from = bytes.startIndex + start
      while from < bytes.endIndex, let found = ByteSearch.first(Self.mark, in: bytes[from...]) {
        let line = bytes[(found + 1)...].prefix(Self.longestLine).prefix { $0 != 0x0A }
        if Self.hasTime(line) { return found + 1 - bytes.startIndex }
        from = found + 1
      }
      return nil
    }
  }

  private func skipMail() {
    while true {
      let count = ArchiveFile.largestEntry / 8
      let got = reader.fill(count)
      if let end = nextMail(from: 0, within: got) {
        reader.skip(end)
        return
      }
      reader.skip(got < count ? got : got - Self.longestLine)
      if got < count { return }
    }
  }

  /// "05:06" in a line: mails begin with "From sender Tue Mar  4 05:06:07 2031", sentences do not.
  static func hasTime(_ line: ArraySlice<UInt8>) -> Bool {
    let isDigit: (Int) -> Bool = { line.indices.contains($0) && (0x30...0x39).contains(line[$0]) }
    return line.indices.contains { colon in
      line[colon] == 0x3A && isDigit(colon - 2) && isDigit(colon - 1) && isDigit(colon + 1)
        && isDigit(colon + 2)
    }
  }

  /// Takes one `>` off lines that were quoted so that they do not begin a mail.
  private static func unquoted(_ mail: ArraySlice<UInt8>) -> [UInt8] {
    let quoted = Array("\n>".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(mail.count)
    var from = mail.startIndex
    while let found = ByteSearch.first(quoted, in: mail[from...]) {
      out += mail[from...found]
      let rest = mail[(found + 1)...]
      let isQuoted = rest.drop { $0 == 0x3E }.starts(with: mark.dropFirst())
      from = isQuoted ? found + 2 : found + 1
      if !isQuoted {
        out.append(0x3E)
        from = found + 2
      }
    }
    return out + mail[from...]
  }
}
