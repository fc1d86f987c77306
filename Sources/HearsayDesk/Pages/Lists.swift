import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories

/// Lists of records across reports: claims, happenings.
struct Lists {
  let visit: Visit
  static let size = 100

  /// Who says what.
  func claims() throws -> Content {
    var question = ClaimQuestion()
    question.speaker = visit.request.asked("speaker")
    question.blames = visit.request.asked("blames")
    question.words = visit.request.asked("words")
    let act: ClaimAct? = try visit.choice("act")
    question.acts = act.map { [$0] } ?? []
    question.scope = try scope()
    let found = try Self.gathered { try visit.snapshot.forEachClaim(question, $0) }
    return content(
      "Who says what", [.speaker, .blames, .words, .act, .since, .until, .outlet], found,
      key: "claim",
      header: ["when", "who", "does", "in these words", "report"]
    ) { found in
      let claim = found.record
      let blamed = claim.blames.compactMap(found.name)
      return [
        Parts.when(found.report.report.published),
        claim.speaker.map {
          .tag(
            "a", [.href(visit.link(["entity", "\(found.report.id):\($0)"]))], .text(found.who))
        }
          ?? .text(found.who),
        .text(claim.act.rawValue + (claim.polarity == .negative ? " (said not to)" : ""))
          + (claim.certainty == .asserted
            ? .none : .tag("span", [.class("faint")], " \(claim.certainty.rawValue)"))
          + (blamed.isEmpty ? .none : .text(", blames " + blamed.joined(separator: ", ").safeLine)),
        found.content(visit),
        Parts.report(found.report, visit),
      ]
    }
  }

  /// What happened, or did not.
  func happenings() throws -> Content {
    var question = EventQuestion()
    question.place = visit.request.asked("place")
    question.actor = visit.request.asked("actor")
    question.recipient = visit.request.asked("recipient")
    let type: EventType? = try visit.choice("type")
    let status: EventStatus? = try visit.choice("status")
    question.types = type.map { [$0] } ?? []
    question.statuses = status.map { [$0] } ?? []
    question.scope = try scope()
    let found = try Self.gathered { try visit.snapshot.forEachHappening(question, $0) }
    return content(
      "Happenings", [.type, .status, .actor, .recipient, .place, .since, .until, .outlet], found,
      key: "happening",
      header: ["published", "what", "told as", "by", "to", "report"]
    ) { found in
      let happening = found.record
      func names(_ slots: [Slot]) -> HTML {
        .text(
          slots.map { ($0.id.flatMap(found.name) ?? found.words($0.span)).safeLine }.joined(
            separator: ", "))
      }
      return [
        Parts.when(found.report.report.published),
        .tag(
          "a", [.href(visit.link(["report", found.report.id], fragment: "r-" + happening.id))],
          .text(happening.label.safeLine))
          + .tag(
            "span", [.class("faint")],
            .text(
              " "
                + [happening.type.rawValue, happening.mode].compactMap(\.self).joined(
                  separator: " "))),
        .text(
          happening.status.rawValue
            + (happening.certainty == .asserted ? "" : ", " + happening.certainty.rawValue)),
        names(happening.actors), names(happening.recipients), Parts.report(found.report, visit),
      ]
    }
  }

  private func scope() throws -> Scope {
    var scope = try visit.scope(limit: Self.size)
    // A page ends where a report does, so that the next begins with another.
    scope.limit = nil
    scope.behind = try visit.behind()
    return scope
  }

  /// One page of records.
  private struct Shown<Kind: Record> {
    var found: [Found<Kind>] = []
    var isMore = false
  }

  private static func gathered<Kind: Record>(
    _ each: ((Found<Kind>) throws -> Bool) throws -> Void
  ) rethrows -> Shown<Kind> {
    var shown = Shown<Kind>()
    try each { one in
      if shown.found.count >= size, one.report.id != shown.found.last?.report.id {
        shown.isMore = true
        return false
      }
      shown.found.append(one)
      return true
    }
    return shown
  }

  private func content<Kind: Record>(
    _ title: String, _ fields: [Filters.Field], _ shown: Shown<Kind>, key: String,
    header: [String],
    _ row: (Found<Kind>) -> [HTML]
  ) -> Content {
    let found = shown.found
    let main: HTML = [
      Filters(visit: visit, fields: fields).html,
      found.isEmpty ? .tag("p", [], "Nothing fits.") : Parts.table(title, header, found.map(row)),
      shown.isMore
        ? .tag(
          "p", [.class("more")],
          .tag(
            "a",
            [
              .href(visit.again([("behind", found.last?.report.id ?? "")])), .data("rel", "next"),
            ], "later ones")) : .none,
    ]
    return Content(
      title, main,
      json: {
        "["
          + (try found.map { #"{"report":\#(try $0.report.json()),"\#(key)":\#($0.json)}"# }
            .joined(separator: ",\n")) + "]"
      },
      sheet: { Self.sheet(found) })
  }

  /// Every field of the records, as the contract names them.
  private static func sheet<Kind: Record>(_ found: [Found<Kind>]) -> Content.Sheet {
    .init(
      ["report", "published", "outlet", "title"] + Kind.definitions.map(\.tableName),
      found.map { found in
        [
          found.report.id, found.report.report.published ?? "", found.report.report.outlet ?? "",
          found.report.report.title ?? "",
        ] + found.record.values.map { cell($0.value, found) }
      })
  }

  private static func cell<Kind: Record>(_ value: FieldValue, _ found: Found<Kind>) -> String {
    switch value {
    case .text(let text): text ?? ""
    case .texts(let texts): texts.map { found.name($0) ?? $0 }.joined(separator: " | ")
    case .number(let number): number.map { "\($0)" } ?? ""
    case .integer(let integer): integer.map { "\($0)" } ?? ""
    case .flag(let flag): flag.map { "\($0)" } ?? ""
    case .span(let span): span.map(found.words) ?? ""
    case .spans(let spans): spans.map(found.words).joined(separator: " | ")
    case .parties(let parties): parties.map(found.name).joined(separator: " | ")
    case .slots(let slots):
      slots.map { $0.id.flatMap(found.name) ?? found.words($0.span) }.joined(separator: " | ")
    case .statuses(let statuses): statuses.map(\.status.rawValue).joined(separator: " | ")
    case .credit(let credit): credit.record.joined(separator: " | ")
    case .reader(let reader): reader.version
    }
  }
}

extension Found<Claim> {
  /// Who says it.
  var who: String {
    (record.speaker.flatMap(name) ?? record.source.map(words) ?? "somebody unnamed").safeLine
  }

  /// What is said, each piece leading to where it stands.
  func content(_ visit: Visit) -> HTML {
    let spans = record.content.isEmpty ? [record.cue].compactMap(\.self) : record.content
    return .all(
      spans.map { Parts.words(words($0).safeLine, at: $0, in: report.id, positions, visit) + " " })
  }
}
