import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories

/// What people read of a comparison with somebody else's file.
enum ComparisonLines {
  static func lines(_ item: CodedComparison.Item, _ maker: ForeignRow.Maker) -> [StyledText] {
    switch item {
    case .both(let pair):
      var head = StyledText("both  ", .happened)
      head.append("\(maker.name) \(pair.theirs.id)", .heading)
      head.append("  \(words(pair.theirs))")
      var own = StyledText("      \(pair.ours.anchor)", .heading)
      own.append("  \(words(pair.ours))")
      own.append("  (\(pair.reasons.joined(separator: ", ")))", .faint)
      return [head, own]
        + pair.differences.map { difference in
          var line = StyledText("      \(difference.field.rawValue): ", .alleged)
          line.append("\(difference.theirs.safeLine) / \(difference.ours.safeLine)")
          return line
        }
    case .theirs(let row):
      var line = StyledText("only \(maker.name)  ", .said)
      line.append(row.id, .heading)
      line.append("  \(words(row))")
      return [line]
    case .ours(let incident):
      var line = StyledText("only ours  ", .planned)
      line.append(incident.anchor, .heading)
      line.append("  \(words(incident))")
      return [line]
    }
  }

  private static func words(_ row: ForeignRow) -> String {
    let killed = row.best.map { ", \($0) killed" } ?? ""
    return "\(row.typeWords), \(row.place ?? row.country ?? "no place"), line \(row.line)\(killed)"
      .safeLine
  }

  private static func words(_ incident: ExportedIncident) -> String {
    let day = incident.incident.when?.earliest.map { String($0.prefix(10)) }
    let killed = incident.killed.low.map { low in
      let high = incident.killed.high ?? low
      return low == high ? ", \(low) killed" : ", \(low) to \(high) killed"
    }
    return "\(incident.incident.label), \(day ?? "no day")\(killed ?? "")".safeLine
  }
}
