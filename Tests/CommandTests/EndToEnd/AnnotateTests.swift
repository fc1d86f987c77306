import Foundation
import TestSupport
import Testing

@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct AnnotateTests {
  private let given = """
    # newdoc id = one
    # sent_id = a
    1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
    1\tdid\t_\t_\t_\t_\t_\t_\t_\tKeep=me
    2\tn't\t_\t_\t_\t_\t_\t_\t_\t_
    3\tcome\t_\t_\t_\t_\t_\t_\t_\t_

    """

  @Test func `given words, sentences and comments come back with the model's columns`() throws {
    let program = try Program()
    let run = try program.run("annotate", "--pretokenized", "-", input: given + "\n")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(
      lines.map { $0.prefix(2).joined(separator: " ") } == [
        "# newdoc id = one", "# sent_id = a", "1-2 didn't", "1 did", "2 n't", "3 come",
      ])
    #expect(lines[3][9].hasPrefix("Keep=me"))
    #expect(lines[5][3] == "VERB")
    #expect(lines[5][7] == "root")
  }

  @Test
  func `the words and SpaceAfter of CoNLL-U give the text, contractions told by their own lines`()
    throws
  {
    let text = "“The guards didn't fire, and I can't say who couldn't.” They've left (it's said)."
    let run = try Program().run("annotate", "-", input: text + "\n")
    var told: [String] = []
    var isPlain: [Bool] = []
    var inside = 0..<0
    for line in run.output.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      let numbers = columns[0].split(separator: "-").compactMap { Int($0) }
      let isGlued = columns[9].contains("SpaceAfter=No")
      if numbers.count == 2 {
        inside = numbers[0]..<(numbers[1] + 1)
      } else if inside.contains(numbers[0]) {
        #expect(!isGlued, "\(columns[1])")
        if numbers[0] == inside.upperBound - 1 { inside = 0..<0 }
        continue
      }
      told.append(columns[1] + (isGlued ? "" : " "))
      isPlain.append(numbers.count == 1)
    }
    #expect(isPlain.contains(false))
    #expect(told.joined().trimmingCharacters(in: .whitespaces) == text)
  }

  @Test func `json has every layer, and texts come out in the order of the files`() throws {
    let program = try Program()
    for number in 1...5 {
      _ = try program.write(ShortReports.text(number), to: "in/\(number).txt")
    }
    let run = try program.run("annotate", "--format", "json", "--jobs", "2", program.folder("in"))
    let pages = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(pages.map { ($0["name"] as? String)?.suffix(5) } == (1...5).map { "\($0).txt" })
    for key in ["sentences", "names", "attributions", "events", "times", "happenings"] {
      #expect(pages.allSatisfy { $0[key] is [Any] }, "\(key)")
    }
    let text = try #require(pages[0]["text"] as? String)
    for name in try #require(pages[0]["names"] as? [[String: Any]]) {
      let span = try #require(name["span"] as? [String: Any])
      let scalars = Array(text.unicodeScalars)
      let start = try #require(span["start"] as? Int)
      let end = try #require(span["end"] as? Int)
      var exact = String.UnicodeScalarView()
      exact.append(contentsOf: scalars[start..<end])
      #expect(span["exact"] as? String == String(exact))
    }
  }

  @Test func `a line that is not CoNLL-U is named, and the next file is still read`() throws {
    let program = try Program()
    let bad = try program.write("1\tA\n", to: "bad.conllu")
    let good = try program.write(given + "\n", to: "good.conllu")
    let run = try program.run("annotate", "--pretokenized", bad, good)
    #expect(run.status == 2)
    #expect(run.messages.contains("\(bad): line 1: 2 columns"))
    #expect(run.output.contains("sent_id = a"))
  }
}
