import HearsayDatabase
import HearsayRecords

/// A month of publication, by the places of its readings: the part of the full-text tables in which they stand.
struct Month: Hashable {
  let name: String
  let places: ClosedRange<Int>

  /// Months before and after these are kept together: dates so far off are mostly mistaken.
  private static let years = 1980..<2060

  init(place: Int) {
    func first(_ year: Int, _ month: Int) -> Int { Self.first(year, month) }
    let day = CivilCalendar.day(place.flooredQuotient(by: ShelfOrder.ofDay))
    if day.year < Self.years.lowerBound {
      name = "before"
      // What is behind must be a number too.
      places = Int.min / ShelfOrder.keys...first(Self.years.lowerBound, 1) - 1
    } else if day.year >= Self.years.upperBound {
      name = "after"
      places = first(Self.years.upperBound, 1)...Int.max / ShelfOrder.keys - 1
    } else {
      name = "\(day.year)_\(CivilCalendar.padded(day.month, 2))"
      let next = day.month == 12 ? first(day.year + 1, 1) : first(day.year, day.month + 1)
      places = first(day.year, day.month)...next - 1
    }
  }

  /// The first place of a month.
  private static func first(_ year: Int, _ month: Int) -> Int {
    CivilCalendar.number(year, month, 1) * ShelfOrder.ofDay
  }

  /// The month of a part's name; `nil` if it is no part of ours.
  init?(name: String) {
    switch name {
    case "before": self.init(place: Self.first(Self.years.lowerBound - 1, 1))
    case "after": self.init(place: Self.first(Self.years.upperBound, 1))
    default:
      let numbers = name.split(separator: "_").map { Int($0) }
      guard numbers.count == 2, let year = numbers[0], let month = numbers[1],
        (1...12).contains(month)
      else { return nil }
      self.init(place: Self.first(year, month))
    }
  }
}

/// The months of a full-text table, few at first and then more and more of them together.
///
/// What stands together is looked up together: asked for all months at once PostgreSQL either walks through them word by word or finds
/// everything before it shows the first. Most questions are answered by the first months.
struct MonthWindows {
  private let ranges: [ClosedRange<Int>]

  /// Of a full-text table that has `size` numbers for each place, and of whose numbers some are wanted.
  init(
    of table: String, size: Int, in wanted: ClosedRange<Int>, isDescending: Bool = false,
    _ connection: any Database
  ) throws(DatabaseError) {
    let names = try connection.rows(
      """
      SELECT part.relname::text FROM pg_inherits i JOIN pg_class part ON part.oid = i.inhrelid
      WHERE i.inhparent = to_regclass(?)
      """, [.text(table)]
    ) { String($0.string(0).dropFirst(table.count + 1)) }
    let months = names.compactMap(Month.init).map(\.places).sorted {
      ($0.lowerBound < $1.lowerBound) != isDescending
    }.compactMap { places -> ClosedRange<Int>? in
      let (first, last) = (places.lowerBound * size, places.upperBound * size + size - 1)
      guard first <= wanted.upperBound, last >= wanted.lowerBound else { return nil }
      return max(first, wanted.lowerBound)...min(last, wanted.upperBound)
    }
    var ranges: [ClosedRange<Int>] = []
    var open = months[...]
    var count = 1
    while let first = open.first {
      let last = open.prefix(count).last ?? first
      ranges.append(
        min(first.lowerBound, last.lowerBound)...max(first.upperBound, last.upperBound))
      open = open.dropFirst(count)
      count *= 2
    }
    self.ranges = ranges
  }

  /// So many rows are asked for first, and at most so many later.
  private static let fewest = 64
  private static let most = 4_096

  /// Asks for rows of one window after the other, and of each for more and more at a time, until `body` says `false`.
  ///
  /// `ask` answers with the rows of a range, so many at most, in order; `number` tells the number of one.
  func forEach<Found>(
    isDescending: Bool = false, _ ask: (ClosedRange<Int>, Int) throws -> [Found],
    number: (Found) -> Int, _ body: (Found) throws -> Bool
  ) throws {
    var limit = Self.fewest
    for window in ranges {
      var open: ClosedRange<Int>? = window
      while let range = open {
        let found = try ask(range, limit)
        for one in found {
          guard try body(one) else { return }
        }
        open = nil
        guard found.count == limit, let last = found.last.map(number) else { continue }
        limit = min(limit * 4, Self.most)
        if isDescending {
          if last > range.lowerBound { open = range.lowerBound...(last - 1) }
        } else if last < range.upperBound {
          open = (last + 1)...range.upperBound
        }
      }
    }
  }
}
