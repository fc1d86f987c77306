package import HearsayRecords

/// Words by which a report tells a happening, as the model marks them.
package struct HappeningMention: Sendable, Hashable {
  package var tokens: Range<Int>
  /// The PLOVER type that is likeliest.
  package var type: EventType
  /// The mode that is likeliest; `nil` for none.
  package var mode: String?
  /// Probability that the words tell a happening at all, 0 … 1.
  package var score: Float
  /// Probability of the type among all types, 0 … 1.
  package var typeScore: Float
  /// Probabilities of the statuses that are likely at all.
  package var statuses: [EventStatus: Float]
  /// Probability that it is told by somebody else than the reporter, 0 … 1.
  package var mouth: Float
  /// What other words are to the happening.
  package var roles: [RoleMention]
  /// For earlier mentions of the text, the nearest first and at most ``reach``, the probability that both tell the same
  /// happening, 0 … 1.
  package var sameAs: [Float]

  /// So many mentions back others are compared; without a bound a long text would cost the square of its length.
  package static let reach = 300

  package init(
    tokens: Range<Int>, type: EventType, mode: String? = nil, score: Float = 1,
    typeScore: Float = 1, statuses: [EventStatus: Float] = [.happened: 1], mouth: Float = 0,
    roles: [RoleMention] = [], sameAs: [Float] = []
  ) {
    self.tokens = tokens
    self.type = type
    self.mode = mode
    self.score = score
    self.typeScore = typeScore
    self.statuses = statuses
    self.mouth = mouth
    self.roles = roles
    self.sameAs = sameAs
  }

  /// The likeliest status.
  package var status: EventStatus {
    statuses.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .happened
  }
}

/// A word that is something to a happening.
package struct RoleMention: Sendable, Hashable {
  package var token: Int
  package var role: HappeningRole
  /// Probability, 0 … 1.
  package var score: Float

  package init(token: Int, role: HappeningRole, score: Float = 1) {
    self.token = token
    self.role = role
    self.score = score
  }
}

/// What a word can be to a happening; the raw values are the model's labels.
package enum HappeningRole: String, Sendable, CaseIterable {
  case actor, recipient, place, time, instrument, count
  /// Who tells it.
  case mouth
  /// Who is blamed for it, suspected of it or claims it.
  case blamed
}
