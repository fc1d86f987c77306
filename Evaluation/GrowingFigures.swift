import Foundation
import Hearsay
import HearsayRecords
import HearsayStories

/// How figures of eight fires, storms and floods grew (CrisisFACTS 2022): one-line facts, each with its day, drawn as one story.
///
/// Nobody coded which lines count the same. Told are how many series of one count come out, how often what one counts later is not
/// less than what it counted before (a toll and an area burnt only grow), and how many points are called contested.
enum GrowingFigures {
  static let measure = Measure(name: "crises", needs: ["crisisfacts"], run: run)

  private struct Crisis: Decodable {
    struct Fact: Decodable {
      let dateString: String
      let fact: String
    }

    let eventID: String
    let allFacts: [Fact]
  }

  private struct Line: Sendable {
    let crisis: String
    let day: String
    let text: String
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let file = data.appending(path: "crisisfacts/facts-2022.json")
    let crises = try JSONDecoder().decode([Crisis].self, from: Data(contentsOf: file))
    // Only a line with a number tells one.
    let lines = crises.flatMap { crisis in
      crisis.allFacts.filter { $0.fact.contains(where: \.isNumber) }.map {
        Line(crisis: crisis.eventID, day: $0.dateString, text: $0.fact)
      }
    }
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let readings = concurrently(lines.count) { index, workspace -> Reading? in
      var request = ReadingRequest(
        address: "\(lines[index].crisis)-\(index).txt", published: lines[index].day)
      request.contentType = "text/plain; charset=utf-8"
      return try? reader.read(Array(lines[index].text.utf8), request, workspace)
    } makeWorkspace: {
      reader.makeWorkspace()
    }
    let tables = try StoryPairs.tables(Folders.root.appending(path: "Data/stories"))
    let maker = SketchMaker(tables.background, tables.words)
    var sketches: [String: [Sketch]] = [:]
    for (index, line) in lines.enumerated() {
      guard let reading = readings[index] else { continue }
      sketches[line.crisis, default: []].append(
        maker.sketch(named: "\(line.crisis)-\(index)", reading))
    }
    var steps = (grows: 0, all: 0)
    var (series, points, contested) = (0, 0, 0)
    for (_, reports) in sketches.sorted(by: { $0.key < $1.key }) {
      let story = StoryMaker(tables).story(reports)
      for one in story.series {
        series += 1
        points += one.points.count
        let values = one.points.compactMap { point in
          (point.low ?? point.value ?? point.high).map { (point.at ?? "", $0) }
        }.sorted { $0 < $1 }
        for (before, after) in zip(values, values.dropFirst()) where before.0 < after.0 {
          steps.all += 1
          if after.1 >= before.1 { steps.grows += 1 }
        }
      }
      contested += story.contested.count { $0.kind == .howMany }
    }
    print(
      "         \(lines.count) lines of \(crises.count) crises: \(series) series with \(points) points, "
        + "\(steps.grows) of \(steps.all) steps from one day to a later not downwards, \(contested) counts contested"
    )
    return [
      Score(
        key: "crises.growing", value: Double(steps.grows) / Double(max(1, steps.all)),
        of: lines.count)
    ]
  }
}
