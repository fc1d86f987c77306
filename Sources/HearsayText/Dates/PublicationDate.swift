import HearsayRecords

/// Decides when a report was published, and when changed, from all the dates that were found on it.
struct PublicationDate {
  var published: String?
  var publishedFrom = PublishedFrom.none
  var modified: String?

  // Tuned together with ``MarkedDates``, ``AddressDates`` and ``VisibleDates`` on one half of the date pages.
  /// Less than this is no knowledge.
  private static let leastTrust = 16.0
  /// What a place that gives the same day adds, of its own trust, and at most.
  private static let agreement = 0.25
  private static let mostAgreement = 25.0
  /// Of two values for one day the more exact one is told if it is believed this much.
  private static let trustedExactness = 40.0
  /// A report is published before it is changed: a later day loses this.
  private static let afterChange = 30.0
  /// A day that is that of a change too loses this where an earlier one is stated: systems that put the day of the last
  /// change where that of publication belongs often tell the true one elsewhere.
  private static let asChange = 30.0
  /// Trust from which changes and earlier days count for that.
  private static let tellingTrust = 50.0
  private static let earlierTrust = 44.0
  private static let shownTrust = 60.0
  /// What a day gains that stands in folders of the address, if nothing believed is older: addresses are given once.
  private static let inFolders = 30.0
  /// What is written ahead is changed before it is published: marks of publication with this trust are believed.
  private static let surelyPublished = 84.0
  /// A day that an outlet writes itself, with at least this trust, goes before the same instant's day in UTC.
  private static let ownDayTrust = 40.0
  /// What a day gains that lies in the month that stands in the address.
  private static let inMonth = 18.0
  /// The time of a change stands for that of publication with this share of its trust, where nothing better is known.
  private static let changeShare = 0.5

  /// More candidates than this are a calendar: the most trusted are looked at.
  private static let most = 400

  /// Decides between candidates.
  init(_ all: [DateCandidate]) {
    let candidates =
      all.count <= Self.most ? all : Array(all.sorted { $0.trust > $1.trust }.prefix(Self.most))
    var first = Self.confirmed(candidates.filter { !$0.isChange }).filter { $0.trust > 0 }
    let changes = candidates.filter { $0.isChange && $0.trust > 0 && $0.date.day != nil }
    Self.resolveOrders(&first, with: changes)
    let stands = changes.map { change in
      var change = change
      change.trust *= Self.changeShare
      return change
    }
    let best = Self.best(first + stands, changes: changes)
    if let best {
      published = best.date.iso
      publishedFrom = best.publishedFrom
    }
    // What was changed before it was published was not changed.
    if let change = Self.best(changes, changes: []),
      change.date.dayNumber ?? 0 >= best?.date.dayNumber ?? Int.min
    {
      modified = change.date.iso
    }
  }

  // MARK: - The best agreed day

  private static func best(_ candidates: [DateCandidate], changes: [DateCandidate])
    -> DateCandidate?
  {
    let days = candidates.filter { $0.date.day != nil }
    let telling = changes.filter { $0.trust >= tellingTrust }
    let lastChange = telling.max { $0.date.dayNumber ?? 0 < $1.date.dayNumber ?? 0 }
    let changeDays = Set(telling.compactMap(\.date.dayNumber))
    let earliest = days.filter {
      !$0.isChange && $0.trust >= earlierTrust && !changeDays.contains($0.date.dayNumber ?? 0)
    }
    .compactMap(\.date.dayNumber).min()
    let inAddress = Set(days.filter { $0.place == .address }.compactMap(\.date.dayNumber))
    let inFolder = Set(
      days.filter { $0.place == .address && $0.trust >= surelyPublished }
        .compactMap(\.date.dayNumber))
    var best: (day: Int, score: Double)?
    var scored: Set<Int> = []
    for candidate in days.sorted(by: { $0.trust > $1.trust }) {
      guard let day = candidate.date.dayNumber, scored.insert(day).inserted else { continue }
      var score = score(of: day, days, candidates)
      if let change = lastChange, let last = change.date.dayNumber, day > last,
        candidate.trust < surelyPublished, candidate.place == .meta || candidate.place == .script
      {
        // A day later may be the same moment elsewhere.
        if day > last + 1 || !agrees(change, with: day) && !agrees(candidate, with: last) {
          score -= afterChange
        }
      }
      if changeDays.contains(day), let earliest, earliest < day,
        candidate.trust < surelyPublished || inAddress.contains(earliest), !isShown(day, days)
      {
        score -= asChange
      }
      if inFolder.contains(day), day <= earliest ?? day { score += inFolders }
      if score > best?.score ?? leastTrust { best = (day, score) }
    }
    guard let best else {
      return candidates.filter { $0.trust >= leastTrust }.max { $0.trust < $1.trust }
    }
    let day = ownDay(days, best.day)
    return exact(days.filter { agrees($0, with: day) }, on: day)
  }

