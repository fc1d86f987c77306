/// Reads the time of day that stands behind a date.
struct ClockScanner {
  let tokens: [DateToken]

  struct Match {
    var clock: WrittenDate.Clock
    var offset: Int?
    var next: Int
  }

  /// Words and marks between a date and its time of day.
  private static let words: Set<String> = [
    "t", "at", "um", "a", "as", "alle", "ore", "klo", "kl", "kello", "в", "о", "at", "godz", "saat",
    "o", "om",
    "u", "ur", "ωρα", "στισ", "i", "la", "las", "los", "en", "te", "pukul", "jam", "luc", "h", "г",
    "clock",
    "الساعة", "на", "um",
  ]
  private static let marks = ",-–—|•·@(/:&.،;>»"

  /// The time of day from a token on, a few words and marks passed over.
  func clock(after index: Int) -> Match? {
    var here = index
    var hasMark = false
    var isAfternoon: Bool?
    while here < tokens.count, here < index + 4 {
      let token = tokens[here]
      if let word = token.word {
        if let half = Self.half(word) {
          isAfternoon = half
        } else if !Self.words.contains(word) {
          return nil
        }
        hasMark = true
      } else if token.isMark(in: Self.marks) {
        hasMark = hasMark || !token.isMark(in: ".")
      } else {
        break
      }
      here += 1
    }
    guard here < tokens.count, let hour = tokens[here].number(upTo: 2) else {
      return here < tokens.count ? military(here) : nil
    }
    return written(hour, here, isIntroduced: hasMark, isAfternoon: isAfternoon)
  }

  private func written(_ hour: Int, _ index: Int, isIntroduced: Bool, isAfternoon: Bool?) -> Match?
  {
    var here = index + 1
    var clock = WrittenDate.Clock(hour: hour, minute: 0)
    var isTime = false
    if here + 1 < tokens.count, tokens[here].isGlued || tokens[here].isMark(in: ":時时点點시"),
      let minute = tokens[here + 1].number(of: 2) ?? eastMinute(here), minute < 60,
      isClockMark(here, isIntroduced)
    {
      clock.minute = minute
      here += 2
      isTime = true
      if here + 1 < tokens.count, tokens[here].isMark(in: ":"),
        let second = tokens[here + 1].number(of: 2), second < 61
      {
        clock.second = min(second, 59)
        here += 2
        if here + 1 < tokens.count, tokens[here].isMark(in: ".,"), tokens[here].isGlued,
          tokens[here + 1].isGlued, tokens[here + 1].isNumber
        {
          here += 2
        }
      }
    }
    var half = isAfternoon
    if let (isPM, next) = afternoon(at: here) {
      half = isPM
      here = next
      isTime = true
    } else if here < tokens.count,
      ["uhr", "h", "hs", "hrs", "u", "uur"].contains(tokens[here].word)
    {
      here += 1
      isTime = true
    } else if here < tokens.count, tokens[here].isMark(in: "時时点點시分분") {
      here += 1
      isTime = true
    }
    guard isTime else { return nil }
    if let half {
      guard clock.hour <= 12 || half else { return nil }
      if clock.hour <= 12 { clock.hour = clock.hour % 12 + (half ? 12 : 0) }
    }
    guard clock.hour < 24 else { return nil }
    let zone = zone(at: here)
    return Match(clock: clock, offset: zone?.offset, next: zone?.next ?? here)
  }

  private func eastMinute(_ index: Int) -> Int? {
    tokens[index].isMark(in: "時时点點시") ? tokens[index + 1].number(upTo: 2) : nil
  }

  private func isClockMark(_ index: Int, _ isIntroduced: Bool) -> Bool {
    let token = tokens[index]
    if token.isMark(in: ":時时点點시") { return true }
    if token.word == "h" || token.word == "u" { return tokens[index + 1].isGlued }
    guard token.isMark(in: ".") else { return false }
    // "15.34" is a time where a word says so before or after it.
    let after = index + 2 < tokens.count ? tokens[index + 2].word : nil
    return isIntroduced || ["uhr", "h", "am", "pm", "hrs"].contains(after ?? "")
  }

