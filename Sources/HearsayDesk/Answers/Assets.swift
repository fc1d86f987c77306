import FoundationEssentials

/// The style sheet and the script, read once.
struct Assets: Sendable {
  private let files: [String: DeskAnswer]
  /// The base map; `nil` where it is not there.
  let map: BaseMap?
  /// What countries are called, by their two letters and by their three.
  let countries: [String: String]

  init(folder: String) {
    var files: [String: DeskAnswer] = [:]
    for (name, ending, type) in [
      ("desk", "css", "text/css; charset=utf-8"), ("desk", "js", "text/javascript; charset=utf-8"),
      ("desk", "svg", "image/svg+xml"),
    ] {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name).\(ending)") else {
        continue
      }
      files["\(name).\(ending)"] = DeskAnswer(type: type, body: Array(data))
    }
    files["robots.txt"] = DeskAnswer(
      type: "text/plain; charset=utf-8", body: Array("User-agent: *\nDisallow: /\n".utf8))
    files["favicon.ico"] = DeskAnswer(204, type: "image/x-icon", body: [])
    self.files = files
    map = FileManager.default.contents(atPath: "\(folder)/world.txt").map {
      BaseMap(String(decoding: $0, as: UTF8.self))
    }
    let table = FileManager.default.contents(atPath: "\(folder)/../countries.tsv") ?? Data()
    countries = Coverage.countries(String(decoding: table, as: UTF8.self))
  }

  func answer(_ request: DeskRequest) -> DeskAnswer? {
    guard request.method != .post, let name = request.path.first, request.suffix == nil else {
      return nil
    }
    return files[name]
  }
}
