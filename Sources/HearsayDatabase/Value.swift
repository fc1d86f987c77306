/// One value as a database stores it.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  package init(_ value: String?) { self = value.map { .text($0) } ?? .null }
  package init(_ value: Int) { self = .integer(Int64(value)) }
  package init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
  package init(_ value: Int64?) { self = value.map { .integer($0) } ?? .null }
  package init(_ value: Double?) { self = value.map { .real($0) } ?? .null }
  package init(_ value: Bool?) { self = value.map { .integer($0 ? 1 : 0) } ?? .null }

  /// Numbers as PostgreSQL writes a list of them, to be asked for as `?::bigint[]`.
  package init(list numbers: [Int]) {
    self = .text("{" + numbers.map(String.init).joined(separator: ",") + "}")
  }
}

extension Value: CustomStringConvertible {
  /// As people write it; bytes as their number.
  package var description: String {
    switch self {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .real(value) }
  package init(nilLiteral: ()) { self = .null }
}
