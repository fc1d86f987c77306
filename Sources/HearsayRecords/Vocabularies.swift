// The closed vocabularies of the ledger, spelled as the JSON contract spells them.

/// What sort of thing an entity is.
public enum EntityKind: String, Codable, Sendable, CaseIterable {
  case person, government, military, police, armedGroup, party, media, international, company, civil
  case country, facility, weapon, other
}

/// The PLOVER event types, and four more that reports turn on.
public enum EventType: String, Codable, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case concede = "CONCEDE"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
  case election = "ELECTION"
  case accident = "ACCIDENT"
  case crime = "CRIME"
  case disaster = "DISASTER"
}

/// Whether an event is told as having taken place, and if not, in which way it is not.
public enum EventStatus: String, Codable, Sendable, CaseIterable {
  case happened, ongoing, attempted, threatened, planned, expected, hypothetical, demanded, denied
  case negated
}

/// How sure the one who tells it is, in the words used.
public enum Certainty: String, Codable, Sendable, CaseIterable {
  case asserted, reported, alleged, suspected, possible, hinted, speculated, confirmed
}

/// What a speaker does by saying it.
public enum ClaimAct: String, Codable, Sendable, CaseIterable {
  case state, deny, confirm, accuse, condemn, demand, praise, threaten, promise, predict, ask
  case claimResponsibility, disavow, apologise, doubt
}

/// Whether the claim is made, or said not to have been made ("no group has claimed responsibility").
public enum Polarity: String, Codable, Sendable, CaseIterable {
  case positive, negative
}

/// The size of the calendar unit that a time names.
public enum TimeGranularity: String, Codable, Sendable, CaseIterable {
  case instant, hour, partOfDay, day, weekend, week, month, season, quarter, year, decade
}

/// How closely a place is known.
public enum PlacePrecision: String, Codable, Sendable, CaseIterable {
  case exact, named, admin2, admin1, country
}

/// Where the publication time was found.
public enum PublishedFrom: String, Codable, Sendable, CaseIterable {
  case option, feed, meta, jsonld, text, url, status, none
}

/// What is remarkable about a wording.
public enum WordingKind: String, Codable, Sendable, CaseIterable {
  case scareQuote, loaded, hedge
}
