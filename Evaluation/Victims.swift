import Foundation
import Hearsay
import HearsayRecords

/// How many people an attack was aimed at or hurt, on the MUC corpora: the numbers of two and more that their templates give in slot 21.
///
/// A number is found if a figure of the report has exactly that value, and words of the template's beside it where the report tells that
/// number more than once; it is tied if that figure is about an event. `tst1` and `tst2` are only measured.
enum Victims {
  static let measure = Measure(
    name: "figures.muc", needs: ["muc34/CORPORA/tst1", "muc34/CORPORA/tst2"]
  ) { data in
    let documents = try ["tst1", "tst2"].flatMap {
      try MUCDocument.part(data.appending(path: "muc34/CORPORA/\($0)"))
    }.filter { !$0.victims.isEmpty }
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let counts = concurrently(documents.count) { index, workspace in
      count(documents[index], reader, workspace)
    } makeWorkspace: {
      reader.makeWorkspace()
    }
    let wanted = counts.reduce(0) { $0 + $1.wanted }
    let found = counts.reduce(0) { $0 + $1.found }
    let tied = counts.reduce(0) { $0 + $1.tied }
    print("         victims: \(found) of \(wanted) numbers found, \(tied) tied to an event")
    return [
      Score(
        key: "figures.muc.exact", value: Double(found) / Double(max(wanted, 1)),
        of: documents.count),
      Score(
        key: "figures.muc.tied", value: Double(tied) / Double(max(found, 1)), of: documents.count),
    ]
  }

  private struct Counts {
    var wanted = 0
    var found = 0
    var tied = 0
  }

  private static func count(
    _ document: MUCDocument, _ reader: Hearsay.Reader, _ workspace: Workspace
  ) -> Counts {
    var counts = Counts()
    counts.wanted = document.victims.count
    guard
      let reading = try? reader.read(
        Array(document.text.utf8), ReadingRequest(address: document.id + ".txt"), workspace)
    else { return counts }
    for victims in document.victims {
      let same = reading.figures.filter { $0.value == Double(victims.number) && $0.unit == nil }
      let named = same.filter { figure in
        let words =
          MUCDocument.words(figure.counts ?? "")
          + figure.evidence.flatMap { span in
            MUCDocument.words(
              String(
                decoding: Array(reading.report.text.utf8)[span.start..<span.end], as: UTF8.self))
          }
        return victims.names.contains { $0.contains(where: words.contains) }
      }
      let answers = named.isEmpty ? same : named
      guard !answers.isEmpty else { continue }
      counts.found += 1
      if answers.contains(where: { $0.about != nil }) { counts.tied += 1 }
    }
    return counts
  }
}
