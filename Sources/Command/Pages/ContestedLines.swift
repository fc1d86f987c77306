import HearsayRecords
import HearsayStories

/// What is contested in a report, as people read it: the question, then each answer with whose it is.
struct ContestedLines: Sendable {
  let index: ReadingIndex
  let width: Int

  /// All questions.
  func lines() -> [StyledText] {
    Contested.points(in: index).flatMap { point -> [StyledText] in
      var lines = StyledText(words(of: point.question), .heading)
        .wrapped(width: width, first: "  ", rest: "    ")
      for answer in point.answers {
        var line = StyledText(answer.who, .speaker)
        line.append(": ")
        line += words(of: answer.reply)
        line.append(" \(index.location(answer.evidence))", .faint)
        lines += line.wrapped(width: width, first: "    ", rest: "      ")
      }
      return lines
    }
  }

  private func words(of question: ContestedPoint.Question) -> String {
    switch question {
    case .didItHappen(let event): "Did it happen? " + words(of: event)
    case .whoIsToBlame(let event):
      "Who is to blame?" + (event.map { " " + words(of: $0) } ?? "")
    case .howMany(let counted): "How many? \(counted.safeLine)"
    }
  }

  private func words(of event: Event) -> String {
    "\(event.type.rawValue): “\(index.sentence(of: event.trigger))”"
  }

  private func words(of reply: ContestedPoint.Reply) -> StyledText {
    switch reply {
    case .stands(let standing): StyledText(standing.word, standing.style)
    case .denies(let act): StyledText("\(act.verb) it", .denied)
    case .blames(let ids): StyledText(ReadingIndex.list(ids.map(index.name)), .alleged)
    case .counts(let figure): StyledText(figure.amount, .said)
    }
  }
}

extension Standing {
  /// How it looks.
  var style: Style {
    switch manner {
    case .happened: .happened
    case .said: .said
    case .alleged: .alleged
    case .planned: .planned
    case .denied: .denied
    }
  }
}
