import HearsayRecords

/// What times are counted in, as `Data/language/times.tsv` spells them.
enum TimeUnit: String, Sendable {
  case second, minute, hour, night, day, weekend, week, fortnight, month, quarter, year, decade,
    century

  /// TIMEX3's duration of `count` of it; -1 for an unknown count.
  func duration(_ count: Int) -> String {
    let n = count < 0 ? "X" : "\(count)"
    return switch self {
    case .second: "PT\(n)S"
    case .minute: "PT\(n)M"
    case .hour: "PT\(n)H"
    case .night: "P\(n)NI"
    case .day: "P\(n)D"
    case .weekend: "P\(n)WE"
    case .week: "P\(n)W"
    case .fortnight: count < 0 ? "PXW" : "P\(count * 2)W"
    case .month: "P\(n)M"
    case .quarter: "P\(n)Q"
    case .year: "P\(n)Y"
    case .decade: "P\(n)DE"
    case .century: "P\(n)CE"
    }
  }

  var granularity: TimeGranularity {
    switch self {
    case .second, .minute: .instant
    case .hour: .hour
    case .night: .partOfDay
    case .day: .day
    case .weekend: .weekend
    case .week, .fortnight: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .decade, .century: .decade
    }
  }

  /// The day that lies `count` units from another.
  func moved(_ day: CivilDay, by count: Int) -> CivilDay {
    switch self {
    case .second, .minute, .hour: day
    case .night, .day: day.adding(days: count)
    case .weekend, .week: day.adding(days: count * 7)
    case .fortnight: day.adding(days: count * 14)
    case .month: day.adding(months: count)
    case .quarter: day.adding(months: count * 3)
    case .year: day.adding(months: count * 12)
    case .decade: day.adding(months: count * 120)
    case .century: day.adding(months: count * 1200)
    }
  }
}
