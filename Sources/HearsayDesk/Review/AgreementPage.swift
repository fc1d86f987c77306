import HearsayLedger
import HearsayRecords

/// How far those who decided agree: on whether a record should be there, and on each field of it; by kind of record and for each two of
/// them, with the cases where they do not.
struct AgreementPage {
  let visit: Visit

  /// What people hold about one record: its fields as each would have them, `nil` where somebody would have no such record.
  struct Unit {
    let target: Decision.Target
    var held: [String: [String: JSONValue]?] = [:]
  }

  /// One line of the table.
  struct Row: Encodable {
    let of, field, between: String
    let judged: Int
    let alpha: Double?
  }

  func content() throws -> Content {
    let units = Self.units(try visit.snapshot.decisions(asOf: visit.asOf))
    let rows = Self.rows(units)
    let cases = units.filter { Set($0.held.values.map { $0.map(JSONValue.object) }).count > 1 }
    let items = cases.prefix(200).map { unit -> HTML in
      let there = visit.link(["report", unit.target.report], fragment: "r-" + unit.target.record)
      let name = "\(unit.target.kind?.rawValue ?? "") \(unit.target.record)"
      return .tag("li", [], .tag("a", [.href(there)], .text(name)) + .text(": " + Self.words(unit)))
    }
    let table = Parts.table(
      "Agreement", ["of", "field", "between", "judged by two or more", "alpha"],
      rows.map { row in
        [row.of, row.field, row.between, "\(row.judged)", row.alpha.map(Self.rounded) ?? "–"]
          .map { .text($0) }
      })
    let main: HTML = [
      .tag(
        "p", [],
        "Krippendorff’s alpha: 1 is full agreement, 0 what chance gives; – where nothing could have differed. Numbers agree the less the further apart they are, all else is the same or is not. Records that were added are one where their words overlap."
      ),
      rows.isEmpty
        ? .tag(
          "p", [.class("empty")],
          "No record has been judged by two people yet. Assign reports to several people, blind, and their agreement stands here."
        ) : table,
      cases.isEmpty
        ? .none
        : .tag("h2", [], .text("Where they differ (\(cases.count))"))
          + .tag("ul", [.class("plain spaced")], .all(items)),
    ]
    return Content(
      "Agreement", main, json: { try ContractWriter.spanless.json(rows) },
      sheet: {
        .init(
          ["of", "field", "between", "judged", "alpha"],
          rows.map {
            [$0.of, $0.field, $0.between, "\($0.judged)", $0.alpha.map { "\($0)" } ?? ""]
          }
        )
      })
  }

  // MARK: Counting

  static func rows(_ units: [Unit]) -> [Row] {
    let judged = units.filter { $0.held.count > 1 }
    var rows: [Row] = []
    for kind in RecordKind.allCases {
      let mine = judged.filter { $0.target.kind == kind }
      guard !mine.isEmpty else { continue }
      rows.append(
        Row(
          of: kind.rawValue, field: "should be there", between: "all", judged: mine.count,
          alpha: Agreement.alpha(mine.map { $0.held.values.map { $0 == nil ? "no" : "yes" } })))
      for definition in EditForm.fields(of: kind) {
        rows += row(definition, kind, mine).map { [$0] } ?? []
      }
    }
    let people = Set(judged.flatMap(\.held.keys)).sorted()
    for (offset, one) in people.enumerated() {
      for other in people[(offset + 1)...] {
        let both = judged.compactMap { unit -> [String]? in
          guard let mine = unit.held[one], let theirs = unit.held[other] else { return nil }
          return [mine, theirs].map { $0.map { JSONValue.object($0).text } ?? "no such record" }
        }
        guard !both.isEmpty else { continue }
        rows.append(
          Row(
            of: "all", field: "whole record", between: "\(one), \(other)", judged: both.count,
            alpha: Agreement.alpha(both)))
      }
    }
    return rows
  }

  /// Agreement on one field; nothing where all have it as it was read.
  private static func row(
    _ definition: FieldDefinition, _ kind: RecordKind, _ units: [Unit]
  ) -> Row? {
    let values = units.map { unit in
      unit.held.values.compactMap { fields in fields.map { $0[definition.name] ?? .null } }
    }.filter { $0.count > 1 }
    guard values.contains(where: { Set($0).count > 1 }) else { return nil }
    var alpha: Double?
    if case .number = definition.content {
      alpha = Agreement.alpha(
        ofNumbers: values.map { unit in
          unit.compactMap { if case .number(let number) = $0 { number } else { nil } }
        })
    } else {
      // A space more or less is no disagreement.
      alpha = Agreement.alpha(values.map { $0.map { $0.text.safeLine } })
    }
    return Row(
      of: kind.rawValue, field: definition.name, between: "all", judged: values.count, alpha: alpha)
  }

  /// What each person holds last about each record; notes and skips are no verdicts.
  static func units(_ decisions: [Decision]) -> [Unit] {
    var units: [Decision.Target: Unit] = [:]
    for decision in ReviewState.holding(decisions)
    where [.accept, .edit, .reject].contains(decision.verdict) {
      var fields: [String: JSONValue]?
      if decision.verdict != .reject {
        fields = [:]
        if case .object(let seen)? = decision.seen.flatMap(JSONValue.init(text:)) { fields = seen }
        if decision.verdict == .edit,
          case .object(let edited)? = decision.values.flatMap(JSONValue.init(text:))
        {
          fields?.merge(edited) { _, new in new }
        }
      }
      units[decision.target, default: Unit(target: decision.target)].held[decision.person] =
        .some(fields)
    }
    let all = Array(units.values) + AddedUnits.units(ReviewState.holding(decisions))
    return all.sorted {
      ($0.target.report, $0.target.record) < ($1.target.report, $1.target.record)
    }
  }

  /// Who holds what, where they differ.
  private static func words(_ unit: Unit) -> String {
    let kept = unit.held.values.compactMap(\.self)
    let names = Set(kept.flatMap(\.keys)).sorted().filter { name in
      Set(kept.map { $0[name] ?? .null }).count > 1
    }
    return unit.held.sorted { $0.key < $1.key }.map { person, fields in
      guard let fields else { return "\(person): no such record" }
      guard !names.isEmpty else { return "\(person): as it was read" }
      return "\(person): "
        + names.map { "\($0) \((fields[$0] ?? .null).text.safeLine.cut(to: 60))" }
        .joined(separator: ", ")
    }.joined(separator: " · ")
  }

  static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = "\(abs(thousandths) % 1000)"
    return
      "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }
}
