import FoundationEssentials
import HearsayDatabase
import HearsaySQLite

/// Opens ledger files, and makes or upgrades them.
enum LedgerFile {
  /// Opens for writing; makes the ledger and its folder where there is none, and takes the steps of the schema
  /// that are missing, all or none.
  ///
  /// `synchronous` is NORMAL: a killed process loses nothing that was committed, and a power failure can take
  /// back the last reports but never damage the ledger. They are read again when the command is run again, so
  /// waiting for the disk at every report would buy nothing.
  static func openForWriting(
    _ path: String, busyTimeoutMilliseconds: Int32
  ) throws(LedgerError) -> any Database {
    do {
      try makeFolder(of: path)
      try refuseWhatIsNoDatabase(path)
      let connection = try Connection(
        path: path, access: .create, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
      let version = try version(of: connection, path: path)
      try useWriteAheadLog(connection, patienceMilliseconds: busyTimeoutMilliseconds)
      try connection.execute(
        """
        PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;
        PRAGMA wal_autocheckpoint = 4000
        """)
      if version < Schema.steps.count { try upgrade(connection, path: path) }
      return connection
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Opens for reading a ledger that is there; one of an older version is upgraded first.
  static func openForReading(
    _ path: String, busyTimeoutMilliseconds: Int32
  ) throws(LedgerError) -> any Database {
    do {
      guard FileManager.default.fileExists(atPath: path) else {
        throw LedgerError(.noLedger, "there is no ledger at \(path)")
      }
      try refuseWhatIsNoDatabase(path)
      var connection = try openReadOnly(path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
      if try version(of: connection, path: path) < Schema.steps.count {
        _ = try openForWriting(path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
        connection = try openReadOnly(path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
      }
      try connection.execute("PRAGMA query_only = ON; PRAGMA cache_size = -16000")
      return connection
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// A ledger in a folder that may not be written cannot use the write-ahead log's shared memory; if no log is
  /// waiting, the file is complete and is read as it stands.
  private static func openReadOnly(
    _ path: String, busyTimeoutMilliseconds: Int32
  ) throws -> Connection {
    do {
      let connection = try Connection(
        path: path, access: .readOnly, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
      try connection.execute("PRAGMA schema_version")
      return connection
    } catch {
      let mayBeReadOnly: [DatabaseError.Code] = [.cannotOpen, .readOnly, .inputOutput]
      guard mayBeReadOnly.contains(error.code) else { throw error }
      let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
      guard (log ?? 0) == 0 else { throw error }
      return try Connection(path: path, access: .immutable)
    }
  }

  private static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LedgerError(.readOnly, "the folder \(folder) cannot be made")
    }
  }

  private static func refuseWhatIsNoDatabase(_ path: String) throws(LedgerError) {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
      throw LedgerError(.notALedger, "\(path) is a folder, not a ledger")
    }
  }

  /// The number of steps the ledger has taken: 0 for an empty file.
  private static func version(of connection: any Database, path: String) throws -> Int {
    func pragma(_ name: String) throws -> Int {
      try connection.first("PRAGMA \(name)") { $0.int(0) } ?? 0
    }
    let application = try pragma("application_id")
    let version = try pragma("user_version")
    guard application == Schema.applicationID else {
      let tables = try connection.first("SELECT count(*) FROM sqlite_schema") { $0.int(0) } ?? 0
      guard application == 0, version == 0, tables == 0 else {
        throw LedgerError(.notALedger, "\(path) is a database, but not a ledger")
      }
      return 0
    }
    guard version <= Schema.steps.count else {
      throw LedgerError(
        .newerLedger,
        "\(path) was made by a newer version of hearsay (format \(version), this one knows "
          + "\(Schema.steps.count)); update hearsay to use it")
    }
    return version
  }

  /// Changing the journal mode needs the file alone for a moment, and SQLite's busy timeout does not wait for it.
  private static func useWriteAheadLog(
    _ connection: Connection, patienceMilliseconds: Int32
  ) throws {
    var waited: Int32 = 0
    while true {
      do {
        try connection.execute("PRAGMA journal_mode = WAL")
        return
      } catch {
        guard error.code == .busy, waited < patienceMilliseconds else { throw error }
        Connection.pause(milliseconds: 20)
        waited += 20
      }
    }
  }

  private static func upgrade(_ connection: any Database, path: String) throws {
    try connection.transaction {
      // Another process may have upgraded it while this one waited for the lock.
      let taken = try version(of: connection, path: path)
      for step in Schema.steps.dropFirst(taken) {
        try connection.execute(step.sql)
        try step.fill(connection)
      }
      try connection.execute(
        """
        PRAGMA application_id = \(Schema.applicationID);
        PRAGMA user_version = \(Schema.steps.count)
        """)
    }
  }
}
