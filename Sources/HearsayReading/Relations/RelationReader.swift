import HearsayLanguage
package import HearsayPlaces
package import HearsayRecords

/// Reads lasting ties between entities: who holds which office, speaks for whom, belongs to what.
///
/// Pure.
package enum RelationReader {
  /// The relations of a report, each once, with all the words it was read from.
  package static func read(_ draft: Draft, countries: Countries) -> [Relation] {
    let lookup = EntityLookup(draft.entities, tokens: draft.text.tokens.count)
    let offices = OfficeRelations(draft: draft, lookup: lookup, countries: countries).find()
    let ties = TieRelations(draft: draft, lookup: lookup).find()
    var relations: [Relation] = []
    for tie in offices + ties where tie.from != tie.to {
      let evidence = tie.evidence.map { draft.text.span($0) }
      if let known = relations.firstIndex(where: {
        $0.kind == tie.kind.rawValue && $0.from == tie.from && isSame($0.to, tie.to)
      }) {
        relations[known].evidence += evidence.filter { !relations[known].evidence.contains($0) }
        relations[known].since = relations[known].since ?? tie.since
        if tie.to.count > relations[known].to.count { relations[known].to = tie.to }
        relations[known].by.add(credit(tie))
        continue
      }
      relations.append(
        Relation(
          kind: tie.kind.rawValue, from: tie.from, to: tie.to, since: tie.since,
          saidBy: tie.isClause ? saidBy(tie, draft) : nil, evidence: evidence, by: credit(tie)))
    }
    return relations
  }

  private static func credit(_ tie: Tie) -> Credit {
    var by = Credit(tie.by)
    if let name = tie.sinceBy { by.add(name, to: "since") }
    return by
  }

  /// "Prime Minister" and "Prime Minister of Iraq" are one office of one person; ids are what they are.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let a = one.lowercased()
    let b = other.lowercased()
    return a.hasPrefix(b + " ") || b.hasPrefix(a + " ")
  }

  /// The narrowest claim that says it.
  private static func saidBy(_ tie: Tie, _ draft: Draft) -> String? {
    guard let token = tie.evidence.last?.lowerBound else { return nil }
    return draft.claims.filter { $0.says(token) }
      .min { size($0) < size($1) }?.record.id
  }

  private static func size(_ claim: ClaimFinding) -> Int {
    claim.contents.reduce(0) { $0 + $1.count }
  }
}

/// What ties two entities.
enum TieKind: String {
  case holdsOffice, heldOffice, speaksFor, heads, memberOf, partOf, alliedWith
}

/// One relation as its words tell it.
struct Tie {
  var kind: TieKind
  /// Id of the entity.
  var from: String
  /// Id or words.
  var to: String
  var since: String?
  var evidence: [Range<Int>]
  /// Whether a clause tells it, which somebody may be saying; a title is only used.
  var isClause = false
  /// The rule that told it, and the one that told since when.
  var by = ""
  var sinceBy: String?
}
