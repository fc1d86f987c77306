import HearsayRecords

/// The records of one reading as cells, made from the table of their fields: ids are resolved to names beside them, spans
/// take three columns (`start`, `end` in code points of the text, and the exact words), lists are joined by " | ".
struct CSVSheet {
  private let reading: Reading
  private let id: String
  private let positions: PositionMap
  private let names: [String: String]
  private let claims: [String: Claim]
  private let times: [String: TimeSpan]

  init(_ reading: Reading, id: String) {
    self.reading = reading
    self.id = id
    positions = PositionMap(reading.report.text)
    names = Dictionary(
      reading.entities.map { ($0.id, $0.name) } + reading.places.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    claims = Dictionary(reading.claims.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    times = Dictionary(reading.times.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// The names of the columns of a kind; the first five are the same for all.
  static func header(of kind: RecordKind) -> [String] {
    ["report", "url", "outlet", "title", "published"]
      + kind.definitions.filter { !$0.isSpans }.flatMap(\.columns)
      + kind.definitions.filter(\.isSpans).flatMap(\.columns)
  }

  /// One row for each record of the kind.
  func rows(of kind: RecordKind) -> [[String]] {
    let report = reading.report
    let lead = [
      id, report.url ?? "", report.outlet ?? "", report.title ?? "", report.published ?? "",
    ]
    return reading.records(of: kind).map { record in
      let values = record.values
      return lead
        + values.filter { !$0.definition.isSpans }.flatMap { cells($0.definition, $0.value) }
        + values.filter(\.definition.isSpans).flatMap { cells($0.definition, $0.value) }
    }
  }

  /// As many cells as the field has columns.
  private func cells(_ definition: FieldDefinition, _ value: FieldValue) -> [String] {
    switch value {
    case .text(let text): return cells(definition, text)
    case .texts(let texts):
      return [joined(definition.cells == .names ? texts.map { names[$0] ?? $0 } : texts)]
    case .number(let number): return [self.number(number)]
    case .integer(let integer): return [integer.map(String.init) ?? ""]
    case .flag(let flag): return [flag.map { String($0) } ?? ""]
    case .span(let span): return cells([span].compactMap(\.self))
    case .spans(let spans): return cells(spans)
    case .parties(let parties): return [joined(parties.map(name))]
    case .slots(let slots): return cells(definition, slots)
    case .statuses(let statuses):
      return [
        joined(
          statuses.map { told in
            told.status.rawValue + (told.saidBy == nil ? "" : " (\(sayer(told.saidBy)))")
          })
      ]
    case .credit(let credit):
      let ofFields = credit.fields.sorted { $0.key < $1.key }.map {
        "\($0.key): \($0.value.joined(separator: ", "))"
      }
      return [joined(credit.record + ofFields)]
    case .reader(let reader): return [reader.version]
    }
  }

  private func cells(_ definition: FieldDefinition, _ text: String?) -> [String] {
    let name = text.flatMap { names[$0] }
    switch definition.companion {
    case nil: return [(definition.cells == .names ? name : nil) ?? text ?? ""]
    case .name: return [text ?? "", name ?? ""]
    case .sayer: return [text ?? "", sayer(text)]
    case .days:
      let time = text.flatMap { times[$0] }
      return [text ?? "", time?.earliest ?? "", time?.latest ?? ""]
    }
  }

  private func cells(_ definition: FieldDefinition, _ slots: [Slot]) -> [String] {
    var cells = [
      joined(slots.map { slot in slot.id.flatMap { names[$0] } ?? positions.exact(slot.span) }),
      slots.allSatisfy { $0.saidBy == nil } ? "" : joined(slots.map { sayer($0.saidBy) }),
    ]
    if definition.companion == .days {
      let told = slots.compactMap { slot in slot.id.flatMap { times[$0] } }
      cells += [told.compactMap(\.earliest).min() ?? "", told.compactMap(\.latest).max() ?? ""]
    }
    return cells + self.cells(slots.map(\.span)).dropLast()
  }

  private func cells(_ spans: [TextSpan]) -> [String] {
    [
      joined(spans.map { String(positions.scalarOffset(ofUTF8: $0.start)) }),
      joined(spans.map { String(positions.scalarOffset(ofUTF8: $0.end)) }),
      joined(spans.map(positions.exact)),
    ]
  }

  private func name(_ participant: Participant) -> String {
    switch participant {
    case .entity(let id): names[id] ?? id
    case .mention(let span): positions.exact(span)
    }
  }

  /// Who says the claim with this id: the speaker's name, or the words naming the source.
  private func sayer(_ claim: String?) -> String {
    guard let claim = claim.flatMap({ claims[$0] }) else { return "" }
    return claim.speaker.flatMap { names[$0] } ?? claim.source.map(positions.exact) ?? ""
  }

  private func joined(_ items: [String]) -> String { items.joined(separator: " | ") }

  private func number(_ number: Double?) -> String {
    guard let number else { return "" }
    let isWhole = number == number.rounded() && number.magnitude < 9_007_199_254_740_992
    return isWhole ? String(Int64(number)) : String(number)
  }
}

extension FieldDefinition {
  /// What stands beside an id.
  fileprivate enum Companion {
    case name, sayer, days
  }

  fileprivate var companion: Companion? {
    guard cells == .usual else { return nil }
    switch content {
    case .saidBy: return .sayer
    case .reference([.times]), .slots(.time): return .days
    case .reference(let kinds), .referenceOrText(let kinds):
      return kinds.contains(.entities) || kinds.contains(.places) ? .name : nil
    default: return nil
    }
  }

  /// Whether its columns stand behind all others.
  fileprivate var isSpans: Bool { content == .span || content == .spans }

  /// The names of its columns.
  fileprivate var columns: [String] {
    var name = tableName
    if case .named(let other) = cells { name = other }
    let days = companion == .days ? ["earliest", "latest"] : []
    switch content {
    case .span, .spans: return ["\(name)_start", "\(name)_end", name]
    case .slots: return [name, "\(name)_said_by"] + days + ["\(name)_start", "\(name)_end"]
    default:
      return [name] + days + (companion == .name || companion == .sayer ? ["\(name)_name"] : [])
    }
  }
}
