package import HearsayArchives

/// The reports that a command line names: folders are looked through, all else is taken as it is.
package struct InputList: Sendable {
  /// What reports in folders end in; a file named itself may have any name.
  static let endings: Set<String> = ["html", "htm", "xhtml", "shtml", "txt", "text", "md", "xml"]

  /// A file in a folder that is not read.
  package struct PassedOver: Hashable, Sendable {
    package let path: String
    /// What it is, in the words that files of its kind are counted under.
    package let kind: String
  }

  package private(set) var inputs: [Input] = []
  package private(set) var errors: [InputError] = []
  package private(set) var passedOver: [PassedOver] = []
  /// Folders already looked through, so that links in circles come to an end.
  private var seen: Set<FileIdentity> = []
  private let endings: Set<String>
  private let takesArchives: Bool
  private let kind: ArchiveFile.Kind?

  /// The inputs that names stand for; of folders, files with one of the endings (reports' unless given).
  ///
  /// With `takesArchives`, archives in folders are inputs too; files that are named themselves, and standard input, are of
  /// the kind where one is given.
  package init(
    _ names: [String], endings: Set<String>? = nil, takesArchives: Bool = false,
    as kind: ArchiveFile.Kind? = nil
  ) {
    self.kind = kind
    self.endings = endings ?? Self.endings
    self.takesArchives = takesArchives
    for name in names { add(name) }
  }

  private mutating func add(_ name: String) {
    if name == "-" {
      inputs.append(kind.map { .archive(name, $0) } ?? .standardInput)
    } else if Self.isAddress(name) {
      inputs.append(.page(name))
    } else if FileSystem.isFolder(name) {
      addFolder(name)
    } else {
      add(file: name)
    }
  }

  /// An address has a scheme; no path that anybody means begins so.
  package static func isAddress(_ name: String) -> Bool {
    guard let colon = name.firstRange(of: "://"), colon.lowerBound > name.startIndex else {
      return false
    }
    return name[..<colon.lowerBound].allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// A file that was named itself is what it holds, if its name does not tell.
  ///
  /// What stands in a pipe cannot be looked at before it is read.
  private mutating func add(file name: String) {
    switch FileSystem.kind(name) {
    case nil:
      errors.append(InputError(name: name, reason: FileSystem.reasonForMissing(name)))
    case .file: inputs.append(takesArchives ? named(name) : .file(name))
    default: inputs.append(.file(name))
    }
  }

  private func named(_ name: String) -> Input {
    if let kind { return .archive(name, kind) }
    if let kind = ArchiveFile.kind(ofName: name) { return .archive(name, kind) }
    if !isReport(name), let kind = ArchiveFile.kind(ofContents: name) {
      return .archive(name, kind)
    }
    return .file(name)
  }

  private func isReport(_ name: String) -> Bool {
    Self.ending(name).map { endings.contains(String($0.dropFirst())) } ?? false
  }

  /// What a file's name ends in, in lower case with the full stop.
  private static func ending(_ name: String) -> String? {
    name.lastIndex(of: ".").map { name[$0...].lowercased() }
  }

  private mutating func addFolder(_ path: String) {
    guard let identity = FileSystem.identity(path), seen.insert(identity).inserted else { return }
    let found: FolderNames
    do {
      found = try FileSystem.names(inFolder: path)
    } catch {
      errors.append(error)
      return
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    for name in found.unreadable.sorted() {
      errors.append(InputError(name: folder + name, reason: "its name is not UTF-8"))
    }
    for name in found.names.sorted() where !name.hasPrefix(".") {
      let inner = folder + name
      let kind = FileSystem.kind(inner) ?? .file
      if kind == .folder {
        addFolder(inner)
      } else if kind != .file {
        passedOver.append(PassedOver(path: inner, kind: kind.word))
      } else if takesArchives, let kind = ArchiveFile.kind(ofName: name) {
        inputs.append(.archive(inner, kind))
      } else if isReport(name) {
        inputs.append(.file(inner))
      } else {
        passedOver.append(PassedOver(path: inner, kind: Self.ending(name) ?? "without an ending"))
      }
    }
  }
}
