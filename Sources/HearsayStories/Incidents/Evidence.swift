import HearsayRecords

/// One thing that speaks for or against two reports telling of the same happening.
package struct Evidence: Hashable, Sendable {
  /// What is compared; the names of the weights begin with these.
  package enum Kind: Int, CaseIterable, Hashable, Sendable {
    case what, verb, when, `where`, actor, recipient, blamed, thing, figure, words, names, report
    case standing, person
    /// A person decided.
    case decision

    /// As it is written in tables and JSON.
    package var word: String { "\(self)" }
  }

  /// How far both agree; numbers, since some million are weighed when everything is drawn again.
  package enum Level: Int, CaseIterable, Hashable, Sendable {
    case same, kind, other, unknown, alike, mode, otherMode, type, group, otherGroup
    case sameDay, overlap, overlapLong, nextDay, days, weeks, apart
    case sameDayLent, overlapLent, overlapLongLent, nextDayLent, daysLent, weeksLent, apartLent
    case within, near, country, far, sameLent, withinLent, nearLent, countryLent, farLent
    case swapped, bothMain, oneMain, oneBackground, bothBackground, oneUnreal, oneToCome
    case published, mainPublished

    /// As it is written in tables.
    package var word: String { "\(self)" }

    /// The same of a day or place that is only lent.
    var lent: Level {
      switch self {
      case .sameDay: .sameDayLent
      case .overlap: .overlapLent
      case .overlapLong: .overlapLongLent
      case .nextDay: .nextDayLent
      case .days: .daysLent
      case .weeks: .weeksLent
      case .apart: .apartLent
      case .same: .sameLent
      case .within: .withinLent
      case .near: .nearLent
      case .country: .countryLent
      case .far: .farLent
      default: self
      }
    }
  }

  /// What is compared.
  package let kind: Kind
  /// How far both agree.
  package let level: Level
  /// How much of it there is: 1 for what either is or is not, else 0 to 1.
  package let amount: Double
  /// The words in the first report and those in the second.
  package var spans: [Excerpt] = []
  package var otherSpans: [Excerpt] = []
  /// What is compared, as people call it: a day, a place, a name.
  package var shared: String?

  /// The name of its weight.
  package var name: String { "\(kind.word).\(level.word)" }
}

/// How far types of happenings are akin.
enum TypeGroup {
  /// The family of a type: an explosion is an accident to one and an attack to another.
  static func family(_ type: EventType) -> Int {
    switch type {
    case .assault, .crime, .accident, .disaster: 0
    case .protest: 1
    case .coerce, .sanction: 2
    case .threaten, .mobilize: 3
    case .aid, .concede, .retreat: 4
    case .election: 5
    case .agree, .consult, .support, .cooperate, .request, .accuse, .reject: 6
    }
  }
}

extension EventStatus {
  /// Whether it is told as real.
  package var isReal: Bool { self == .happened || self == .ongoing }
  /// Whether it is told not to have been.
  var isDenied: Bool { self == .denied || self == .negated }
  /// Whether it is still to come, or only thought of.
  var isToCome: Bool { !isReal && !isDenied && self != .attempted }
}
