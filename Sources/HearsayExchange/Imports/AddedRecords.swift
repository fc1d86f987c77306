import HearsayLedger
import HearsayRecords
import HearsayStories

/// Records that people added to the readings of this ledger, while those of another are taken in: what is called `a1` there may be
/// called otherwise here.
struct AddedRecords {
  /// A record as an annotation gives it: under the name of its kind, as in a reading.
  struct Given {
    let kind: RecordKind
    fileprivate let fields: [String: JSONValue]

    /// `nil` if it is no record of a kind that can be told by its id.
    init?(_ json: String) {
      guard case .object(let kinds)? = JSONValue(text: json), kinds.count == 1,
        let (name, value) = kinds.first, let kind = RecordKind(rawValue: name),
        kind.definitions.first?.content == .id, case .array(let records) = value,
        records.count == 1, case .object(let fields) = records[0]
      else { return nil }
      self.kind = kind
      self.fields = fields
    }
  }

  /// What was added to each report, by its key.
  private var decisions: [String: [Decision]] = [:]
  /// What ids of the file are here.
  private var names: [String: [String: String]] = [:]

  init(_ all: [Decision]) {
    for decision in all where decision.verdict == .add {
      decisions[decision.target.report, default: []].append(decision)
    }
  }

  /// What a record of the file is called here.
  func id(of record: String, in report: String) -> String { names[report]?[record] ?? record }

  /// A record that was added; `nil` if there is none.
  func record(
    _ id: String, in report: String, _ positions: PositionMap
  ) -> (kind: RecordKind, record: any Record)? {
    guard let decision = decisions[report]?.last(where: { $0.target.record == id }),
      let kind = decision.target.kind, let json = decision.values,
      let record = try? Reviewing(Reviews([], of: report), positions).read(kind.type, json)
    else { return nil }
    return (kind, record)
  }

  /// A record with an id that is free here, and with what it names called as it is called here.
  func record(
    _ given: Given, called name: String, in report: String, _ index: ReadingIndex
  ) -> (id: String, json: String) {
    let taken = Set(
      index.reading.records.compactMap(\.recordID)
        + (decisions[report] ?? []).map(\.target.record))
    var id = name
    var next = 1
    while taken.contains(id) {
      id = "a\(next)"
      next += 1
    }
    var names = names[report] ?? [:]
    names[name] = id
    var fields = given.fields.mapValues { Self.renamed($0, names) }
    fields["id"] = .string(id)
    return (id, JSONValue.object(fields).text)
  }

  /// Fields that hold words, not ids.
  private static let wordy: Set<String> = [
    "exact", "name", "label", "counts", "of", "unit", "timex",
  ]

  private static func renamed(_ value: JSONValue, _ names: [String: String]) -> JSONValue {
    switch value {
    case .string(let text): .string(names[text] ?? text)
    case .array(let values): .array(values.map { renamed($0, names) })
    case .object(let fields):
      .object(
        Dictionary(
          uniqueKeysWithValues: fields.map { name, value in
            (name, wordy.contains(name) ? value : renamed(value, names))
          }))
    case .null, .flag, .number: value
    }
  }

  /// What is wrong with a record that is to be added; `nil` if nothing is.
  func flaw(of decision: Decision, _ index: ReadingIndex) -> String? {
    let target = decision.target
    let reviewing = Reviewing(Reviews([], of: target.report), index.positions)
    guard let kind = target.kind, let json = decision.values,
      (try? reviewing.read(kind.type, json)) != nil
    else { return "it is none, or its words are not those of the text" }
    let all = (decisions[target.report] ?? []) + [decision]
    return Reviewing(Reviews(all, of: target.report), index.positions).reading(index.reading)
      .flaws().first { $0.record == target.record }?.reason
  }

  /// Notes that a record was added here, which the file calls otherwise.
  mutating func take(_ decision: Decision, called name: String) {
    let target = decision.target
    names[target.report, default: [:]][name] = target.record
    let isKnown = decisions[target.report]?.contains { $0.target.record == target.record }
    if isKnown != true { decisions[target.report, default: []].append(decision) }
  }
}
