import Foundation
import HearsayRecords
import TestSupport
import Testing

/// What is read from the sample reports, record for record.
///
/// `HEARSAY_RECORD=1` writes the files anew, and such a run fails, so that a recording never passes for a test.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct GoldenTests {
  static let samples = [
    "1-agency", "2-broadsheet", "3-tabloid", "4-government", "5-regional", "6-live",
  ]

  private static let isRecording = ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1"

  private static func path(_ sample: String) -> String {
    "\(Program.root)/Tests/Golden/\(sample)/records.jsonl"
  }

  private static let isRecorded = samples.contains {
    FileManager.default.fileExists(atPath: path($0))
  }

  /// The report without its text and one record a line, with what may differ between machines or models left
  /// out: how sure the reading is, and what read it.
  private func records(_ json: String) throws -> [String] {
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let reading = try #require(root)
    var lines: [String] = []
    func add(_ kind: String, _ record: [String: Any]) throws {
      var record = record
      for key in ["confidence", "reader", "text", "id", "key"]
      where kind == "report" || key == "confidence" {
        record[key] = nil
      }
      let data = try JSONSerialization.data(
        withJSONObject: [kind: record], options: [.sortedKeys, .withoutEscapingSlashes])
      lines.append(String(decoding: data, as: UTF8.self))
    }
    try add("report", try #require(reading["report"] as? [String: Any]))
    for kind in RecordKind.allCases {
      for record in reading[kind.rawValue] as? [[String: Any]] ?? [] {
        try add(kind.rawValue, record)
      }
    }
    return lines
  }

  @Test(
    .enabled(if: isRecorded || isRecording, "nothing recorded in Tests/Golden"), arguments: samples)
  func `a sample report is read as it was recorded`(_ sample: String) throws {
    let program = try Program()
    let process = try program.start(
      ["read", "Samples/\(sample).html", "--format", "json", "--no-store"], folder: Program.root)
    let run = try process.wait()
    #expect(run.status == 0, "\(run.messages)")
    let records = try records(run.output)
    let path = Self.path(sample)
    if Self.isRecording {
      let folder = URL(filePath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data((records.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
      Issue.record("recorded \(path); run again without HEARSAY_RECORD")
      return
    }
    let golden = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let lost = golden.filter { !records.contains($0) }
    let new = records.filter { !golden.contains($0) }
    #expect(
      lost.isEmpty && new.isEmpty,
      "\(sample)\nlost:\n\(lost.joined(separator: "\n"))\nnew:\n\(new.joined(separator: "\n"))")
  }

  @Test(arguments: samples)
  func `a sample report has its title, date and claims, and every span says what the text says`(
    _ sample: String
  ) throws {
    let program = try Program()
    let run = try program.run("read", "\(Program.root)/Samples/\(sample).html", "-f", "json")
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let reading = try #require(root)
    let report = try #require(reading["report"] as? [String: Any])
    #expect((report["published"] as? String)?.hasPrefix("2025-03-0") == true)
    #expect((report["title"] as? String)?.isEmpty == false)
    #expect((reading["claims"] as? [Any])?.isEmpty == false)
    let scalars = Array(try #require(report["text"] as? String).unicodeScalars)
    var spans = 0
    func check(_ value: Any) {
      if let array = value as? [Any] { for inner in array { check(inner) } }
      guard let object = value as? [String: Any] else { return }
      if let start = object["start"] as? Int, let end = object["end"] as? Int {
        var exact = String.UnicodeScalarView()
        exact.append(contentsOf: scalars[start..<end])
        #expect(object["exact"] as? String == String(exact))
        spans += 1
      }
      for inner in object.values { check(inner) }
    }
    check(reading)
    #expect(spans > 20)
    #expect(try program.run("verify").status == 0)
  }
}
