/// An IPv4 or IPv6 address.
struct NetworkAddress: Hashable, Sendable {
  /// 4 or 16 bytes, the most significant first.
  let bytes: [UInt8]

  /// Whether everybody on the Internet can reach it.
  ///
  /// Everything else belongs to the own machine, the own network or nobody: the special-purpose registries of
  /// IANA (RFC 6890 and its successors). A page that makes a program fetch such an address uses it to reach what only
  /// the program can reach.
  var isPublic: Bool {
    switch bytes.count {
    case 4: Self.isPublic4(bytes[...])
    case 16: isPublic6
    default: false
    }
  }

  private static func isPublic4(_ b: ArraySlice<UInt8>) -> Bool {
    let b = Array(b)
    switch (b[0], b[1], b[2]) {
    case (0, _, _), (10, _, _), (127, _, _): return false
    case (100, 64..<128, _): return false
    case (169, 254, _): return false
    case (172, 16..<32, _): return false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (192, 168, _): return false
    case (198, 18...19, _), (198, 51, 100), (203, 0, 113): return false
    case (224..., _, _): return false
    default: return true
    }
  }

  private var isPublic6: Bool {
    // Addresses that carry one of IPv4: mapped, translated (NAT64) and 6to4.
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
      return Self.isPublic4(bytes[12...])
    }
    if bytes.starts(with: [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return Self.isPublic4(bytes[12...])
    }
    if bytes.starts(with: [0x20, 0x02]) { return Self.isPublic4(bytes[2..<6]) }
    // Only 2000::/3 is given out; of it, documentation, benchmarking, Teredo and the like are not public.
    guard bytes[0] & 0xe0 == 0x20 else { return false }
    if bytes[0] == 0x20, bytes[1] == 0x01 {
      if bytes[2] < 0x02 { return false }
      if bytes[2] == 0x0d, bytes[3] == 0xb8 { return false }
    }
    return !(bytes[0] == 0x3f && bytes[1] == 0xff && bytes[2] < 0x10)
  }
}
