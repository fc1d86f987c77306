#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the system calls an error, in its own words.
package enum SystemError {
  package static func words(for code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    let text = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, unsafe strerror_r(code, base, buffer.count) == 0 else {
        return "error \(code)"
      }
      return unsafe String(cString: base)
    }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
