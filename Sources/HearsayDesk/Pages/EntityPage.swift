import HearsayLedger
import HearsayRecords

/// Somebody: what it said, was blamed for, did and suffered, across all reports, and as what each calls it.
struct EntityPage {
  let visit: Visit

  // `address` is the report and the record, as `3fa9:e1`.
  func content(_ address: String) throws -> Content {
    let parts = address.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw DeskFault(404, "no entity \(address): write REPORT:RECORD")
    }
    let line = try visit.snapshot.report(parts[0], asOf: visit.asOf)
    let reading = try visit.snapshot.reading(of: line)
    guard let entity = reading.entities.first(where: { $0.id == parts[1] }) else {
      throw DeskFault(404, "report \(line.id) has no entity \(parts[1])")
    }
    let scope = try visit.scope(limit: 200)
    var claims = ClaimQuestion()
    claims.scope = scope
    claims.speaker = entity.name
    let said = try visit.snapshot.claims(claims)
    claims.speaker = nil
    claims.blames = entity.name
    let blamed = try visit.snapshot.claims(claims)
    var events = EventQuestion()
    events.scope = scope
    events.actor = entity.name
    let did = try visit.snapshot.happenings(events)
    events.actor = nil
    events.recipient = entity.name
    let suffered = try visit.snapshot.happenings(events)
    let facts = [entity.kind.rawValue, entity.role, entity.country, entity.code].compactMap {
      $0?.safeLine
    }
    let main: HTML = [
      .tag("p", [], .text(facts.joined(separator: " · "))),
      entity.aliases.isEmpty
        ? .none
        : .tag("p", [], .text("also: " + entity.aliases.map(\.safeLine).joined(separator: ", "))),
      .tag(
        "p", [],
        .text(
          [
            ("said", said.count), ("was blamed", blamed.count),
            ("did, or is said to have done", did.count),
            ("suffered, or is said to have suffered", suffered.count),
          ].map { "\($0.0) \($0.1)" }.joined(separator: " · "))),
      section("Blamed by", blamed) { claim(_: $0) }, section("Says", said) { claim(_: $0) },
      section("Did, or is said to have done", did) { happening(_: $0) },
      section("Suffered, or is said to have suffered", suffered) { happening(_: $0) },
    ]
    return Content(
      entity.name.safeLine, main,
      json: {
        let lists = [
          ("said", said.map(\.json)), ("blamed", blamed.map(\.json)), ("did", did.map(\.json)),
          ("suffered", suffered.map(\.json)),
        ].map { #""\#($0.0)":[\#($0.1.joined(separator: ","))]"# }
        let json = try ContractWriter(positions: PositionMap(reading.report.text)).json(entity)
        return #"{"entity":\#(json),\#(lists.joined(separator: ","))}"#
      })
  }

  private func section<Kind: Record>(
    _ title: String, _ found: [Found<Kind>], _ line: (Found<Kind>) -> HTML
  ) -> HTML {
    guard !found.isEmpty else { return .none }
    return .tag(
      "section", [],
      .tag("h2", [], .text("\(title) (\(found.count))"))
        + .tag("ul", [], .all(found.map { .tag("li", [], line($0)) })))
  }

  private func claim(_ found: Found<Claim>) -> HTML {
    let claim = found.record
    let who =
      claim.speaker.flatMap(found.name) ?? claim.source.map(found.words) ?? "somebody unnamed"
    let spans = claim.content.isEmpty ? [claim.cue].compactMap(\.self) : claim.content
    return [
      .text(who.safeLine + ", \(claim.act.rawValue): "),
      .all(
        spans.map {
          Parts.words(found.words($0).safeLine, at: $0, in: found.report.id, found.positions, visit)
            + " "
        }),
      Parts.report(found.report, visit),
    ]
  }

  private func happening(_ found: Found<Happening>) -> HTML {
    [
      .tag(
        "a", [.href(visit.link(["report", found.report.id], fragment: "r-" + found.record.id))],
        .text(found.record.label.safeLine)),
      .text(" (\(found.record.status.rawValue)) "), Parts.report(found.report, visit),
    ]
  }
}