  /// "1530" after a T.
  private func military(_ index: Int) -> Match? {
    guard index >= 1, tokens[index].isGlued, tokens[index - 1].word == "t" else { return nil }
    let value: Int
    var second: Int?
    if let number = tokens[index].number(of: 4) {
      value = number
    } else if let number = tokens[index].number(of: 6) {
      value = number / 100
      second = number % 100
    } else {
      return nil
    }
    guard value / 100 < 24, value % 100 < 60, second ?? 0 < 60 else { return nil }
    let zone = zone(at: index + 1)
    return Match(
      clock: WrittenDate.Clock(hour: value / 100, minute: value % 100, second: second),
      offset: zone?.offset, next: zone?.next ?? index + 1)
  }

  private static func half(_ word: String) -> Bool? {
    switch word {
    case "午後", "下午", "오후", "晚上": true
    case "午前", "上午", "오전", "凌晨", "早上": false
    default: nil
    }
  }

  /// "pm", "p.m.", "μμ", "م".
  private func afternoon(at index: Int) -> (Bool, Int)? {
    guard index < tokens.count, let word = tokens[index].word else { return nil }
    switch word {
    case "am", "πμ", "ص": return (false, index + 1)
    case "pm", "μμ", "م": return (true, index + 1)
    case "a", "p", "π", "μ":
      guard index + 2 < tokens.count, tokens[index + 1].isMark(in: "."),
        ["m", "μ"].contains(tokens[index + 2].word ?? "")
      else { return nil }
      let end = index + 3
      let hasDot = end < tokens.count && tokens[end].isMark(in: ".") && tokens[end].isGlued
      return (word == "p" || word == "μ", hasDot ? end + 1 : end)
    default: return nil
    }
  }

  // MARK: - Zones

  private func zone(at index: Int) -> (offset: Int, next: Int)? {
    var here = index
    if here < tokens.count, tokens[here].isMark(in: "("), !tokens[here].isGlued { here += 1 }
    guard here < tokens.count else { return nil }
    if let word = tokens[here].word, let offset = ZoneNames.offset(word) {
      if offset == 0, let shift = shift(at: here + 1) { return shift }
      return (offset, here + 1)
    }
    return shift(at: here)
  }

  /// "+01:00", "-0600", "+2".
  private func shift(at index: Int) -> (offset: Int, next: Int)? {
    guard index + 1 < tokens.count, tokens[index].isMark(in: "+-−"), tokens[index + 1].isGlued,
      let number = tokens[index + 1].number(upTo: 4)
    else { return nil }
    let sign = tokens[index].isMark(in: "+") ? 1 : -1
    // "10:00 -12 people" has a gap before and no zone in it.
    if tokens[index + 1].digits < 4, !tokens[index].isGlued, sign < 0 { return nil }
    var hours = number
    var minutes = 0
    var next = index + 2
    if tokens[index + 1].digits > 2 {
      hours = number / 100
      minutes = number % 100
    } else if next + 1 < tokens.count, tokens[next].isMark(in: ":"), tokens[next].isGlued,
      let more = tokens[next + 1].number(of: 2)
    {
      minutes = more
      next += 2
    }
    guard hours <= 14, minutes < 60 else { return nil }
    return (sign * (hours * 60 + minutes), next)
  }
}

/// Time zones by the names that are used for one offset only (RFC 822, and those common in news).
private enum ZoneNames {
  static func offset(_ name: String) -> Int? { offsets[name] }

  private static let offsets: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
    "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "sast": 120,
    "eest": 180, "msk": 180, "trt": 180, "pkt": 300, "sgt": 480, "hkt": 480, "jst": 540, "kst": 540,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
  ]
}
