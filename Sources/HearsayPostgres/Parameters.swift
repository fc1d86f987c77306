import HearsayDatabase

/// The values of a statement as libpq takes them: numbers and text as text, which the server reads as whatever stands there, and bytes
/// as they are.
struct Parameters {
  private var bytes: [UInt8] = []
  /// Where each begins; `nil` for NULL.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  var count: Int32 { Int32(starts.count) }

  /// - Throws: ``DatabaseError`` with code `tooBig` for a text that PostgreSQL cannot hold.
  init(_ values: [Value], _ sql: String) throws(DatabaseError) {
    for value in values {
      switch value {
      case .null: add(nil, format: 0)
      case .integer(let number): add(Array("\(number)".utf8), format: 0)
      case .real(let number): add(Array(number.description.utf8), format: 0)
      case .text(let text):
        guard !text.utf8.contains(0) else { throw .nul(sql) }
        add(Array(text.utf8), format: 0)
      case .blob(let bytes): add(bytes, format: 1)
      }
    }
  }

  private mutating func add(_ value: [UInt8]?, format: Int32) {
    starts.append(value == nil ? nil : bytes.count)
    lengths.append(Int32(value?.count ?? 0))
    formats.append(format)
    bytes += value ?? []
    // libpq looks for the end of what is text.
    bytes.append(0)
  }

  /// Lends them to a call.
  func withPointers<Result>(
    _ body: (
      UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let start = unsafe UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let values = unsafe starts.map { place in
        unsafe place.flatMap { offset in unsafe start?.advanced(by: offset) }
      }
      return unsafe values.withUnsafeBufferPointer { values in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          unsafe formats.withUnsafeBufferPointer { formats in
            unsafe body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