  /// Whether readers are shown a day as that of publication.
  private static func isShown(_ day: Int, _ days: [DateCandidate]) -> Bool {
    days.contains {
      $0.date.dayNumber == day && !$0.isChange && $0.trust >= shownTrust
        && ($0.place == .visible || $0.place == .timeElement)
    }
  }

  /// The trust of the best candidate for a day, and something for every other place that gives the same.
  private static func score(of day: Int, _ days: [DateCandidate], _ all: [DateCandidate]) -> Double
  {
    var places: [DateCandidate.Place: Double] = [:]
    var own = 0.0
    for candidate in days {
      if candidate.date.dayNumber == day {
        own = max(own, candidate.trust)
      } else if !agrees(candidate, with: day) {
        continue
      }
      places[candidate.place] = max(places[candidate.place] ?? 0, candidate.trust)
    }
    for candidate in all where candidate.date.day == nil {
      let civil = CivilCalendar.day(day)
      if candidate.date.year == civil.year, candidate.date.month == civil.month {
        places[candidate.place] = max(places[candidate.place] ?? 0, candidate.trust)
      }
    }
    let ranked = places.values.sorted(by: >)
    return own + min(mostAgreement, ranked.dropFirst().reduce(0) { $0 + $1 * agreement })
  }

  /// Whether a candidate gives a day, or an instant of it that was told in UTC.
  private static func agrees(_ candidate: DateCandidate, with day: Int) -> Bool {
    guard let own = candidate.date.dayNumber else { return false }
    if own == day { return true }
    guard candidate.date.offset == 0, let clock = candidate.date.clock else { return false }
    // East of the date line to west of it: UTC+13 to UTC-10.
    return own == day - 1 && clock.hour >= 11 || own == day + 1 && clock.hour < 10
  }

  /// The day on which it was there, for a day that is only known from instants in UTC.
  private static func ownDay(_ days: [DateCandidate], _ day: Int) -> Int {
    let instants = days.filter { $0.date.dayNumber == day && $0.trust >= ownDayTrust }
    guard instants.allSatisfy({ $0.date.offset == 0 }) else { return day }
    let neighbours = days.filter {
      $0.trust >= ownDayTrust && $0.date.offset != 0 && $0.date.dayNumber != day
    }
    .filter { local in instants.contains { agrees($0, with: local.date.dayNumber ?? day) } }
    return neighbours.max { $0.trust < $1.trust }?.date.dayNumber ?? day
  }

  /// Of the candidates for a day, the one told: the most exact that is believed, in the outlet's own time if possible.
  private static func exact(_ agreed: [DateCandidate], on day: Int) -> DateCandidate? {
    let own = agreed.filter { $0.date.dayNumber == day }
    guard let most = own.max(by: { $0.trust < $1.trust }) else { return nil }
    let exact =
      own.filter { $0.trust >= min(trustedExactness, most.trust) }
      .max { ($0.date.exactness, $0.trust) < ($1.date.exactness, $1.trust) } ?? most
    guard exact.date.exactness == 2, let local = exact.date.minuteNumberAsUTC else { return exact }
    // A time of day without its offset, and the same instant in UTC elsewhere: the difference is the offset.
    for other in agreed {
      guard let instant = other.date.minuteNumber, other.date.offset == 0,
        other.trust >= tellingTrust
      else { continue }
      let offset = local - instant
      guard (-600...780).contains(offset), offset % 30 == 0 else { continue }
      var known = exact
      known.date.offset = offset
      return known
    }
    return exact
  }

  /// Days of the month that the address tells are believed more.
  private static func confirmed(_ candidates: [DateCandidate]) -> [DateCandidate] {
    let months = Set(
      candidates.filter { $0.place == .address && $0.date.day == nil }.map(\.date))
    guard !months.isEmpty else { return candidates }
    return candidates.map { candidate in
      var candidate = candidate
      if candidate.date.day != nil, candidate.place != .address,
        months.contains(where: {
          $0.year == candidate.date.year && $0.month == candidate.date.month
        })
      {
        candidate.trust += inMonth
      }
      return candidate
    }
  }

  // MARK: - Day and month

  /// Where figures may mean two days, takes the one that something else on the page confirms.
  private static func resolveOrders(
    _ candidates: inout [DateCandidate], with changes: [DateCandidate]
  ) {
    let certain = Set(
      (candidates + changes).filter { $0.other == nil }.compactMap(\.date.dayNumber))
    for index in candidates.indices {
      guard let other = candidates[index].other, let otherDay = other.dayNumber,
        let day = candidates[index].date.dayNumber
      else { continue }
      if certain.contains(otherDay), !certain.contains(day) {
        candidates[index].date = other
        candidates[index].other = nil
      }
    }
  }
}

extension WrittenDate {
  /// Minutes since 1970-01-01 of the time as it is written.
  fileprivate var minuteNumberAsUTC: Int? {
    guard let dayNumber, let clock else { return nil }
    return dayNumber * 1440 + clock.hour * 60 + clock.minute
  }
}
