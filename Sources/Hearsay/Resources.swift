import FoundationEssentials

/// Where the program's data files lie.
public struct Resources: Sendable {
  /// The weights of the annotation model.
  public let model: String
  /// The weights that tell happenings, if there are any: `happenings.weights` beside those of the annotation model, or
  /// `happenings.difference`, which tells the same file by what it differs in from those.
  public var happenings: String? {
    let folder = URL(filePath: model).deletingLastPathComponent()
    return ["happenings.weights", "happenings.difference"].map { folder.appending(path: $0).path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
  /// The folder of the gazetteer.
  public let data: String
  /// The folder of what is known of words.
  public var language: String { data + "/language" }

  /// The files in a folder with `Models` and `Data`, and nowhere else.
  public init(share: String) {
    model = share + "/Models/hearsay.weights"
    data = share + "/Data"
  }

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
