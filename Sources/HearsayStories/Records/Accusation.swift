import HearsayRecords

/// That somebody accuses somebody of something.
package struct Accusation: Codable, Hashable, Sendable {
  /// Who accuses: a name, the words for a source, or an outlet.
  package var by: String
  /// Who is accused.
  package var whom: String
  /// The earliest record of the incident.
  package var incident: String
  /// What it is about.
  package var label: String
  package var act: String
  package var report: String
  @OrNull package var outlet: String?
  @OrNull package var at: String?
  package var spans: [Quoted]
}

/// Finds who accuses whom, from the tellings of an incident.
struct AccusationDrawing {
  let sketches: [Sketch]

  func accusations(
    _ members: [IncidentDrawing.Member], incident: Incident
  ) -> [Accusation] {
    var all: [Accusation] = []
    var seen: Set<[String]> = []
    for member in members {
      let sketch = sketches[member.report]
      let telling = sketch.tellings[member.telling]
      func add(_ number: Int, _ role: Role) {
        let voice = sketch.voices.indices.contains(number) ? sketch.voices[number] : Voice()
        // "Washington has not accused Sorrat" blames nobody.
        guard number > 0, !voice.isNegative, let by = voice.speaker, by != role.name,
          voice.party.map({ $0.agreement(with: role.party) != .same }) ?? true,
          seen.insert([by, role.name, sketch.card.id]).inserted
        else { return }
        all.append(
          Accusation(
            by: by, whom: role.name, incident: incident.event, label: incident.label,
            act: voice.act.rawValue, report: sketch.card.id, outlet: sketch.card.outlet,
            at: sketch.card.published,
            spans: ([role.words] + voice.spans).distinct.sorted().map { Quoted(sketch.card.id, $0) }
          ))
      }
      for role in telling.blamed { add(role.voice, role) }
      for number in telling.about where sketch.voices.indices.contains(number) {
        for role in sketch.voices[number].blames { add(number, role) }
      }
    }
    return all
  }
}
