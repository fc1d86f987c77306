import HearsayArchives

/// The reports that a command line names: folders are looked through, all else is taken as it is.
struct InputList: Sendable {
  /// What reports in folders end in; a file named itself may have any name.
  static let endings: Set<String> = ["html", "htm", "xhtml", "shtml", "txt", "text", "md", "xml"]

  private(set) var inputs: [Input] = []
  private(set) var errors: [InputError] = []
  /// Folders already looked through, so that links in circles come to an end.
  private var seen: Set<FileIdentity> = []
  private let endings: Set<String>
  private let takesArchives: Bool

  /// The inputs that names stand for; of folders, files with one of the endings (reports' unless given).
  ///
  /// With `takesArchives`, archives in folders are inputs too.
  init(_ names: [String], endings: Set<String>? = nil, takesArchives: Bool = false) {
    self.endings = endings ?? Self.endings
    self.takesArchives = takesArchives
    for name in names { add(name) }
  }

  private mutating func add(_ name: String) {
    if name == "-" {
      inputs.append(.standardInput)
    } else if Self.isAddress(name) {
      inputs.append(.page(name))
    } else if FileSystem.isFolder(name) {
      addFolder(name)
    } else {
      // Whether it can be read is seen when it is read.
      inputs.append(takesArchives ? named(name) : .file(name))
    }
  }

  /// An address has a scheme; no path that anybody means begins so.
  private static func isAddress(_ name: String) -> Bool {
    guard let colon = name.firstRange(of: "://"), colon.lowerBound > name.startIndex else {
      return false
    }
    return name[..<colon.lowerBound].allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// A file that was named itself is what it holds, if its name does not tell.
  private func named(_ name: String) -> Input {
    if let kind = ArchiveFile.kind(ofName: name) { return .archive(name, kind) }
    if !isReport(name), let kind = ArchiveFile.kind(ofContents: name) {
      return .archive(name, kind)
    }
    return .file(name)
  }

  private func isReport(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[dot...].dropFirst().lowercased())
  }

  private mutating func addFolder(_ path: String) {
    guard let identity = FileSystem.identity(path), seen.insert(identity).inserted else { return }
    let names: [String]
    do {
      names = try FileSystem.names(inFolder: path)
    } catch {
      errors.append(error)
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      if FileSystem.isFolder(inner) {
        addFolder(inner)
      } else if takesArchives, let kind = ArchiveFile.kind(ofName: name) {
        inputs.append(.archive(inner, kind))
      } else if isReport(name) {
        inputs.append(.file(inner))
      }
    }
  }
}
