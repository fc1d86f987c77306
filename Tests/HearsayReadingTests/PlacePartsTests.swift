import Foundation
import HearsayPlaces
import TestSupport
import Testing

/// The table of places taken apart, as a wheel has it, made by the script that ships.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no Python"))
struct PlacePartsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let lines: [String] =
    [
      "! key\tname\tkind", "'ayn\t‘Ayn\tc\tARV\t01\t9\t-0.05\t-179.999\t\t-31",
      "little port\t>port\t2", "port\t\tc\tARV\t01\t\t47.5\t2.0\t900\t11",
      "port\t\tc\tARV\t02\t\t\t\t800\t12", "port\t>little haven",
      "port\tPôrt\tc\tBRV\t03\t\t1.234\t-3.001\t0\t13",
    ].sorted { $0.prefix { $0 != "\t" } < $1.prefix { $0 != "\t" } }
    // Enough that rows are counted from more than one place.
    + (100..<700).map { "quay \($0)\t\tc\tARV\t01\t\t\($0).5\t-\($0 % 90).125\t\($0 * 7)\t\($0)" }
    + ["~prt\t>port\t1", "~prt\t>port\t3"]

  private func folder(_ name: String, _ table: Data) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (file, text) in [
      ("countries.tsv", "ARV\tAV\tArvania\t\tPort\tArvanian\t10\n"),
      ("divisions.tsv", "ARV.01\tNorth\n"),
    ] { try Data(text.utf8).write(to: URL(filePath: folder(file))) }
    try table.write(to: URL(filePath: folder(name)))
    return folder
  }

  private func parts(of table: Data) throws -> Data {
    let folder = try TemporaryFolder()
    try table.write(to: URL(filePath: folder("places.tsv")))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      Self.root + "/scripts/places-in-parts", folder("places.tsv"), folder("places.parts"),
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try Data(contentsOf: URL(filePath: folder("places.parts")))
  }

  @Test func `the same is found in parts as in lines`() throws {
    let table = Data((Self.lines.joined(separator: "\n") + "\n").utf8)
    let whole = try folder("places.tsv", table)
    let apart = try folder("places.parts", try parts(of: table))
    let (one, other) = (
      try Gazetteer(folder: whole.path), try Gazetteer(folder: apart.path)
    )
    for name in ["Port", "Little Port", "'Ayn", "Pert", "quay", "! key", "nowhere"]
      + (100..<700).map({ "Quay \($0)" })
    {
      #expect(one.candidates(for: name) == other.candidates(for: name), "\(name)")
    }
    #expect(other.candidates(for: "Port").map(\.geonameid) == [11, 12, 13])
    #expect(other.candidates(for: "'Ayn").map(\.latitude) == [-0.05])
    #expect(other.candidates(for: "Quay 699").map(\.population) == [4_893])
  }

  @Test(arguments: [20, 40, 4_000]) func `what is cut off is refused`(bytes: Int) throws {
    let table = Data((Self.lines.joined(separator: "\n") + "\n").utf8)
    let cut = try folder("places.parts", try parts(of: table).prefix(bytes))
    #expect(throws: Gazetteer.LoadError.self) { try Gazetteer(folder: cut.path) }
  }
}
