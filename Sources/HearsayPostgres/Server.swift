private import CPostgres
import HearsayDatabase

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// The one who speaks with libpq: owns its handle and its answers, and checks every one of them.
// Safe: the handle never leaves the object, which frees it once.
@safe final class Server {
  private let handle: OpaquePointer
  private let setting: String
  /// Statements that were sent and whose answers were not taken yet.
  private var posted: [String] = []
  /// Rows that are being sent by a thread of their own.
  private var errand: CopyErrand?

  /// Connects, and sets what holds as long as the connection does.
  init(_ address: ServerAddress, setting: String) throws(DatabaseError) {
    self.setting = setting
    guard Self.isReadable(address) else {
      throw DatabaseError(
        .misuse, name: "address", message: "the address cannot be read", dialect: .postgres)
    }
    // What stands in the address holds against what comes before it, and not against what comes after.
    let words: [(String, String)] = [
      ("connect_timeout", "10"), ("fallback_application_name", "hearsay"), ("dbname", address.text),
      ("client_encoding", "UTF8"),
    ]
    var names = unsafe words.map { unsafe UnsafePointer(strdup($0.0)) } + [nil]
    var values = unsafe words.map { unsafe UnsafePointer(strdup($0.1)) } + [nil]
    defer {
      for index in 0..<words.count {
        unsafe free(UnsafeMutableRawPointer(mutating: names[index]))
        unsafe free(UnsafeMutableRawPointer(mutating: values[index]))
      }
    }
    guard let handle = unsafe PQconnectdbParams(&names, &values, 1) else {
      throw DatabaseError(
        .cannotOpen, name: "memory", message: "out of memory", dialect: .postgres)
    }
    unsafe self.handle = handle
    try greet()
  }

  deinit { unsafe PQfinish(handle) }

  /// A server that crashed is back within seconds: it is asked so often, so many milliseconds apart.
  private static let mostTries = 40
  private static let pause: UInt32 = 250

  /// Connects anew where the connection was lost.
  func reconnect() throws(DatabaseError) {
    try? settle()
    posted = []
    for tries in 1... {
      unsafe PQreset(handle)
      do {
        try greet()
        return
      } catch {
        guard tries < Self.mostTries, [.cannotOpen, .lost].contains(error.code) else { throw error }
        usleep(Self.pause * 1_000)
      }
    }
  }

  private func greet() throws(DatabaseError) {
    guard unsafe PQstatus(handle) == CONNECTION_OK else {
      let words = unsafe String(cString: PQerrorMessage(handle))
      let isRefused =
        unsafe PQconnectionNeedsPassword(handle) == 1 || PQconnectionUsedPassword(handle) == 1
        || ["authentication", "pg_hba", "no password", "role "].contains { words.contains($0) }
      throw DatabaseError(
        isRefused ? .permission : .cannotOpen, name: "connection", message: Self.line(words),
        dialect: .postgres)
    }
    // What the server remarks is not for people.
    unsafe PQsetNoticeProcessor(handle, { _, _ in }, nil)
    _ = try execute(setting)
  }

  /// libpq's own words of an address that it cannot read show all of it, with the password.
  private static func isReadable(_ address: ServerAddress) -> Bool {
    var message: UnsafeMutablePointer<CChar>?
    let options = unsafe PQconninfoParse(address.text, &message)
    unsafe PQfreemem(message)
    guard let options = unsafe options else { return false }
    unsafe PQconninfoFree(options)
    return true
  }

  var isInTransaction: Bool {
    // Rows are sent in transactions only, and by a thread that must not be disturbed.
    guard errand == nil else { return true }
    let status = unsafe PQtransactionStatus(handle)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE
  }

  // MARK: Statements

  /// Runs statements without parameters.
  @discardableResult
  func execute(_ sql: String) throws(DatabaseError) -> Answer {
    try settle()
    return try unsafe checked(PQexec(handle, sql), sql)
  }

  /// Ends a transaction; one that the server had given up has not been kept.
  func commit() throws(DatabaseError) {
    guard try execute("COMMIT").tag == "COMMIT" else {
      throw DatabaseError(
        .other, name: "25P02", message: "the transaction was given up", sql: "COMMIT",
        dialect: .postgres)
    }
  }

  func prepare(_ sql: String, as name: String) throws(DatabaseError) {
    try settle()
    _ = try unsafe checked(PQprepare(handle, name, sql, 0, nil), sql)
  }

