public import HearsayRecords

/// An entry of a live blog, with the time it was written.
public struct LiveEntry: Sendable, Hashable {
  /// Where it stands in the article's text.
  public var span: TextSpan
  /// When it was written: ISO 8601, with the time of day.
  public var published: String
  /// Where the text shows that time; `nil` if only the markup tells it.
  public var timeSpan: TextSpan?
}

/// Finds the entries of a live blog: neighbours of one kind in the story, each with a time of its own.
///
/// What they are called differs from site to site; that three or more elements beside each other hold both a time and some of the
/// story does not.
struct LiveEntries {
  /// Fewer are no live blog: a report may show when it was published and when it was changed.
  private static let fewest = 3
  /// A time that is shown is no longer than this, in bytes.
  private static let longestTime = 48
  /// More times than these are not looked at, and of each so many of the elements around it.
  private static let mostTimes = 4000
  private static let mostLevels = 24

  private struct Entry {
    let nodes: Range<Int>
    let published: String
    let shown: String
  }

  private let entries: [Entry]

  /// Looks at the paragraphs of a page's story.
  init(_ metadata: PageMetadata, _ paragraphs: [MainText.Paragraph]) {
    let document = metadata.document
    let times = Self.times(metadata)
    guard times.count >= Self.fewest else {
      entries = []
      return
    }
    // The elements that hold some of the story.
    var told: Set<Int> = []
    for element in paragraphs.compactMap(\.element) {
      var current = element
      while current >= 0, told.insert(current).inserted { current = document.nodes[current].parent }
    }
    // Of each element that times stand in, the children in which they do; the first time of a child is its own.
    var children: [Int: [Int: Int]] = [:]
    for (number, time) in times.enumerated() {
      var child = time.element
      var parent = document.nodes[child].parent
      var level = 0
      while parent >= 0, level < Self.mostLevels {
        level += 1
        if children[parent]?[child] == nil { children[parent, default: [:]][child] = number }
        child = parent
        parent = document.nodes[child].parent
      }
    }
    var best: [Int: Int] = [:]
    for (_, dated) in children.sorted(by: { $0.key < $1.key }) where dated.count >= Self.fewest {
      let telling = dated.filter { told.contains($0.key) }
      let kinds = Dictionary(grouping: telling.keys) { document.nodes[$0].name }
      guard let alike = kinds.values.max(by: { $0.count < $1.count }),
        alike.count >= Self.fewest, alike.count > best.count
      else { continue }
      let name = document.nodes[alike[0]].name
      best = telling.filter { document.nodes[$0.key].name == name }
    }
    entries = best.sorted { $0.key < $1.key }.map { child, number in
      Entry(
        nodes: child..<document.end(child), published: times[number].published,
        shown: times[number].shown)
    }
  }

  /// The updates that the page's data carries, where it shows much less than them: a script would show the rest.
  ///
  /// - Returns: Their paragraphs and entries; `nil` if the page has no such data, or shows it.
  static func declared(_ metadata: PageMetadata, besides shown: [MainText.Paragraph]) -> (
    entries: LiveEntries, paragraphs: [MainText.Paragraph]
  )? {
    guard case .array(let updates)? = metadata.linked.value("liveBlogUpdate") else { return nil }
    var entries: [Entry] = []
    var paragraphs: [MainText.Paragraph] = []
    for update in updates.prefix(mostTimes) {
      guard let date = update["datePublished"]?.strings.first,
        let written = MarkedDates.date(date, DateScanner())?.date, written.clock != nil,
        let body = update["articleBody"]?.strings.first
      else { continue }
      let headline = (update["headline"]?.strings.first).map { [$0.collapsed] } ?? []
      let texts = (headline + DeclaredText.paragraphs(body)).filter { !$0.isEmpty }
      paragraphs += texts.map { MainText.Paragraph(text: $0, entry: entries.count) }
      entries.append(Entry(nodes: 0..<0, published: written.iso, shown: ""))
    }
    guard paragraphs.length > 2 * shown.length else { return nil }
    return (LiveEntries(entries: entries), paragraphs)
  }

  private init(entries: [Entry]) { self.entries = entries }

  /// The times that elements of the page give, to the minute.
  private static func times(_ metadata: PageMetadata) -> [(
    element: Int, published: String, shown: String
  )] {
    let document = metadata.document
    let scanner = DateScanner(
      order: DateOrder.usual(language: metadata.languageTag, address: metadata.canonical),
      language: metadata.language)
    var found: [(element: Int, published: String, shown: String)] = []
    for index in metadata.parts.stamped.prefix(mostTimes) {
      let attributes = document.nodes[index].attributes
      let stated = attributes.keys.lazy.filter { $0 == "datetime" || $0.hasPrefix("data-") }
        .compactMap { attributes[$0].flatMap { MarkedDates.date($0, scanner) } }
        .first { $0.date.clock != nil }
      guard let stated else { continue }
      let shown = document.text(index).collapsed
      found.append(
        (
          index, stated.date.iso,
          shown.utf8.count <= longestTime && shown.contains(where: \.isNumber) ? shown : ""
        ))
    }
    return found
  }

  /// The paragraphs with the number of the entry that each belongs to; where an entry's time is shown but is no part of the story
  /// yet, it becomes the entry's first paragraph.
  func marked(_ paragraphs: [MainText.Paragraph]) -> [MainText.Paragraph] {
    guard !entries.isEmpty else { return paragraphs }
    var marked: [MainText.Paragraph] = []
    var last: Int?
    for paragraph in paragraphs {
      var paragraph = paragraph
      if let element = paragraph.element {
        paragraph.entry = entries.firstIndex { $0.nodes.contains(element) }
      }
      if let entry = paragraph.entry, entry != last {
        let shown = entries[entry].shown
        if !shown.isEmpty, !paragraph.text.hasPrefix(shown) {
          marked.append(MainText.Paragraph(text: shown, element: nil, entry: entry))
        }
      }
      last = paragraph.entry
      marked.append(paragraph)
    }
    return marked
  }

  /// Where the entries stand in a text of which the marked paragraphs begin at these bytes.
  func entries(_ paragraphs: [MainText.Paragraph], at starts: [Int]) -> [LiveEntry] {
    var found: [LiveEntry] = []
    var last: Int?
    for (paragraph, start) in zip(paragraphs, starts) {
      let end = start + paragraph.text.utf8.count
      if let entry = paragraph.entry, entry == last {
        found[found.count - 1].span = TextSpan(start: found[found.count - 1].span.start, end: end)
      } else if let entry = paragraph.entry {
        let shown = entries[entry].shown
        found.append(
          LiveEntry(
            span: TextSpan(start: start, end: end), published: entries[entry].published,
            timeSpan: !shown.isEmpty && paragraph.text.hasPrefix(shown)
              ? TextSpan(start: start, end: start + shown.utf8.count) : nil))
      }
      last = paragraph.entry
    }
    return found
  }
}
