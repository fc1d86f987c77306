/// Random numbers that are the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number below `count`, small ones far more often, as names are used (Zipf's law, by its inverse).
  mutating func common(_ count: Int) -> Int {
    let share = Double.random(in: 0..<1, using: &self)
    return min(count - 1, Int(Double(count).power(share)) - 1)
  }

  mutating func one<Thing>(of things: [Thing]) -> Thing {
    things[Int.random(in: 0..<things.count, using: &self)]
  }
}

extension Double {
  fileprivate func power(_ exponent: Double) -> Double { raised(self, exponent) }
}