  /// Answers a statement; `name` is that of one that was prepared.
  func answer(
    prepared name: String? = nil, _ sql: String, _ values: [Value]
  ) throws(DatabaseError) -> Answer {
    let parameters = try Parameters(values, sql)
    try finishErrand()
    guard posted.isEmpty else {
      // Behind those that were posted, and all answers come together.
      try send(prepared: name, sql, parameters)
      guard let last = try takeAnswers() else { throw unsafe failure(nil, sql) }
      return last
    }
    let result = unsafe parameters.withPointers { values, lengths, formats in
      if let name {
        unsafe PQexecPrepared(handle, name, parameters.count, values, lengths, formats, 1)
      } else {
        unsafe PQexecParams(handle, sql, parameters.count, nil, values, lengths, formats, 1)
      }
    }
    return try unsafe checked(result, sql)
  }

  // MARK: Statements that are not waited for

  /// So many answers are left with the server: they must find room on the way while nobody takes them.
  private static let mostPosted = 256

  /// Sends a statement that was prepared; what is wrong with it is told when answers are taken.
  func post(prepared name: String, _ sql: String, _ values: [Value]) throws(DatabaseError) {
    let parameters = try Parameters(values, sql)
    try finishErrand()
    if posted.isEmpty, unsafe PQenterPipelineMode(handle) != 1 { throw unsafe failure(nil, sql) }
    try send(prepared: name, sql, parameters)
    unsafe PQflush(handle)
    if posted.count >= Self.mostPosted { try settle() }
  }

  private func send(
    prepared name: String?, _ sql: String, _ parameters: Parameters
  ) throws(DatabaseError) {
    let isSent = unsafe parameters.withPointers { values, lengths, formats in
      if let name {
        unsafe PQsendQueryPrepared(handle, name, parameters.count, values, lengths, formats, 1)
      } else {
        unsafe PQsendQueryParams(handle, sql, parameters.count, nil, values, lengths, formats, 1)
      }
    }
    guard isSent == 1 else { throw unsafe failure(nil, sql) }
    posted.append(sql)
  }

  /// Takes the answers of everything that was sent.
  ///
  /// - Returns: The last of them.
  private func takeAnswers() throws(DatabaseError) -> Answer? {
    let sent = posted
    posted = []
    var failed: DatabaseError?
    var last: Answer?
    if unsafe PQpipelineSync(handle) != 1 { failed = unsafe failure(nil, nil) }
    var taken = 0
    // Behind the answers of each statement comes nothing once, and behind all of them that they are all.
    while unsafe PQstatus(handle) == CONNECTION_OK {
      guard let result = unsafe PQgetResult(handle) else {
        taken += 1
        guard taken <= sent.count else { break }
        continue
      }
      if unsafe PQresultStatus(result) == PGRES_PIPELINE_SYNC {
        unsafe PQclear(result)
        break
      }
      do {
        last = try unsafe checked(result, taken < sent.count ? sent[taken] : "")
      } catch {
        failed = failed ?? error
      }
    }
    if unsafe PQstatus(handle) != CONNECTION_OK { unsafe failed = failed ?? failure(nil, nil) }
    unsafe PQexitPipelineMode(handle)
    if let failed { throw failed }
    return last
  }

  /// Waits for everything that was sent.
  func settle() throws(DatabaseError) {
    try finishErrand()
    if !posted.isEmpty { _ = try takeAnswers() }
  }

  // MARK: Rows that are sent together

  /// Sends rows to COPY statements on a thread of its own, while the caller goes on; whatever is asked next waits for it.
  func copyMeanwhile(_ tables: [HeldRows.Table]) throws(DatabaseError) {
    try settle()
    // Nobody else uses the connection before the thread has ended: every way in waits for it first.
    errand = CopyErrand { [self] in
      do throws(DatabaseError) {
        for table in tables { try copyNow(table.sql, table.bytes) }
        return nil
      } catch {
        return error
      }
    }
  }

  private func finishErrand() throws(DatabaseError) {
    guard let open = errand else { return }
    errand = nil
    if let failed = open.wait() { throw failed }
  }

  private func copyNow(_ sql: String, _ bytes: [UInt8]) throws(DatabaseError) {
    _ = try unsafe checked(PQexec(handle, sql), sql)
    let isSent = unsafe bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = min(buffer.count - start, 1 << 20)
        let piece = unsafe buffer.baseAddress?.advanced(by: start)
          .assumingMemoryBound(to: CChar.self)
        guard unsafe PQputCopyData(handle, piece, Int32(count)) == 1 else { return false }
        start += count
      }
      return unsafe PQputCopyEnd(handle, nil) == 1
    }
    var failed: DatabaseError?
    if !isSent { failed = unsafe failure(nil, sql) }
    // All answers are taken, or the connection would not be free again.
    while let result = unsafe PQgetResult(handle) {
      do {
        _ = try unsafe checked(result, sql)
      } catch {
        failed = failed ?? error
      }
      if unsafe PQstatus(handle) != CONNECTION_OK { break }
    }
    if let failed { throw failed }
  }

  private func checked(_ result: OpaquePointer?, _ sql: String) throws(DatabaseError) -> Answer {
    guard let result = unsafe result else { throw unsafe failure(nil, sql) }
    let answer = unsafe Answer(result)
    switch unsafe PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return answer
    default: throw unsafe failure(result, sql)
    }
  }

  // MARK: Failures

  private func failure(_ result: OpaquePointer?, _ sql: String?) -> DatabaseError {
    func field(_ letter: Unicode.Scalar) -> String? {
      unsafe PQresultErrorField(result, Int32(letter.value)).map { unsafe String(cString: $0) }
    }
    let state = field("C")
    // The details beside the message may hold values.
    let words = unsafe field("M") ?? String(cString: PQerrorMessage(handle))
    let isLost = unsafe PQstatus(handle) != CONNECTION_OK
    return DatabaseError(
      isLost ? .lost : SQLState.code(state ?? ""), name: state ?? "connection",
      message: Self.line(words), sql: sql, dialect: .postgres)
  }

  /// Words on one line.
  private static func line(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }
      .joined(separator: "; ")
  }
}

