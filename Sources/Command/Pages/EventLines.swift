import HearsayRecords
import HearsayStories

/// Events as people read them: how the event stands, then what, who, where and when, then the words.
struct EventLines: Sendable {
  let index: ReadingIndex
  let width: Int

  /// Columns of the word that says how an event stands.
  private static let standingWidth = 15

  /// Characters of the sentence shown on each side of the words that tell an event.
  private static let surroundings = 60

  /// All events in the order of the text.
  func lines() -> [StyledText] {
    index.reading.events.sorted { $0.trigger < $1.trigger }.flatMap { lines(of: $0) }
  }

  /// One event.
  func lines(of event: Event) -> [StyledText] {
    let standing = Standing(event)
    var first = StyledText("  \(standing.mark) ", standing.style)
    first.append(standing.word, standing.style)
    first.append(
      String(repeating: " ", count: max(1, Self.standingWidth - standing.word.terminalWidth)))
    let indent = StyledText(String(repeating: " ", count: Self.standingWidth + 4))
    return what(event, standing).wrapped(width: width, first: first, rest: indent)
      + words(event, standing).wrapped(width: width, first: indent, rest: indent)
  }

  private func what(_ event: Event, _ standing: Standing) -> StyledText {
    var line = StyledText(event.type.rawValue, .heading)
    if let mode = event.mode { line.append(" \(mode.safeLine)") }
    let actors = event.actors.map(index.name)
    let recipients = event.recipients.map(index.name)
    if !actors.isEmpty || !recipients.isEmpty {
      line.append(": \(actors.isEmpty ? "somebody" : ReadingIndex.list(actors))")
    }
    if !recipients.isEmpty { line.append(" → \(ReadingIndex.list(recipients))") }
    if let place = event.place { line.append(", at \(index.name(place))") }
    if let time = event.time.flatMap({ index.times[$0] }), let words = time.shown {
      line.append(", \(words)")
    }
    if event.saidBy != nil {
      line.append(", said by ")
      line.append(index.voiceName(of: event.saidBy), .speaker)
    }
    return line
  }

  /// The words around those that tell the event, which are set off.
  func words(_ event: Event, _ standing: Standing) -> StyledText {
    let (before, after) = index.surroundings(of: event.trigger, characters: Self.surroundings)
    var line = StyledText("“", .faint)
    line.append(before, .faint)
    line.append(index.words(event.trigger), standing.style)
    line.append(after, .faint)
    line.append("”", .faint)
    line.append(" \(index.location(event.trigger))", .faint)
    return line
  }
}

extension TimeSpan {
  /// The days a time may mean, as short as it can be said; `nil` if it was not resolved.
  var shown: String? {
    guard let earliest else { return latest.map { "until \($0)" } }
    guard let latest, latest != earliest else { return earliest }
    switch granularity {
    case .instant, .hour, .partOfDay:
      return earliest.prefix(10) == latest.prefix(10)
        ? "\(earliest.prefix(16))–\(latest.dropFirst(11).prefix(5))" : "\(earliest) to \(latest)"
    default:
      let days = (earliest.prefix(10), latest.prefix(10))
      if days.0 == days.1 { return String(days.0) }
      // A whole year or month is told as one: "2031", "2031-03".
      if days.0.hasSuffix("-01-01"), days.1 == days.0.prefix(4) + "-12-31" {
        return String(days.0.prefix(4))
      }
      if granularity == .month, days.0.prefix(7) == days.1.prefix(7) {
        return String(days.0.prefix(7))
      }
      return "\(days.0) to \(days.1)"
    }
  }
}
