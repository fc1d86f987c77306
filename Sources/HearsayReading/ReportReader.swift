package import HearsayLanguage
package import HearsayPlaces
package import HearsayRecords

/// Reads all records from an annotated text: every reader in its turn, each building on those before it.
///
/// Pure.
package struct ReportReader: Sendable {
  private let gazetteer: Gazetteer
  private let actors: KnownActors
  private let roles: RoleTable

  package init(gazetteer: Gazetteer, actors: KnownActors, roles: RoleTable) {
    self.gazetteer = gazetteer
    self.actors = actors
    self.roles = roles
  }

  /// The records of one report; `report.text` is the text that was annotated.
  package func read(_ text: AnnotatedText, report: Report, context: ReportContext) -> Reading {
    let draft = draft(of: text, context)
    return Reading(
      report: report, entities: draft.entities.map(\.record), places: draft.places.map(\.record),
      times: draft.times.map(\.record), events: draft.events.map(\.record),
      claims: draft.claims.map(\.record), figures: draft.figures,
      happenings: draft.happenings, relations: draft.relations, wording: draft.wording)
  }

  /// Why a record of a stored reading is as it is, as the same text is read now; `nil` if there is none, or none is read there now.
  package func explanation(
    of record: String, in stored: Reading, _ text: AnnotatedText, context: ReportContext
  ) -> Explanation? {
    Explanation(of: record, in: stored, now: draft(of: text, context))
  }

  /// The names of the rules and of the families of times that fire anywhere in a text.
  package func rulesFired(in text: AnnotatedText, context: ReportContext) -> Set<String> {
    let draft = draft(of: text, context)
    let matches = text.language.rules.names.flatMap {
      text.language.rules.family($0).matches(draft.text, in: text.tokens.indices, draft.scene)
    }
    let times = draft.times.flatMap { $0.record.by.fields["timex"] ?? [] }
    return Set(matches.map(\.rule.name) + times)
  }

  private func draft(of text: AnnotatedText, _ context: ReportContext) -> Draft {
    let text = Acronyms.recognised(PlaceNames(text: text, gazetteer: gazetteer).recognised())
    var draft = Draft(text: text, context: context)
    draft.times = TimeReader.read(draft)
    draft.places = PlaceReader.read(draft, gazetteer: gazetteer)
    draft.entities = EntityReader.read(draft, countries: gazetteer.countries, actors: actors)
    (draft.claims, draft.entities) = ClaimReader.read(draft)
    draft.claims += HeardClaims(draft: draft).found()
    draft.events = EventReader.read(draft)
    draft.claims = ClaimTargets.linked(draft)
    draft.figures = FigureReader.read(draft)
    draft.figures = HappeningFigures.tied(draft, roles: roles)
    draft.happenings = HappeningReader.read(draft, roles: roles)
    draft.relations = RelationReader.read(draft, countries: gazetteer.countries)
    draft.wording = WordingReader.read(draft)
    return draft
  }
}
