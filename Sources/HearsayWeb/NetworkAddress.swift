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

  /// Whether it is one of a link, or one at which clouds tell machines their secrets: nothing that anybody publishes is there,
  /// and what leads to it unasked wants what only this machine may have.
  var isOfLink: Bool {
    switch bytes.count {
    case 4: Self.isOfLink4(bytes[...])
    case 16:
      // fe80::/10; fd00:ec2::/32 (Amazon); those that carry one of IPv4.
      bytes[0] == 0xfe && bytes[1] & 0xc0 == 0x80
        || bytes.starts(with: [0xfd, 0x00, 0x0e, 0xc2])
        || carried4.map(Self.isOfLink4) ?? false
    default: false
    }
  }

  private static func isOfLink4(_ bytes: ArraySlice<UInt8>) -> Bool {
    // 169.254.0.0/16; Alibaba's and Oracle's own.
    bytes.starts(with: [169, 254]) || bytes.elementsEqual([100, 100, 100, 200])
      || bytes.elementsEqual([192, 0, 0, 192])
  }

  /// The IPv4 address that one of IPv6 carries: mapped, translated (NAT64) and 6to4.
  private var carried4: ArraySlice<UInt8>? {
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
      return bytes[12...]
    }
    if bytes.starts(with: [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]) { return bytes[12...] }
    return bytes.starts(with: [0x20, 0x02]) ? bytes[2..<6] : nil
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
    if let carried4 { return Self.isPublic4(carried4) }
    // Only 2000::/3 is given out; of it, documentation, benchmarking, Teredo and the like are not public.
    guard bytes[0] & 0xe0 == 0x20 else { return false }
    if bytes[0] == 0x20, bytes[1] == 0x01 {
      if bytes[2] < 0x02 { return false }
      if bytes[2] == 0x0d, bytes[3] == 0xb8 { return false }
    }
    return !(bytes[0] == 0x3f && bytes[1] == 0xff && bytes[2] < 0x10)
  }
}
