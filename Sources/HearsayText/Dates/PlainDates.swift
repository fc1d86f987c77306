import HearsayRecords

/// Finds when a plain text was published: in its own address, its first and last lines, and the posts it shows.
enum PlainDates {
  static func published(_ text: String, address: String?) -> (String?, PublishedFrom) {
    if let address, let time = StatusNumber.time(ofPostAt: address) { return (time.iso, .status) }
    if let date = stated(text) { return (date.iso, .text) }
    if let address {
      let candidates = AddressDates.candidates(address, order: .dayFirst).filter {
        $0.date.day != nil
      }
      if let best = candidates.max(by: { $0.trust < $1.trust }) { return (best.date.iso, .url) }
    }
    if let instant = StatusNumber.latest(in: text) { return (instant.iso, .status) }
    return (nil, .none)
  }

  /// A date in the first or last lines that stands alone or after "Published": "Published 7 November 2021".
  private static func stated(_ text: String) -> WrittenDate? {
    let scanner = DateScanner()
    let lines = text.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
    for line in lines.prefix(8) + lines.suffix(2) where line.utf8.count <= 100 {
      guard DateShape.mayHoldDate(String(line)) else { continue }
      for found in scanner.dates(in: line) {
        // Figures that may mean two days tell none here: nothing says where the text comes from.
        guard found.date.day != nil, found.other == nil,
          WrittenDate.recentYears.contains(found.date.year)
        else { continue }
        return found.date
      }
    }
    return nil
  }
}
