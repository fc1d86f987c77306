import HearsayRecords

/// The order of publication as whole numbers, so that one index and one full-text table answer in it without sorting.
///
/// A day has 2^20 places. The first 2^17 are of readings of which only the day is known, in the order they came; then each
/// minute has 600, ten for each second, in which a reading takes the first that is free after its second. Only where a minute has
/// more readings than places does one stand in the next. The records of a reading have 2^12 keys behind each place: two bits for
/// the kind, ten for the number.
///
/// Keys stand close together, since full-text tables keep the distance from one to the next.
enum ShelfOrder {
  /// Places of a day.
  static let ofDay = 1 << 20
  /// Places of readings of which only the day is known.
  static let ofBareDay = 1 << 17
  /// Places of a minute.
  static let ofMinute = 600
  /// Records of one kind behind a place; the first number is 0, and no record has it.
  static let records = 1 << 10
  /// Keys behind a place.
  static let keys = records * AskedKind.allCases.count

  /// Places next to each other, of which one is to be had.
  struct Zone: Hashable {
    /// The first that may be taken.
    let first: Int
    /// Behind the last.
    let end: Int

    /// The zone after this one, for a reading that finds no place in it.
    var next: Zone {
      let day = CivilDay.start(of: end - 1)
      let inDay = end - day
      return inDay + ShelfOrder.ofMinute <= ShelfOrder.ofBareDay + 1_440 * ShelfOrder.ofMinute
        ? Zone(first: end, end: end + ShelfOrder.ofMinute)
        : Zone(
          first: day + ShelfOrder.ofDay, end: day + ShelfOrder.ofDay + ShelfOrder.ofBareDay)
    }
  }

  private enum CivilDay {
    static func start(of place: Int) -> Int { place & ~(ShelfOrder.ofDay - 1) }
  }

  /// The zone of a moment in seconds since 1970; `isBareDay` if no time of the day is known.
  static func zone(of moment: Double, isBareDay: Bool) -> Zone {
    let day = (moment / 86_400).rounded(.down)
    let start = Int(day) * ofDay
    guard !isBareDay else { return Zone(first: start, end: start + ofBareDay) }
    let seconds = moment - day * 86_400
    let minute = min(1_439, Int(seconds / 60))
    let zone = start + ofBareDay + minute * ofMinute
    let within = min(ofMinute - 1, Int((seconds - Double(minute) * 60) * 10))
    return Zone(first: zone + within, end: zone + ofMinute)
  }

  /// The places of whole days, from the day of one moment to that of another.
  static func places(since: Double?, until: Double?) -> ClosedRange<Int> {
    let first = since.map { Int(($0 / 86_400).rounded(.down)) * ofDay } ?? Int.min / keys
    // What found no place in its own day stands at the beginning of the next.
    let last =
      until.map { (Int(($0 / 86_400).rounded(.down)) + 2) * ofDay - 1 } ?? Int.max / keys - 1
    return first...max(first, last)
  }

  /// The key of a record of a reading.
  static func key(place: Int, _ kind: AskedKind, ordinal: Int) -> Int {
    (place + ordinal / records) * keys + kind.rawValue * records + ordinal % records
  }

  /// The keys of all records of readings at these places.
  static func keys(of places: ClosedRange<Int>) -> ClosedRange<Int> {
    (places.lowerBound * keys)...(places.upperBound * keys + keys - 1)
  }

  /// How many places a reading takes.
  static func room(for records: Int) -> Int { 1 + records / Self.records }
}

/// The kinds of records that are asked for, as they are numbered in keys; released numbers never change.
enum AskedKind: Int, CaseIterable {
  case claims, events, happenings, figures

  init?(_ kind: RecordKind) {
    switch kind {
    case .claims: self = .claims
    case .events: self = .events
    case .happenings: self = .happenings
    case .figures: self = .figures
    default: return nil
    }
  }

  /// What begins its tags.
  var letter: String {
    switch self {
    case .claims: "c"
    case .events: "e"
    case .happenings: "h"
    case .figures: "f"
    }
  }
}

/// A key of the full-text table of records.
struct RecordKey: Hashable {
  let place: Int
  let kind: AskedKind
  /// The number of the record behind the place; the whole number if the place is the first of its reading.
  let ordinal: Int

  init(_ key: Int) {
    // A shift rounds down also below zero, before 1970.
    place = key >> ShelfOrder.keys.trailingZeroBitCount
    let rest = key - place * ShelfOrder.keys
    kind = AskedKind(rawValue: rest / ShelfOrder.records) ?? .claims
    ordinal = rest % ShelfOrder.records
  }

  /// The number of the record in its reading, which begins at a place.
  func ordinal(from first: Int) -> Int { (place - first) * ShelfOrder.records + ordinal }
}

/// Where the records of a reading lie in their tables: a row's number tells its reading and which of them it is.
enum RecordNumber {
  /// More records of one kind no reading has.
  static let most = 1 << 16

  static func number(reading: Int, ordinal: Int) -> Int { reading * most + ordinal }

  /// The first and the last number of a reading.
  static func range(of reading: Int) -> (first: Int, last: Int) {
    (reading * most, reading * most + most - 1)
  }
}