/// What the server answered: rows, one of which it stands on.
// Safe: the handle never leaves the object, which frees it once.
@safe final class Answer: RowSource {
  private let handle: OpaquePointer
  private var row: Int32 = -1
  private let kinds: [UInt32]
  let count: Int

  init(_ handle: OpaquePointer) {
    unsafe self.handle = handle
    count = Int(unsafe PQntuples(handle))
    kinds = (0..<(unsafe PQnfields(handle))).map { unsafe PQftype(handle, $0) }
  }

  deinit { unsafe PQclear(handle) }

  /// Goes to the next row.
  func next() -> Bool {
    row += 1
    return Int(row) < count
  }

  /// How many rows were added, changed or removed.
  var changes: Int { unsafe Int(String(cString: PQcmdTuples(handle))) ?? 0 }
  /// What was done.
  var tag: String { unsafe String(cString: PQcmdStatus(handle)) }

  var columnCount: Int { kinds.count }

  /// The types of columns, by the numbers that PostgreSQL has for them.
  private enum Kind {
    static let flag: UInt32 = 16
    static let bytes: UInt32 = 17
    static let integers: Set<UInt32> = [20, 21, 23, 26]
    static let single: UInt32 = 700
    static let double: UInt32 = 701
    /// Full-text vectors are read as they are sent.
    static let vector: UInt32 = 3614
  }

  func value(_ column: Int) -> Value {
    guard let raw = raw(column) else { return .null }
    switch kinds[column] {
    case Kind.flag: return .integer(raw.first == 1 ? 1 : 0)
    case Kind.bytes, Kind.vector: return .blob(raw)
    case Kind.single, Kind.double: return Value(double(column))
    case let kind where Kind.integers.contains(kind): return .integer(Self.number(raw))
    default: return .text(String(decoding: raw, as: UTF8.self))
    }
  }

  func text(_ column: Int) -> String? {
    guard !isNull(column) else { return nil }
    switch kinds[column] {
    case Kind.flag, Kind.single, Kind.double: return value(column).description
    case let kind where Kind.integers.contains(kind): return value(column).description
    default:
      let start = unsafe PQgetvalue(handle, row, Int32(column))
      let count = Int(unsafe PQgetlength(handle, row, Int32(column)))
      return unsafe String(
        decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  func bytes(_ column: Int) -> [UInt8]? { raw(column) }

  func integer(_ column: Int) -> Int? {
    switch value(column) {
    case .integer(let number): Int(number)
    case .real(let number): Int(number)
    case .text(let text): Int(text) ?? 0
    case .null: nil
    case .blob: 0
    }
  }

  func double(_ column: Int) -> Double? {
    guard let raw = raw(column) else { return nil }
    switch kinds[column] {
    case Kind.double: return Double(bitPattern: UInt64(bitPattern: Self.number(raw)))
    case Kind.single: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: Self.number(raw))))
    case Kind.flag: return raw.first == 1 ? 1 : 0
    case let kind where Kind.integers.contains(kind): return Double(Self.number(raw))
    default: return Double(String(decoding: raw, as: UTF8.self))
    }
  }

  private func isNull(_ column: Int) -> Bool {
    unsafe PQgetisnull(handle, row, Int32(column)) == 1
  }

  private func raw(_ column: Int) -> [UInt8]? {
    guard !isNull(column) else { return nil }
    let start = unsafe PQgetvalue(handle, row, Int32(column))
    let count = Int(unsafe PQgetlength(handle, row, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// A whole number of any width, the highest byte first.
  private static func number(_ bytes: [UInt8]) -> Int64 {
    var number: Int64 = (bytes.first ?? 0) >= 0x80 ? -1 : 0
    for byte in bytes { number = number << 8 | Int64(byte) }
    return number
  }
}
