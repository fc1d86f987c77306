import HearsayLedger
import HearsayRecords
import HearsayStories

/// Denials across reports as people read them.
struct AnswerLines {
  let width: Int

  /// What a denial denies in another report, below the denial.
  func denied(_ answer: Answer) -> [StyledText] {
    var text = StyledText("denies what ")
    text.append(teller(answer), .speaker)
    text.append(" told: ")
    if let span = answer.told.span {
      text.append("“\(answer.other.sentence(of: span))”", .quote)
    }
    text.append(" \(source(answer.telling)), \(reasons(answer))", .faint)
    return wrapped(text)
  }

  /// Who denies in another report what this one tells.
  func denier(_ answer: Answer, _ index: ReadingIndex) -> [StyledText] {
    var text = StyledText(answer.other.speaker(of: answer.denial) ?? "somebody unnamed", .speaker)
    text.append(" ")
    text.append(answer.denial.act.verb, answer.denial.act.style)
    if let span = answer.told.span {
      text.append(" “\(index.sentence(of: span))”")
      text.append(" \(index.location(span)): ", .faint)
    }
    let words = answer.denial.content.map(answer.other.words).joined(separator: " … ")
    if !words.isEmpty { text.append("“\(words)”", .quote) }
    text.append(" \(source(answer.denying)), \(reasons(answer))", .faint)
    return wrapped(text)
  }

  private func wrapped(_ text: StyledText) -> [StyledText] {
    text.wrapped(width: width, first: StyledText("    "), rest: StyledText("      "))
  }

  private func teller(_ answer: Answer) -> String {
    answer.other.voiceName(of: answer.told.saidBy)
  }

  private func source(_ line: ReportLine) -> String {
    let parts = [line.report.outlet ?? line.report.title, line.report.published, line.id]
    return "(" + parts.compactMap { $0?.safeLine }.joined(separator: " · ") + ")"
  }

  private func reasons(_ answer: Answer) -> String {
    "by " + answer.reasons.map(\.rawValue).joined(separator: ", ")
  }
}
