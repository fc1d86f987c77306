import HearsayLedger
import HearsayRecords
import HearsayStories

/// Somebody: what it said, was blamed for, did and suffered, across all reports, and as what each calls it.
struct EntityPage {
  let visit: Visit

  // `address` is the report and the record, as `3fa9:e1`.
  func content(_ address: String) throws -> Content {
    guard let named = RecordName(address) else {
      throw DeskFault(404, "no entity \(address): write REPORT:RECORD")
    }
    let line = try visit.line(named.report)
    let reading = try visit.snapshot.reading(of: line)
    guard let entity = reading.entities.first(where: { $0.id == named.record }) else {
      throw DeskFault(404, "report \(line.id) has no entity \(named.record)")
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
      .tag("p", [.class("origin")], .text(facts.joined(separator: " · "))),
      names(entity, said, blamed),
      counts(said, blamed, did, suffered),
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

  /// As what it is known here, and what others call it.
  private func names(
    _ entity: Entity, _ said: [Found<Claim>], _ blamed: [Found<Claim>]
  ) -> HTML {
    var outlets: [String: [String]] = [:]
    func note(_ id: String?, _ found: Found<Claim>) {
      guard let called = id.flatMap(found.name)?.safeLine, called != entity.name.safeLine,
        called.lowercased().contains(entity.name.lowercased())
          || entity.name.lowercased().contains(called.lowercased())
      else { return }
      outlets[called, default: []].append(found.report.report.outlet?.safeLine ?? "a report")
    }
    for found in said { note(found.record.speaker, found) }
    for found in blamed { for id in found.record.blames { note(id, found) } }
    let others = outlets.sorted { $0.key < $1.key }.map { called, by in
      "“\(called)” in \(ReadingIndex.list(Array(by.distinct.sorted().prefix(3))))"
    }
    let all = entity.aliases.map { "“\($0.safeLine)”" } + others
    return all.isEmpty ? .none : .tag("p", [], .text("also: " + all.joined(separator: ", ")))
  }

  /// How often it did what: "said 7 · denied 3 · blamed for 2 by Karvenian army".
  private func counts(
    _ said: [Found<Claim>], _ blamed: [Found<Claim>], _ did: [Found<Happening>],
    _ suffered: [Found<Happening>]
  ) -> HTML {
    let acts = Dictionary(grouping: said, by: \.record.act).map {
      (act: $0.key, count: $0.value.count)
    }
    .sorted { ($1.count, $0.act.rawValue) < ($0.count, $1.act.rawValue) }
    var parts = acts.map { "\($0.act.rawValue) \($0.count)" }
    if !blamed.isEmpty {
      let by = blamed.map(\.who).distinct
      let more = by.count > 3 ? " and \(by.count - 3) more" : ""
      parts.append("blamed \(blamed.count) by " + by.prefix(3).joined(separator: ", ") + more)
    }
    for (word, found) in [("did", did), ("suffered", suffered)] where !found.isEmpty {
      let told = found.count { $0.record.status == .happened && $0.record.certainty == .asserted }
      parts.append(
        "\(word) \(found.count)"
          + (told < found.count ? " (\(found.count - told) not told as fact)" : ""))
    }
    return parts.isEmpty
      ? .tag(
        "p", [.class("empty")],
        "No record of any report has it as speaker, doer, done to or blamed.")
      : .tag("p", [], .text(parts.joined(separator: " · ")))
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
    [
      .text(found.who + ", \(found.record.act.rawValue): "), found.content(visit),
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
