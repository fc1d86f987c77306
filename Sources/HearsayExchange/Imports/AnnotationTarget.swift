import HearsayLedger
package import HearsayRecords
package import HearsayStories

extension AnnotationFile {
  /// What an annotation is about: words of a page, or something with an id of its own.
  package struct Target: Hashable, Sendable {
    /// The address of the page, or the id.
    package var source: String
    package var exact: String?
    package var before: String?
    package var after: String?
    /// Code points of the text that whoever annotated had before him.
    package var place: Range<Int>?
    /// The digest of the bytes that it was read from (hexadecimal), where it is told.
    package var digest: String?

    init?(_ value: JSONValue, address: String?) {
      let named = value["source"]
      guard let source = value.string ?? named?.string ?? (named ?? value)["id"]?.string ?? address
      else { return nil }
      self.source = source
      if let cached = named?["cached"]?.string, cached.hasPrefix("urn:sha256:") {
        digest = String(cached.dropFirst("urn:sha256:".count))
      }
      let selectors = (value["selector"]?.list ?? []).flatMap { selector in
        // A part of a part: the finer one tells the words.
        [selector] + (selector["refinedBy"]?.list ?? [])
      }
      for selector in selectors {
        switch selector["type"]?.string {
        case "TextQuoteSelector":
          exact = selector["exact"]?.string
          before = selector["prefix"]?.string
          after = selector["suffix"]?.string
        case "TextPositionSelector":
          if let start = selector["start"]?.whole, let end = selector["end"]?.whole, start >= 0,
            start < end
          {
            place = start..<end
          }
        default: break
        }
      }
    }
  }
}

extension AnnotationFile.Target {
  /// Where its words stand in a report; `nil` if they do not, or at several places that nothing tells apart.
  ///
  /// The place in the page is no place in the report, unless the same words stand there: it only tells which of several is nearest.
  package func span(in positions: PositionMap) -> TextSpan? {
    guard let exact else { return nil }
    let text = Even(positions.utf8)
    let wanted = Even(Array(exact.utf8)).trimmed
    guard !wanted.isEmpty else { return nil }
    let (before, after) = (
      Even(Array((before ?? "").utf8)).bytes, Even(Array((after ?? "").utf8)).bytes
    )
    var best: (score: Int, gap: Int, at: Int)?
    var isOne = true
    for at in text.places(of: wanted) {
      let score =
        Self.common(before.reversed(), text.bytes[..<at].reversed())
        + Self.common(after, text.bytes[(at + wanted.count)...])
      let start = positions.scalarOffset(ofUTF8: text.origins[at])
      let gap = place.map { abs($0.lowerBound - start) } ?? 0
      let isBetter = best.map { (-score, gap) < (-$0.score, $0.gap) } ?? true
      if isBetter {
        best = (score, gap, at)
        isOne = true
      } else if let best, (best.score, best.gap) == (score, gap) {
        isOne = false
      }
    }
    guard let best, isOne else { return nil }
    return TextSpan(
      start: text.origins[best.at],
      end: text.origins[best.at + wanted.count - 1] + text.widths[best.at + wanted.count - 1])
  }

  private static func common(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int {
    zip(left, right).prefix { $0 == $1 }.count
  }
}

/// A text in which every stretch of white space is one space: pages are not broken into lines where their text is.
private struct Even {
  private(set) var bytes: [UInt8] = []
  /// Where in the text each byte stands, and how many bytes of it it stands for.
  private(set) var origins: [Int] = []
  private(set) var widths: [Int] = []

  init(_ utf8: [UInt8]) {
    var at = 0
    while at < utf8.count {
      let width = Self.space(utf8, at)
      guard width > 0 else {
        bytes.append(utf8[at])
        origins.append(at)
        widths.append(1)
        at += 1
        continue
      }
      let start = at
      while at < utf8.count, case let next = Self.space(utf8, at), next > 0 { at += next }
      bytes.append(0x20)
      origins.append(start)
      widths.append(at - start)
    }
  }

  /// How many bytes of white space stand at a place; a no-break space is some.
  private static func space(_ utf8: [UInt8], _ at: Int) -> Int {
    switch utf8[at] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where at + 1 < utf8.count && utf8[at + 1] == 0xA0: 2
    default: 0
    }
  }

  /// Without a space at its ends.
  var trimmed: [UInt8] {
    var rest = bytes[...]
    if rest.first == 0x20 { rest = rest.dropFirst() }
    if rest.last == 0x20 { rest = rest.dropLast() }
    return Array(rest)
  }

  func places(of wanted: [UInt8]) -> [Int] {
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    return (0...(bytes.count - wanted.count)).filter {
      bytes[$0] == first && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}

extension ReadingIndex {
  /// The record that words are about: a happening, claim or number whose own words are most nearly the same.
  package func record(about span: TextSpan) -> (kind: RecordKind, record: any Record)? {
    var best: (share: Double, kind: RecordKind, record: any Record)?
    for kind in [RecordKind.happenings, .claims, .figures] {
      for record in reading.records(of: kind) {
        for words in record.spans + triggers(of: record) {
          let common = min(words.end, span.end) - max(words.start, span.start)
          guard common > 0 else { continue }
          let all = max(words.end, span.end) - min(words.start, span.start)
          let share = Double(common) / Double(all)
          if share > best?.share ?? 0 { best = (share, kind, record) }
        }
      }
    }
    return best.map { ($0.kind, $0.record) }
  }

  /// A happening is told by the words of its events.
  private func triggers(of record: any Record) -> [TextSpan] {
    guard let happening = record as? Happening else { return [] }
    return happening.events.compactMap { events[$0] }.flatMap { [$0.trigger] + $0.evidence }
  }
}
