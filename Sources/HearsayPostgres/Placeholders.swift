/// Puts PostgreSQL's placeholders, `$1`, in the place of those of the ledger's statements, `?` and `?1`.
enum Placeholders {
  static func numbered(_ sql: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(sql.utf8.count + 16)
    var number = 0
    var isQuoted = false
    var isComment = false
    let bytes = Array(sql.utf8)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "'") where !isComment: isQuoted.toggle()
      case UInt8(ascii: "-") where !isQuoted && offset > 0 && bytes[offset - 1] == byte:
        isComment = true
      case UInt8(ascii: "\n"): isComment = false
      default: break
      }
      guard byte == UInt8(ascii: "?"), !isQuoted, !isComment else {
        result.append(byte)
        continue
      }
      result.append(UInt8(ascii: "$"))
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      guard !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) else { continue }
      number += 1
      result += Array("\(number)".utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
