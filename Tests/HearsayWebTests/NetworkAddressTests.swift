import Testing

@testable import HearsayWeb

struct NetworkAddressTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let isPublic: Bool

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "8.8.8.8", bytes: [8, 8, 8, 8], isPublic: true),
    Case(name: "172.15.0.1", bytes: [172, 15, 0, 1], isPublic: true),
    Case(name: "100.63.0.1", bytes: [100, 63, 0, 1], isPublic: true),
    Case(name: "127.0.0.1", bytes: [127, 0, 0, 1], isPublic: false),
    Case(name: "0.0.0.0", bytes: [0, 0, 0, 0], isPublic: false),
    Case(name: "10.1.2.3", bytes: [10, 1, 2, 3], isPublic: false),
    Case(name: "100.64.0.1", bytes: [100, 64, 0, 1], isPublic: false),
    Case(name: "169.254.169.254", bytes: [169, 254, 169, 254], isPublic: false),
    Case(name: "172.31.255.255", bytes: [172, 31, 255, 255], isPublic: false),
    Case(name: "192.168.0.1", bytes: [192, 168, 0, 1], isPublic: false),
    Case(name: "224.0.0.1", bytes: [224, 0, 0, 1], isPublic: false),
    Case(name: "255.255.255.255", bytes: [255, 255, 255, 255], isPublic: false),
    Case(name: "::1", bytes: zeros(15) + [1], isPublic: false),
    Case(name: "::", bytes: zeros(16), isPublic: false),
    Case(name: "fe80::1", bytes: [0xfe, 0x80] + zeros(13) + [1], isPublic: false),
    Case(name: "fd00::1", bytes: [0xfd, 0] + zeros(13) + [1], isPublic: false),
    Case(name: "ff02::1", bytes: [0xff, 2] + zeros(13) + [1], isPublic: false),
    Case(name: "2001:db8::1", bytes: [0x20, 1, 0x0d, 0xb8] + zeros(11) + [1], isPublic: false),
    Case(name: "2606:4700::1", bytes: [0x26, 6, 0x47, 0] + zeros(11) + [1], isPublic: true),
    Case(
      name: "::ffff:127.0.0.1", bytes: zeros(10) + [0xff, 0xff, 127, 0, 0, 1], isPublic: false),
    Case(name: "::ffff:8.8.8.8", bytes: zeros(10) + [0xff, 0xff, 8, 8, 8, 8], isPublic: true),
    Case(
      name: "64:ff9b::10.0.0.1", bytes: [0, 0x64, 0xff, 0x9b] + zeros(8) + [10, 0, 0, 1],
      isPublic: false),
    Case(
      name: "2002:c0a8:1::", bytes: [0x20, 2, 192, 168, 0, 1] + zeros(10), isPublic: false),
    Case(name: "neither IPv4 nor IPv6", bytes: [], isPublic: false),
  ]

  static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  @Test(arguments: cases)
  func `only what everybody can reach is public`(_ example: Case) {
    #expect(NetworkAddress(bytes: example.bytes).isPublic == example.isPublic)
  }
}
