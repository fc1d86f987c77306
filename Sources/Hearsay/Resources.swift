import FoundationEssentials

/// Where the program's data files lie.
public struct Resources: Sendable {
  /// The weights of the annotation model.
  public let model: String
  /// The weights that tell happenings, if there are any: `happenings.weights` beside those of the annotation model.
  public var happenings: String? {
    let file = URL(filePath: model).deletingLastPathComponent().appending(
      path: "happenings.weights"
    )
    .path
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }
  /// The folder of the gazetteer.
  public let data: String
  /// The folder of what is known of words.
  public var language: String { data + "/language" }

  /// Finds the files: as told, else beside the program, else in the source tree it was built from.
  ///
  /// - Parameters:
  ///   - model: A path that goes before all others, as from `--model`.
  ///   - environment: `HEARSAY_MODEL` and `HEARSAY_SHARE` (a folder with `Models` and `Data`) are looked at.
  ///   - program: The path of the running program.
  public init(model: String? = nil, environment: [String: String] = [:], program: String? = nil) {
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    var folders = [environment["HEARSAY_SHARE"]].compactMap { $0 }
    if let program {
      folders.append(
        URL(filePath: program).deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "share/hearsay").path)
    }
    folders.append(source)
    let share =
      folders.first { FileManager.default.fileExists(atPath: $0 + "/Data/countries.tsv") } ?? source
    self.model = model ?? environment["HEARSAY_MODEL"] ?? share + "/Models/hearsay.weights"
    data = share + "/Data"
  }
}
