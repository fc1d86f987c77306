import Foundation
import HearsayIntake
import TestSupport
import Testing

@Test func `a table of addresses stands for the pages that it names, each once`() throws {
  let folder = try TemporaryFolder()
  try Data(
    """
    place,source
    Velm,"https://courier.example/a?b=1&copy=2; https://herald.example/2"
    Port Ledra,seen on the telephone of a neighbour
    Velm,https://herald.example/2
    """.utf8
  ).write(to: URL(filePath: folder("list.csv")))
  try Data("https://skerry.example/1\nhttps://skerry.example/2\n".utf8)
    .write(to: URL(filePath: folder("list.txt")))
  var list = InputList(
    [folder("list.csv"), "https://other.example/"], takesArchives: true, takesTables: true)
  list.follow("source")
  #expect(
    list.inputs == [
      .page("https://courier.example/a?b=1&copy=2"), .page("https://herald.example/2"),
      .page("https://other.example/"),
    ])
  #expect(
    list.errors.map(\.reason) == [
      "row 2: no address of the web: seen on the telephone of a neighbour"
    ])
  // A list of addresses is a table of one column without a name.
  var plain = InputList([folder("list.txt")], takesArchives: true, takesTables: true)
  plain.follow("1")
  #expect(
    plain.inputs == [.page("https://skerry.example/1"), .page("https://skerry.example/2")])
  var wrong = InputList([folder("list.csv")], takesArchives: true, takesTables: true)
  wrong.follow("address")
  #expect(wrong.inputs.isEmpty)
  #expect(wrong.errors.first?.reason == "no column address; there are: place, source")
}
