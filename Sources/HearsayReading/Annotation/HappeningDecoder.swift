import HearsayLanguage
import HearsayModel
import HearsayRecords

/// Gathers what the windows of a text say of happenings.
struct HappeningDecoder {
  /// `nil` if the model has no heads for them.
  private(set) var mentions: [HappeningMention]?
  private var comparable: [ComparableHappening] = []

  /// Words less likely than this to tell a happening are not marked; whoever reads the marks asks for more.
  private static let leastScore: Float = 0.15
  /// Roles and statuses less likely than this are not kept.
  private static let leastRole: Float = 0.2
  private static let leastStatus: Float = 0.02

  /// Adds the mentions among the words that a window accepts.
  mutating func add(_ reading: WindowReading) {
    guard let told = reading.happenings.happenings else { return }
    mentions = mentions ?? []
    let types = reading.happenings.head("happening")
    let statuses = reading.happenings.head("status")
    let modes = reading.happenings.head("mode")
    let voices = reading.happenings.head("voice")
    let mouth = voices.labels.firstIndex(of: "mouth")
    for run in runs(types, reading) {
      // Of several words the likeliest speaks for all.
      guard
        let best = run.words.max(by: {
          Self.telling(types[$0]) < Self.telling(types[$1])
        })
      else { continue }
      let row = Softmax.probabilities(types[best])
      var mention = HappeningMention(
        tokens: (run.words.lowerBound + reading.offset)..<(run.words.upperBound + reading.offset),
        type: run.type, score: Self.telling(types[best]))
      mention.typeScore = row[run.label] / max(1 - row[0], 1e-6)
      if !modes.labels.isEmpty {
        let label = modes.labels[modes.best(best)]
        mention.mode = label == "none" ? nil : label
      }
      mention.statuses = Self.statuses(statuses, best)
      if let mouth { mention.mouth = Softmax.probabilities(voices[best])[mouth] }
      mention.roles = roles(told, trigger: best, reading)
      let vector = told.comparable(best)
      mention.sameAs = comparable.reversed().map { Softmax.sigmoid(vector.score(against: $0)) }
      mentions?.append(mention)
      if comparable.count == HappeningMention.reach { comparable.removeFirst() }
      comparable.append(vector)
    }
  }

  private struct Run {
    var words: Range<Int>
    var label: Int
    var type: EventType
  }

  /// Neighbouring words of one type, counted in the window.
  private func runs(_ head: HeadScores, _ reading: WindowReading) -> [Run] {
    var found: [Run] = []
    let breaks = Set(reading.sentenceStarts)
    for index in reading.accepted {
      let word = index - reading.offset
      guard Self.telling(head[word]) >= Self.leastScore else { continue }
      let row = head[word]
      let scores = row.dropFirst()
      guard let top = scores.indices.max(by: { scores[$0] < scores[$1] }),
        let type = EventType(rawValue: head.labels[top - row.startIndex])
      else { continue }
      let label = top - row.startIndex
      if let last = found.last, last.words.upperBound == word, last.label == label,
        !breaks.contains(index),
        (Self.telling(head[word - 1]) >= 0.5) == (Self.telling(row) >= 0.5)
      {
        found[found.count - 1].words = last.words.lowerBound..<(word + 1)
      } else {
        found.append(Run(words: word..<(word + 1), label: label, type: type))
      }
    }
    return found
  }

  /// The probability that a word tells any happening: the first label is none.
  private static func telling(_ row: ArraySlice<Float>) -> Float {
    guard let none = row.first else { return 0 }
    return 1 - Softmax.probability(of: none, among: row)
  }

  private static func statuses(_ head: HeadScores, _ word: Int) -> [EventStatus: Float] {
    var found: [EventStatus: Float] = [:]
    for (label, probability) in zip(head.labels, Softmax.probabilities(head[word]))
    where probability >= leastStatus {
      if let status = EventStatus(rawValue: label) { found[status] = probability }
    }
    return found
  }

  private func roles(_ told: HappeningScores, trigger: Int, _ reading: WindowReading)
    -> [RoleMention]
  {
    let scores = told.roles(of: trigger)
    let labels = told.roles
    var found: [RoleMention] = []
    for word in 0..<reading.happenings.words {
      let row = scores[(word * labels.count)..<((word + 1) * labels.count)]
      // Most words are nothing to it by far.
      guard row.dropFirst().contains(where: { $0 > row[row.startIndex] - 1.5 }) else { continue }
      for (label, probability) in zip(labels, Softmax.probabilities(row)).dropFirst()
      where probability >= Self.leastRole {
        guard let role = HappeningRole(rawValue: label) else { continue }
        found.append(
          RoleMention(token: word + reading.offset, role: role, score: probability))
      }
    }
    return found
  }
}
