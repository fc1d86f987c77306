import Foundation
import Hearsay
import HearsayRecords

/// Texts about what did not happen, and controls about what did: an unreal one is a sin if an event on the marked words is
/// told as happened in the reporter's own voice; a control is right if one is.
enum Unreal {
  static let probes = Measure(name: "probes.unreal", needs: []) { _ in
    let folder = Folders.root.appending(path: "Evaluation/Probes")
    let seen = try outcome(folder.appending(path: "unreal-seen.tsv"), tells: true)
    let unseen = try outcome(folder.appending(path: "unreal-unseen.tsv"), tells: false)
    let moreSeen = try outcome(folder.appending(path: "unreal-more-seen.tsv"), tells: true)
    let moreUnseen = try outcome(folder.appending(path: "unreal-more-unseen.tsv"), tells: false)
    let third = try outcome(folder.appending(path: "unreal-third-seen.tsv"), tells: true)
    return seen.scores("probes.unreal.seen") + unseen.scores("probes.unreal.unseen")
      + moreSeen.scores("probes.unreal.moreSeen") + moreUnseen.scores("probes.unreal.moreUnseen")
      + third.scores("probes.unreal.thirdSeen")
  }

  static let development = Measure(name: "unreal.dev", needs: ["../exam/unreal-dev.tsv"]) { data in
    try outcome(data.appending(path: "../exam/unreal-dev.tsv"), tells: true).scores("unreal.dev")
  }

  struct Text: Sendable {
    let id: String
    let kind: String
    let text: String
    /// Bytes of the words of the happening in question.
    let marked: [Range<Int>]

    var isControl: Bool { kind.hasPrefix("real") }

    /// `[[…]]` marks the words; `\n` stands for a line break.
    init?(_ line: Substring) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 3 else { return nil }
      id = String(columns[0])
      kind = String(columns[1])
      var text = ""
      var marked: [Range<Int>] = []
      let parts = String(columns[2]).replacing("\\n", with: "\n").replacing("]]", with: "[[")
        .split(separator: "[[", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index % 2 == 1 { marked.append(text.utf8.count..<(text.utf8.count + part.utf8.count)) }
        text += part
      }
      self.text = text + "\n"
      self.marked = marked
    }
  }

  struct Outcome {
    var unreal = 0, sins = 0, controls = 0, right = 0
    var byKind: [String: (all: Int, wrong: Int)] = [:]

    func scores(_ key: String) -> [Score] {
      [
        Score(key: key + ".heldBack", value: 1 - Double(sins) / Double(max(unreal, 1)), of: unreal),
        Score(
          key: key + ".controls", value: Double(right) / Double(max(controls, 1)), of: controls),
      ]
    }
  }

  static func texts(_ file: URL) throws -> [Text] {
    try decoded(file).split(separator: "\n").dropFirst().compactMap { Text($0) }
  }

  private static func outcome(_ file: URL, tells: Bool) throws -> Outcome {
    let texts = try texts(file)
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let wrong = concurrently(texts.count) { index, workspace in
      isWrong(texts[index], reader, workspace)
    } makeWorkspace: {
      reader.makeWorkspace()
    }
    var outcome = Outcome()
    for (text, wrong) in zip(texts, wrong) {
      let own = outcome.byKind[text.kind] ?? (0, 0)
      outcome.byKind[text.kind] = (own.all + 1, own.wrong + (wrong ? 1 : 0))
      if text.isControl {
        outcome.controls += 1
        if !wrong { outcome.right += 1 }
      } else {
        outcome.unreal += 1
        if wrong { outcome.sins += 1 }
      }
      if tells, wrong, ProcessInfo.processInfo.environment["HEARSAY_DETAILS"] != nil {
        print("         \(text.kind) \(text.id): \(text.text.replacing("\n", with: " "))")
      }
    }
    print(
      "         unreal told as happened \(outcome.sins) of \(outcome.unreal); controls told as happened \(outcome.right) of \(outcome.controls)"
    )
    let kinds = outcome.byKind.filter { $0.value.wrong > 0 }.sorted { $0.key < $1.key }
    print("         wrong: \(kinds.map { "\($0.key) \($0.value.wrong)" }.joined(separator: ", "))")
    return outcome
  }

  /// What is done by speaking may be told of a text about the unreal.
  private static func speaking(_ kind: String) -> Set<EventType> {
    switch kind {
    case "metaphor", "otherSense":
      [.accuse, .reject, .agree, .consult, .cooperate, .support, .request, .concede]
    case "allegation": [.accuse]
    default: [.threaten, .request, .accuse, .reject]
    }
  }

  private static func isWrong(
    _ text: Text, _ reader: Hearsay.Reader, _ workspace: Workspace
  ) -> Bool {
    guard
      let reading = try? reader.read(
        Array(text.text.utf8),
        ReadingRequest(address: text.id + ".txt", published: "2031-05-14"), workspace),
      let shift = shift(text.text, in: reading.report.text)
    else { return text.isControl }
    let told = reading.events.contains { event in
      (event.status == .happened || event.status == .ongoing) && event.saidBy == nil
        && (text.isControl || !speaking(text.kind).contains(event.type))
        && text.marked.contains {
          event.trigger.start - shift < $0.upperBound && $0.lowerBound < event.trigger.end - shift
        }
    }
    return told != text.isControl
  }

  /// How many bytes stand before the text in what was read.
  private static func shift(_ text: String, in read: String) -> Int? {
    read.firstRange(of: String(text.prefix(20))).map {
      read.utf8.distance(from: read.startIndex, to: $0.lowerBound)
    }
  }
}
