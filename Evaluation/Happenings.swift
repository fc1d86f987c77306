import Foundation
import Hearsay
import HearsayRecords

/// Events and happenings against reports coded by hand, on the part that is never trained on.
///
/// An event is found if its trigger touches a coded mention; one event counts for one mention.
enum Happenings {
  static let measure = Measure(name: "happenings", needs: ["happenings"], run: run)

  /// Counts over all reports together.
  struct Counts {
    var coded = 0, read = 0, found = 0, typed = 0, status = 0, voice = 0
    var mouths = 0, mouth = 0, flat = 0, sins = 0
    var precision = 0.0, recall = 0.0
    var roles: [String: (right: Int, read: Int, coded: Int)] = [:]
    var figures = (right: 0, read: 0, coded: 0)
    var main = 0, mainFound = 0

    mutating func add(_ other: Counts) {
      coded += other.coded
      read += other.read
      found += other.found
      typed += other.typed
      status += other.status
      voice += other.voice
      mouths += other.mouths
      mouth += other.mouth
      flat += other.flat
      sins += other.sins
      precision += other.precision
      recall += other.recall
      for (role, counts) in other.roles {
        let own = roles[role] ?? (0, 0, 0)
        roles[role] = (own.0 + counts.0, own.1 + counts.1, own.2 + counts.2)
      }
      figures = (
        figures.0 + other.figures.0, figures.1 + other.figures.1, figures.2 + other.figures.2
      )
      main += other.main
      mainFound += other.mainFound
    }
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let reports = try CodedReport.all(in: data.appending(path: "happenings")).filter(
      \.isDevelopment)
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let all = concurrently(reports.count) { index, workspace -> Counts in
      let report = reports[index]
      var request = ReadingRequest(address: report.name + ".txt", published: report.published)
      request.contentType = "text/plain; charset=utf-8"
      guard let reading = try? reader.read(Array(report.text.utf8), request, workspace) else {
        return Counts()
      }
      return HappeningScorer(report: report, reading: reading).counts()
    } makeWorkspace: {
      reader.makeWorkspace()
    }
    var counts = Counts()
    for each in all { counts.add(each) }
    return scores(counts, reports.count)
  }

  private static func scores(_ c: Counts, _ reports: Int) -> [Score] {
    func f1(_ right: Int, _ read: Int, _ coded: Int) -> Double {
      2 * Double(right) / Double(max(read + coded, 1))
    }
    func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(whole, 1)) }
    let (p, r) = (c.precision / Double(max(c.found, 1)), c.recall / Double(max(c.found, 1)))
    let roles = c.roles.values.reduce((0, 0, 0)) { ($0.0 + $1.0, $0.1 + $1.1, $0.2 + $1.2) }
    for (role, counts) in c.roles.sorted(by: { $0.key < $1.key }) {
      print(
        "         \(role): \(rounded(f1(counts.right, counts.read, counts.coded))) (\(counts.right) right of \(counts.read) read, \(counts.coded) coded)"
      )
    }
    print(
      "         \(c.read) events read, \(c.coded) coded; told flatly as happened though they are not: \(c.sins) of \(c.flat)"
    )
    return [
      Score(key: "happenings.found", value: f1(c.found, c.read, c.coded), of: reports),
      Score(key: "happenings.typed", value: f1(c.typed, c.read, c.coded), of: reports),
      Score(key: "happenings.status", value: share(c.status, c.found), of: reports),
      Score(key: "happenings.voice", value: share(c.voice, c.found), of: reports),
      Score(key: "happenings.source", value: share(c.mouth, c.mouths), of: reports),
      Score(key: "happenings.same", value: p + r > 0 ? 2 * p * r / (p + r) : 0, of: reports),
      Score(key: "happenings.roles", value: f1(roles.0, roles.1, roles.2), of: reports),
      Score(
        key: "happenings.counts", value: f1(c.figures.0, c.figures.1, c.figures.2), of: reports),
      Score(key: "happenings.main", value: share(c.mainFound, c.main), of: reports),
      Score(key: "happenings.sinless", value: 1 - share(c.sins, c.flat), of: reports),
    ]
  }
}
