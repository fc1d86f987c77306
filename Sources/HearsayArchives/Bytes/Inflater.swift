private import CZlib

/// Undoes deflate with zlib, piece by piece.
@safe final class Inflater {
  /// What stands around the deflated bytes.
  enum Form: Int32 {
    /// Nothing (zip entries).
    case raw = -15
    /// zlib's header (RFC 1950).
    case zlib = 15
    /// gzip's header (RFC 1952).
    case gzip = 31
  }

  enum State { case more, ended, broken }

  struct Step {
    /// Bytes of the input that were used.
    let consumed: Int
    /// Bytes that were added to the output.
    let produced: Int
    let state: State
  }

  /// Bytes that are made at a time.
  private static let piece = 1 << 18
  /// zlib keeps the stream's address, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var scratch: [UInt8]

  init(_ form: Form) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    scratch = [UInt8](repeating: 0, count: Self.piece)
    let code = unsafe inflateInit2_(
      stream, form.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib cannot be set up: \(code)")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins a new stream of the same form.
  func restart() { unsafe inflateReset(stream) }

  /// Inflates what it can of the input and puts it behind what the output holds, at most `most` bytes.
  func inflate(
    _ input: ArraySlice<UInt8>, into output: inout [UInt8], most: Int = Inflater.piece
  ) -> Step {
    let room = min(most, Self.piece)
    var (consumed, produced, code) = (0, 0, Z_OK)
    unsafe input.withUnsafeBufferPointer { input in
      unsafe scratch.withUnsafeMutableBufferPointer { scratch in
        let given = UInt32(clamping: input.count)
        // zlib does not write through next_in; its type only lacks the const.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = given
        unsafe stream.pointee.next_out = scratch.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        consumed = unsafe Int(given - stream.pointee.avail_in)
        produced = unsafe room - Int(stream.pointee.avail_out)
      }
    }
    output.append(contentsOf: scratch[..<produced])
    let state: State =
      switch code {
      case Z_STREAM_END: .ended
      case Z_OK, Z_BUF_ERROR: .more
      default: .broken
      }
    return Step(consumed: consumed, produced: produced, state: state)
  }

  /// What bytes inflate to as a whole.
  enum Whole {
    case bytes([UInt8])
    case tooLarge
    /// They are damaged or cut off.
    case damaged
  }

  /// All that the bytes inflate to, unless it is more than `most`.
  static func all(_ bytes: ArraySlice<UInt8>, _ form: Form, most: Int) -> Whole {
    let inflater = Inflater(form)
    var output: [UInt8] = []
    var rest = bytes
    while true {
      let step = inflater.inflate(rest, into: &output)
      rest = rest.dropFirst(step.consumed)
      if step.state == .broken { return .damaged }
      if output.count > most { return .tooLarge }
      if step.state == .ended { return .bytes(output) }
      if step.consumed == 0, step.produced == 0 { return .damaged }
    }
  }
}
