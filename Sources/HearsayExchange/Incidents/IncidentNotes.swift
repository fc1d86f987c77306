import HearsayLedger
import HearsayRecords
import HearsayStories

extension ExportedIncident {
  /// One or two sentences of our own that tell what is known, with each figure that differs and its source; never a report's.
  package var notes: String {
    let date = ExportDate(self)
    var sentence = incident.label.safeLine
    if let first = sentence.first { sentence = first.uppercased() + sentence.dropFirst() }
    if let spot, !sentence.contains(spot.name) { sentence += ", \(spot.name)" }
    if let first = date.first, let last = date.last {
      if date.isPublication {
        sentence += ", reported \(first)"
      } else {
        sentence += first == last ? ", \(first)" : ", \(first) to \(last)"
      }
    }
    let reports = tellings.count
    sentence +=
      "; told by \(reports) report\(reports == 1 ? "" : "s") (\(outlets.joined(separator: ", ")))."
    var sentences = [sentence]
    if !isTold {
      sentences.append(status == "said" ? "Only said, not told as a fact." : "Stands as \(status).")
    }
    for (toll, name) in [(killed, "Killed"), (wounded, "Wounded")] where !toll.entries.isEmpty {
      let told = toll.entries.map { "\(Cell.number($0.value).words) (\($0.by))" }
      sentences.append("\(name): \(told.joined(separator: ", ")).")
    }
    let open = questions.filter { $0.kind != .howMany }.map { Self.words($0.kind) }.distinct
    if !open.isEmpty { sentences.append("Told differently: \(open.joined(separator: ", ")).") }
    return sentences.joined(separator: " ")
  }

  private static func words(_ kind: Question.Kind) -> String {
    switch kind {
    case .happened: "whether it happened"
    case .who: "who did it"
    case .howMany: "how many"
    case .where: "where it was"
    case .when: "when it was"
    case .withWhat: "what was used"
    case .why: "why"
    case .fair: "how it is to be judged"
    }
  }

  /// What is said beside the columns of a format, joined by `; `.
  package var tags: [String] {
    var tags = crowd.map { ["crowd size=\($0)"] } ?? []
    tags += questions.map { "hearsay: contested \($0.kind.rawValue)" }.distinct
    if !isTold { tags.append("hearsay: \(status)") }
    tags += blamed.map { "hearsay: \($0.whom) is blamed by \($0.by), which is no finding" }
    if killed.entries.isEmpty { tags.append("hearsay: nobody tells of dead") }
    if ExportDate(self).isPublication { tags.append("hearsay: day of the first report") }
    return tags
  }
}
