import HearsayLanguage

/// Which entity each token belongs to, worked out once.
struct EntityLookup {
  /// For each token the index of the entity with the narrowest mention around it.
  private let narrowest: [Int?]
  /// For each token the index of the entity with the widest mention that it heads.
  private let headed: [Int: Int]

  init(_ entities: [EntityFinding], tokens: Int) {
    var narrowest = [Int?](repeating: nil, count: tokens)
    var widths = [Int](repeating: Int.max, count: tokens)
    var headed: [Int: Int] = [:]
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions {
        headed[mention.head] = headed[mention.head] ?? index
        for token in mention.tokens where mention.tokens.count < widths[token] {
          narrowest[token] = index
          widths[token] = mention.tokens.count
        }
      }
    }
    self.narrowest = narrowest
    self.headed = headed
  }

  /// The entity with the narrowest mention around a token.
  func entity(at token: Int) -> Int? { narrowest[token] }

  /// The entity that a noun phrase means by its head, else by what stands around the head.
  func entity(headedBy token: Int) -> Int? { headed[token] ?? narrowest[token] }
}
