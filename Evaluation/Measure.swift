import Foundation

/// One measured figure, higher is better.
struct Score: Sendable {
  /// Dotted name, the key in `floors.json`: "claims.polnear.f1".
  let key: String
  let value: Double
  /// How many texts it was measured on.
  let of: Int
}

/// One thing that can be measured when its data is there.
struct Measure: Sendable {
  let name: String
  /// Paths below the data folder that it reads.
  let needs: [String]
  /// Prints details to standard output and returns the figures that have floors.
  let run: @Sendable (_ data: URL) throws -> [Score]
}

/// Where things are.
enum Folders {
  /// The source tree.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The corpora, which are no part of it.
  static let data =
    ProcessInfo.processInfo.environment["HEARSAY_DATA"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared/data")

  /// The files in a folder, by name.
  static func files(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles
    ).sorted { $0.path < $1.path }
  }
}

/// The floors that figures may not fall below.
struct Floors {
  /// Figures are deterministic on one machine; other processors may round an int8 sum differently in the
  /// last place, which has moved a figure by less than this.
  static let noise = 0.0005

  private(set) var values: [String: Double]
  private let file: URL

  init(file: URL = Folders.root.appending(path: "Evaluation/floors.json")) throws {
    self.file = file
    values = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: file))
  }

  /// Raises the floor of a figure, or lowers it where that is explicitly allowed.
  ///
  /// - Returns: whether the floor now is the figure.
  mutating func record(_ score: Score, allowLower: Bool) -> Bool {
    let rounded = (score.value * 10_000).rounded(.down) / 10_000
    if let floor = values[score.key], rounded < floor, !allowLower { return false }
    values[score.key] = rounded
    return true
  }

  /// Replaces the file atomically.
  func save() throws { try JSONFile.write(values, to: file) }
}

/// Files that people compare: sorted, indented, ended by a line feed.
enum JSONFile {
  static func write(_ value: some Encodable, to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(value)
    data.append(UInt8(ascii: "\n"))
    try data.write(to: file, options: .atomic)
  }
}
