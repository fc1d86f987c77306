package import HearsayLanguage
package import HearsayPlaces
package import HearsayRecords

/// Reads all records from an annotated text: every reader in its turn, each building on those before it.
///
/// Pure.
package struct ReportReader: Sendable {
  private let gazetteer: Gazetteer

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// The records of one report; `report.text` is the text that was annotated.
  package func read(_ text: AnnotatedText, report: Report, context: ReportContext) -> Reading {
    var draft = Draft(text: text, context: context)
    draft.times = TimeReader.read(draft)
    draft.places = PlaceReader.read(draft, gazetteer: gazetteer)
    draft.entities = EntityReader.read(draft, countries: gazetteer.countries)
    (draft.claims, draft.entities) = ClaimReader.read(draft)
    draft.events = EventReader.read(draft)
    draft.claims = ClaimTargets.linked(draft)
    draft.figures = FigureReader.read(draft)
    draft.relations = RelationReader.read(draft, countries: gazetteer.countries)
    draft.wording = WordingReader.read(draft)
    return Reading(
      report: report, entities: draft.entities.map(\.record), places: draft.places.map(\.record),
      times: draft.times.map(\.record), events: draft.events.map(\.record),
      claims: draft.claims.map(\.record), figures: draft.figures, relations: draft.relations,
      wording: draft.wording)
  }
}
