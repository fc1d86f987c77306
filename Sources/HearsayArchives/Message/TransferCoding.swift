/// Undoes the codings that carry bytes through mail (RFC 2045), forgiving what senders get wrong.
enum TransferCoding {
  static func decode(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
    switch name?.lowercased() {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// Characters outside the alphabet are passed over, padding is not asked for.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }

  /// `=` without two digits behind it stays as it is.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let rest = bytes[(index + 1)...]
      if byte == 0x3D, let value = hexadecimal(rest.prefix(2)) {
        out.append(value)
        index += 3
      } else if byte == 0x3D, let end = softBreak(rest) {
        index = end
      } else {
        out.append(isHeader && byte == 0x5F ? 0x20 : byte)
        index += 1
      }
    }
    return out
  }

  /// Where the next line begins if nothing but blanks stands before the line's end.
  private static func softBreak(_ rest: ArraySlice<UInt8>) -> Int? {
    let end = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let first = end.first else { return rest.endIndex }
    return first == 0x0A ? end.startIndex + 1 : nil
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    digits.count == 2 ? UInt8(digits.text, radix: 16) : nil
  }
}
