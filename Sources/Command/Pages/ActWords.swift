import HearsayRecords

extension ClaimAct {
  /// What a speaker did, as a verb after the name; the past is the same for one and for many.
  var verb: String {
    switch self {
    case .state: "said"
    case .deny: "denied"
    case .confirm: "confirmed"
    case .accuse: "accused"
    case .condemn: "condemned"
    case .demand: "demanded"
    case .praise: "praised"
    case .threaten: "threatened"
    case .promise: "promised"
    case .predict: "predicted"
    case .ask: "asked"
    case .claimResponsibility: "claimed responsibility"
    case .disavow: "disavowed"
    case .apologise: "apologised"
    case .doubt: "doubted"
    }
  }

  var style: Style {
    switch self {
    case .deny, .disavow, .doubt: .denied
    case .accuse, .threaten, .condemn: .alleged
    default: .plain
    }
  }
}

extension Certainty {
  /// The word that goes with a claim; `nil` for what is plainly asserted.
  var adverb: String? {
    switch self {
    case .asserted: nil
    case .reported: "reportedly"
    case .alleged: "allegedly"
    case .suspected: "suspected"
    case .possible: "possibly"
    case .hinted: "hinted"
    case .speculated: "speculated"
    case .confirmed: "confirmed"
    }
  }
}

extension Figure {
  /// The number with its bounds and unit: "at least 9", "12 to 15", "about 300 km".
  var amount: String {
    let about = approximate ? "about " : ""
    let number: String
    switch (value, low, high) {
    case (nil, nil, nil): number = "some"
    case (nil, let low?, let high?) where low == high: number = about + Self.text(low)
    case (nil, let low?, let high?): number = "\(about)\(Self.text(low)) to \(Self.text(high))"
    case (nil, let low?, nil): number = "at least \(Self.text(low))"
    case (nil, nil, let high?): number = "up to \(Self.text(high))"
    case (let value?, let low?, nil) where low == value: number = "at least \(Self.text(value))"
    case (let value?, nil, let high?) where high == value: number = "up to \(Self.text(value))"
    case (let value?, _, _): number = about + Self.text(value)
    }
    switch unit {
    case nil: return number
    case "percent": return number + " %"
    case let unit?: return "\(number) \(unit)"
    }
  }

  /// A whole number in groups of three digits, others as they are.
  private static func text(_ number: Double) -> String {
    guard number == number.rounded(), number.magnitude < 1e15 else { return "\(number)" }
    var digits = Array(String(Int64(number.magnitude)))
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }
}
