import HearsayRecords
import HearsayStories

/// Figures as people read them: how many of what, and whose count it is.
struct FigureLines: Sendable {
  let index: ReadingIndex
  let width: Int

  /// All figures in the order of the text.
  func lines() -> [StyledText] {
    let figures = index.reading.figures.sorted {
      ($0.evidence.first?.start ?? 0) < ($1.evidence.first?.start ?? 0)
    }
    let column = min(22, figures.map(\.amount.terminalWidth).max() ?? 0) + 4
    return figures.flatMap { lines(of: $0, column: column) }
  }

  /// One figure; `column` is where the words after the amount begin.
  func lines(of figure: Figure, column: Int = 0) -> [StyledText] {
    var first = StyledText("  ")
    first.append(figure.amount, .heading)
    first.append(String(repeating: " ", count: max(2, column - first.width)))
    var line = StyledText(figure.counts?.safeLine ?? "(not said of what)")
    if let of = figure.of { line.append(" of \(index.name(of))") }
    if let time = figure.at.flatMap({ index.times[$0]?.shown }) { line.append(", \(time)") }
    if figure.saidBy != nil {
      line.append(", said by ")
      line.append(index.voiceName(of: figure.saidBy), .speaker)
    }
    if let at = figure.evidence.first { line.append(" \(index.location(at))", .faint) }
    return line.wrapped(
      width: width, first: first, rest: StyledText(String(repeating: " ", count: max(4, column))))
  }
}
