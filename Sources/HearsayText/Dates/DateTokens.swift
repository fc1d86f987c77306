/// One piece of a text that may hold a date: a number, a word or a mark.
struct DateToken {
  enum Kind: Hashable {
    /// Its value, and how many digits it is written with.
    case number(Int, digits: Int)
    /// In lower case, Latin and Greek letters without accents.
    case word(String)
    case mark(Unicode.Scalar)
  }

  let kind: Kind
  /// Whether it stands right at the token before, without a gap.
  let isGlued: Bool
  let start: String.Index
  let end: String.Index
}

/// Splits text into the tokens that dates are read from: digits of all scripts become numbers, and the characters for
/// year, month and day that are written after numbers in East Asia stand by themselves.
enum DateTokens {
  /// More tokens than this are not looked at: no date line is that long.
  private static let most = 400

  static func split(_ text: some StringProtocol) -> [DateToken] {
    var tokens: [DateToken] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var isGlued = false
    while index < scalars.endIndex, tokens.count < most {
      let scalar = scalars[index]
      if isGap(scalar) {
        isGlued = false
        index = scalars.index(after: index)
        continue
      }
      if isNothing(scalar) {
        index = scalars.index(after: index)
        continue
      }
      let start = index
      var kind = DateToken.Kind.mark(scalar)
      if let first = digit(scalar) {
        var value = first
        var digits = 1
        index = scalars.index(after: index)
        while index < scalars.endIndex, let next = digit(scalars[index]) {
          digits += 1
          value = digits > 18 ? -1 : value * 10 + next
          index = scalars.index(after: index)
        }
        kind = .number(value, digits: digits)
      } else if isLetter(scalar) {
        var word = String.UnicodeScalarView()
        while index < scalars.endIndex {
          let next = scalars[index]
          guard isLetter(next) || isJoined(next) else { break }
          fold(next, into: &word)
          index = scalars.index(after: index)
        }
        kind = .word(String(word))
      } else {
        index = scalars.index(after: index)
      }
      tokens.append(DateToken(kind: kind, isGlued: isGlued, start: start, end: index))
      isGlued = true
    }
    return tokens
  }

  /// Lower case without accents, as the words of tokens are.
  static func folded(_ text: some StringProtocol) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { fold(scalar, into: &view) }
    return String(view)
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...13, 32, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
    default: false
    }
  }

  /// Characters that show nothing and part nothing.
  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value < 0x80 { return (0x30...0x39).contains(value) ? Int(value - 0x30) : nil }
    // Arabic, Persian, Devanagari, Bengali, Thai, full width.
    for zero: UInt32 in [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10]
    where (zero..<zero + 10).contains(value) {
      return Int(value - zero)
    }
    return nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    if value == 0xAA || value == 0xBA || isDatePart(scalar) { return false }
    return scalar.properties.isAlphabetic
  }

  /// Year, month, day, hour, minute and second in Chinese, Japanese and Korean.
  private static func isDatePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "年", "月", "日", "號", "号", "년", "월", "일", "時", "时", "点", "點", "分", "秒", "시", "분", "초":
      true
    default: false
    }
  }

  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return scalar.value == 0x200C
    }
  }

  private static func fold(_ scalar: Unicode.Scalar, into word: inout String.UnicodeScalarView) {
    let value = scalar.value
    if value < 0x80 {
      let isCapital = (0x41...0x5A).contains(value)
      word.append(isCapital ? Unicode.Scalar(UInt8(value + 32)) : scalar)
    } else if (0x300...0x36F).contains(value) || value == 0x200C {
      // An accent of its own.
    } else if let plain = plain[scalar] {
      word.append(contentsOf: plain.unicodeScalars)
    } else {
      word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// Letters with accents, and the plain ones that stand for them.
  private static let plain: [Unicode.Scalar: String] = {
    var plain: [Unicode.Scalar: String] = [:]
    for (letter, accented) in accents {
      for scalar in accented.unicodeScalars { plain[scalar] = letter }
    }
    return plain
  }()

  private static let accents: [String: String] = [
    "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ", "ae": "æÆ", "c": "çćĉċčÇĆĈĊČ", "d": "ďđĎĐ",
    "e": "èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ", "g": "ĝğġģĜĞĠĢ", "h": "ĥħĤĦ",
    "i": "ìíîïĩīĭįıịỉÌÍÎÏĨĪĬĮİỊỈ", "j": "ĵĴ", "k": "ķĶ", "l": "ĺļľłĹĻĽŁ", "n": "ñńņňÑŃŅŇ",
    "o": "òóôõöøōŏőơọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢ", "r": "ŕŗřŔŖŘ", "s": "śŝşšșŚŜŞŠȘ",
    "ss": "ß",
    "t": "ţťțŢŤȚ", "u": "ùúûüũūŭůűųưụủứừửữựÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰ", "w": "ŵŴ", "y": "ýÿŷỳỵỷỹÝŸŶỲỴỶỸ",
    "z": "źżžŹŻŽ", "α": "άΆ", "ε": "έΈ", "η": "ήΉ", "ι": "ίϊΐΊΪ", "ο": "όΌ", "υ": "ύϋΰΎΫ",
    "ω": "ώΏ",
    "σ": "ς",
  ]
}
