import Foundation
import Testing

/// Stories as the tool tells them.
@Suite(.serialized) struct StoriesTests {
  private static let reports = [
    (
      "first.txt",
      """
      Shells hit grain depot at Ankara

      Shells fired by rebels struck the grain depot of Ankara on Tuesday, killing nine people, the mayor Ilse Venn said. \
      Warehouses burned through the night.
      """
    ),
    (
      "second.txt",
      """
      Twelve dead as grain depot at Ankara is shelled

      The grain depot at Ankara was shelled by rebels on Tuesday and warehouses burned. The attack killed twelve people, the \
      hospital director Omar Tass said.
      """
    ),
    (
      "third.txt",
      """
      Tram drivers walk out in Velm

      Tram drivers in Velm went on strike over new rosters; the union leader Bea Lorn said that 800 drivers took part.
      """
    ),
  ]

  private func ledger() throws -> Program {
    let program = try Program()
    for (name, text) in Self.reports {
      let path = try program.write(text, to: name)
      #expect(try program.run("read", "-q", path, "--published", "2031-03-05").status == 0)
    }
    return program
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func `reports on one matter are one story, asked for by any of them`() throws {
    let program = try ledger()
    let stories = try objects(try program.run("stories", "-f", "jsonl", "-n", "0").output)
    #expect(stories.count == 2)
    let counts = stories.map { ($0["reports"] as? [Any])?.count ?? 0 }
    #expect(counts.sorted() == [1, 2])
    let both = try #require(stories.first { ($0["reports"] as? [Any])?.count == 2 })
    let ids = try #require(both["reports"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let asked = try ids.map { try program.run("story", $0, "-f", "jsonl").output }
    #expect(Set(asked).count == 1)
    let incidents = try #require(both["incidents"] as? [[String: Any]])
    let record = try #require((incidents.first?["records"] as? [String])?.first)
    let incident = try program.run("incident", record)
    #expect(incident.status == 0)
    #expect(try program.run("timeline", ids[0]).status == 0)
    #expect(try program.run("story", ids[0]).output.contains("2 reports"))
  }

  @Test func `what was drawn is drawn again the same, and what comes later is kept up`() throws {
    let program = try ledger()
    let before = try program.run("stories", "-f", "json", "-n", "0").output
    #expect(try program.run("redraw", "-q").status == 0)
    #expect(try program.run("stories", "-f", "json", "-n", "0").output == before)
    let path = try program.write(
      "Choir wins prize in Lisbon\n\nA choir of retired dentists won the harbour festival in Lisbon.",
      to: "4.txt")
    #expect(try program.run("read", "-q", path).status == 0)
    #expect(
      try program.run("stories", "-f", "jsonl", "-n", "0").output.split(separator: "\n").count == 3)
    #expect(try program.run("stories", "-n", "1", "--place", "nowhere at all").status == 1)
  }

  @Test func `questions that cannot be answered say so`() throws {
    let program = try ledger()
    #expect(try program.run("changes").status == 2)
    #expect(try program.run("incident", "nothing").status == 2)
    #expect(try program.run("changes", "--since", "2031-01").status <= 1)
    #expect(try program.run("contested").status <= 1)
    let graph = try program.run("blame", "-f", "dot")
    #expect(graph.output.hasPrefix("digraph blame {"))
    #expect(try program.run("stories", "-n", "-3").status == 2)
  }

  @Test func `what a person decides joins stories and parts incidents till it is taken back`()
    throws
  {
    let program = try ledger()
    func stories() throws -> [[String: Any]] {
      try objects(try program.run("stories", "-f", "jsonl", "-n", "0").output)
    }
    func records(_ story: [String: Any]) throws -> [[String]] {
      try #require(story["incidents"] as? [[String: Any]]).compactMap { $0["records"] as? [String] }
    }
    let first = try program.run("stories", "-f", "jsonl", "-n", "0").output
    let before = try objects(first)
    let both = try #require(before.first { ($0["reports"] as? [Any])?.count == 2 })
    let alone = try #require(before.first { ($0["reports"] as? [Any])?.count == 1 })
    let joined = try #require(try records(both).first { $0.count == 2 })
    let parted = try program.run(
      "not-same", joined[0], joined[1], "--because", "two depots", "--as", "ada")
    #expect(parted.status == 0)
    let after = try stories()
    #expect(try !after.contains { try records($0).contains(joined) })
    let other = try #require(try records(alone).first?.first)
    #expect(try program.run("same", joined[0], other).status == 0)
    #expect(try stories().count == 1)
    // Drawn again from nothing it is the same, and what is taken back holds no longer.
    let kept = try program.run("stories", "-f", "jsonl", "-n", "0").output
    #expect(try program.run("redraw", "-q").status == 0)
    #expect(try program.run("stories", "-f", "jsonl", "-n", "0").output == kept)
    #expect(try program.run("not-same", joined[0], joined[1], "--undo").status == 0)
    #expect(try program.run("same", joined[0], other, "--undo").status == 0)
    #expect(try program.run("stories", "-f", "jsonl", "-n", "0").output == first)
    #expect(try program.run("same", joined[0], other, "--undo").status == 1)
    #expect(try program.run("same", joined[0], joined[0]).status == 2)
    #expect(try program.run("same", joined[0]).status == 2)
    #expect(try program.run("same", "-f", "jsonl").status < 2)
  }
}
