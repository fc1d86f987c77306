import HearsayLedger
import HearsayRecords

/// How far those who decided agree, by kind of record and for each two of them, with the cases where they do not.
struct AgreementPage {
  let visit: Visit

  /// What somebody holds about a record.
  private struct Unit {
    let target: Decision.Target
    var values: [String: String] = [:]
  }

  func content() throws -> Content {
    let units = Self.units(try visit.snapshot.decisions(asOf: visit.asOf))
    let kinds = RecordKind.allCases.filter { kind in units.contains { $0.target.kind == kind } }
    let people = Set(units.flatMap(\.values.keys)).sorted()
    var rows: [[String]] = kinds.map { kind in
      row(kind.rawValue, "all", units.filter { $0.target.kind == kind }.map(\.values))
    }
    for (offset, one) in people.enumerated() {
      for other in people[(offset + 1)...] {
        rows.append(
          row(
            "all", "\(one), \(other)",
            units.map { unit in unit.values.filter { [one, other].contains($0.key) } }))
      }
    }
    let cases = units.filter { Set($0.values.values).count > 1 }
    let main: HTML = [
      .tag("p", [], "Krippendorff’s alpha of verdicts: 1 is full agreement, 0 what chance gives."),
      Parts.table(
        "Agreement", ["of", "between", "judged by two or more", "alpha"],
        rows.map { $0.map { .text($0) } }),
      .tag("h2", [], .text("Where they differ (\(cases.count))")),
      .tag(
        "ul", [],
        .all(
          cases.prefix(200).map { unit in
            .tag(
              "li", [],
              .tag(
                "a",
                [
                  .href(
                    visit.link(
                      ["report", unit.target.report],
                      fragment: "r-" + unit.target.record))
                ],
                .text("\(unit.target.kind?.rawValue ?? "") \(unit.target.record)"))
                + .text(
                  ": "
                    + unit.values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
                      separator: ", ")))
          })),
    ]
    return Content(
      "Agreement", main,
      json: {
        struct Row: Encodable { let of, between, judged, alpha: String }
        return try ContractWriter(positions: PositionMap("")).json(
          rows.map { Row(of: $0[0], between: $0[1], judged: $0[2], alpha: $0[3]) })
      }, sheet: { .init(["of", "between", "judged", "alpha"], rows) })
  }

  private func row(_ name: String, _ between: String, _ values: [[String: String]]) -> [String] {
    let units = values.map { Array($0.values) }
    let alpha = Agreement.alpha(units).map { Self.rounded($0) } ?? "–"
    return [name, between, "\(units.count { $0.count > 1 })", alpha]
  }

  private static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = "\(abs(thousandths) % 1000)"
    return
      "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }

  /// What each person holds last about each record; notes and skips are no verdicts.
  private static func units(_ decisions: [Decision]) -> [Unit] {
    let undone = ReviewState.undone(decisions)
    var units: [Decision.Target: Unit] = [:]
    for decision in decisions
    where ![.undo, .note, .dispute, .same, .notSame, .add].contains(decision.verdict)
      && !undone.contains(decision.number)
    {
      units[decision.target, default: Unit(target: decision.target)].values[decision.person] =
        decision.verdict.rawValue + (decision.values ?? "")
    }
    return units.values.sorted {
      ($0.target.report, $0.target.record) < ($1.target.report, $1.target.record)
    }
  }
}
