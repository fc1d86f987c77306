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
    for key in ["sentences", "names", "attributions", "events", "times", "incidents"] {
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
