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
  private let takesTables: Bool
  private let kind: ArchiveFile.Kind?
  private let standardInput: StandardInput?

  /// The inputs that names stand for; of folders, what is a report or an archive by its first bytes, and texts with one of the
  /// endings (reports' unless given).
  ///
  /// - Parameters:
  ///   - names: Files, folders, addresses, `-`.
  ///   - endings: What names of texts in folders end in.
  ///   - takesArchives: Whether archives are inputs too.
  ///   - takesTables: Whether tables are: somebody has named a column of them.
  ///   - kind: What files that are named themselves, and standard input, are; `nil` for what their bytes tell.
  ///   - standardInput: What `-` is; without it, it is taken for a page or text.
  package init(
    _ names: [String], endings: Set<String>? = nil, takesArchives: Bool = false,
    takesTables: Bool = false, as kind: ArchiveFile.Kind? = nil,
    standardInput: StandardInput? = nil
  ) {
    self.kind = kind
    self.endings = endings ?? Self.endings
    self.takesArchives = takesArchives
    self.takesTables = takesTables
    self.standardInput = standardInput
    for name in names { add(name) }
  }

  private mutating func add(_ name: String) {
    if name == "-" {
      addStandardInput()
    } else if Self.isAddress(name) {
      inputs.append(.page(name))
    } else if FileSystem.isFolder(name) {
      addFolder(name)
    } else {
      add(file: name)
    }
  }

  /// Puts the pages whose addresses stand in a column of tables in the place of the tables, each once.
  package mutating func follow(_ column: String) {
    var met: Set<String> = []
    let named = inputs
    inputs = []
    for input in named {
      guard case .archive(let name, .table) = input else {
        inputs.append(input)
        continue
      }
      do throws(ArchiveError) {
        var columns = TableColumns(text: column)
        // As it stands: the text of a page would be freed of its markup.
        columns.address = column
        let table =
          if name == "-", let standardInput {
            try ArchiveFile.open(standardInput, as: .table, columns: columns)
          } else {
            try ArchiveFile.open(FileSystem.absolute(name), as: .table, columns: columns)
          }
        var row = 0
        while let page = try table.next() {
          row += 1
          // A cell may hold several.
          let cell = page.address ?? ""
          let addresses = cell.split { $0.isWhitespace || $0 == ";" }.filter(Self.isWebAddress)
          if addresses.isEmpty {
            errors.append(
              InputError(
                name: name, reason: "row \(row): no address of the web: \(cell.prefix(80))"))
          }
          for address in addresses where met.insert(String(address)).inserted {
            inputs.append(.page(String(address)))
          }
        }
      } catch {
        errors.append(InputError(name: name, reason: error.reason))
      }
    }
  }

  private static func isWebAddress(_ cell: Substring) -> Bool {
    let start = cell.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }

  private mutating func addStandardInput() {
    let nature = kind.map { .archive($0) } ?? standardInput?.nature ?? .other
    switch nature {
    case .archive(let kind): inputs.append(.archive("-", kind))
    case .table where takesTables: inputs.append(.archive("-", .table))
    case .unread(let advice):
      errors.append(InputError(name: "standard input", reason: advice))
    case .page, .table, .other: inputs.append(.standardInput)
    }
  }

  /// An address has a scheme; no path that anybody means begins so.
  package static func isAddress(_ name: String) -> Bool {
    guard let colon = name.firstRange(of: "://"), colon.lowerBound > name.startIndex else {
      return false
    }
    return name[..<colon.lowerBound].allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// A file that was named itself is what its first bytes tell, else what its name tells.
  ///
  /// What stands in a pipe cannot be looked at before it is read.
  private mutating func add(file name: String) {
    switch FileSystem.kind(name) {
    case nil:
      errors.append(InputError(name: name, reason: FileSystem.reasonForMissing(name)))
    case .file:
      switch takesArchives ? nature(of: name, isNamed: true) : .other {
      case .archive(let kind): inputs.append(.archive(name, kind))
      case .table where takesTables: inputs.append(.archive(name, .table))
      case .unread(let advice): errors.append(InputError(name: name, reason: advice))
      case .page, .table, .other: inputs.append(.file(name))
      }
    default: inputs.append(.file(name))
    }
  }

  private func nature(of path: String, isNamed: Bool = false) -> FileNature {
    if isNamed, let kind { return .archive(kind) }
    let nature = FileNature(path: path)
    guard nature == .other else { return nature }
    if let kind = ArchiveFile.kind(ofName: path) { return .archive(kind) }
    // Somebody has named a column: then it is a table, if only of one column.
    let isTable = takesTables && (isNamed || [".csv", ".tsv"].contains(Self.ending(path)))
    return isTable ? .table : .other
  }

  private func isReport(_ name: String) -> Bool {
    Self.ending(name).map { endings.contains(String($0.dropFirst())) } ?? false
  }

  /// What a file's name ends in, in lower case with the full stop.
  private static func ending(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[$0...].lowercased() }
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
      } else {
        addFile(inFolder: inner)
      }
    }
  }

  private mutating func addFile(inFolder path: String) {
    let ending = Self.ending(path) ?? "without an ending"
    guard takesArchives else {
      if isReport(path) {
        inputs.append(.file(path))
      } else {
        passedOver.append(PassedOver(path: path, kind: ending))
      }
      return
    }
    switch nature(of: path) {
    case .archive(let kind): inputs.append(.archive(path, kind))
    case .page: inputs.append(.file(path))
    case .table where takesTables: inputs.append(.archive(path, .table))
    case .table: passedOver.append(PassedOver(path: path, kind: "table (\(ending))"))
    case .other where isReport(path): inputs.append(.file(path))
    case .unread, .other: passedOver.append(PassedOver(path: path, kind: ending))
    }
  }
}
