import HearsayLedger

extension ReviewQueue {
  /// In which order things are asked for.
  package enum Order: String, CaseIterable, Sendable {
    /// What is contested; then what was read unsurely and many tell; then pairs that may be one; then a tenth of the ordinary ones, so
    /// that agreement is measured on those too; then the rest.
    case worth
    /// Of what the most independent roots speak.
    case sources
    /// What was read least surely.
    case doubt
    /// The newest reports, each in its order.
    case newest

    package var words: String {
      switch self {
      case .worth: "worth checking"
      case .sources: "most sources"
      case .doubt: "least sure"
      case .newest: "newest"
      }
    }

    /// What is read less surely than this is worth looking at where several tell it (by our judgement).
    private static let unsure = 0.75

    func sorted(_ items: [Item], pairs: [Item]) -> [Item] {
      // Pairs stand behind what is decided by itself, but for the order in which they have a place of their own.
      let all = items + pairs
      return all.enumerated().sorted { one, other in
        Self.isBefore(key(one.element, one.offset), key(other.element, other.offset))
      }.map(\.element)
    }

    private static func isBefore(_ one: [Double], _ other: [Double]) -> Bool {
      one.lexicographicallyPrecedes(other)
    }

    /// By what an item is placed: the less, the earlier.
    private func key(_ item: Item, _ offset: Int) -> [Double] {
      // Assignments are taken in the order in which they were given.
      if item.isAssigned { return [0, item.isContested ? 0 : 1, item.confidence, Double(offset)] }
      let last = Double(offset)
      if item.pair != nil, self != .worth { return [2, last] }
      switch self {
      case .worth: return [1] + worth(item) + [last]
      case .sources: return [1, -Double(item.sources), item.confidence, last]
      case .doubt: return [1, item.confidence, last]
      case .newest: return [1, last]
      }
    }

    private func worth(_ item: Item) -> [Double] {
      if item.pair != nil { return [2] }
      // What nobody looked at yet first.
      if item.isContested { return [0, item.state.word == .machine ? 0 : 1, -item.contest] }
      let doubt = (1 - item.confidence) * Self.bits(1 + item.sources)
      if item.sources > 1, item.confidence < Self.unsure { return [1, -doubt] }
      let isTenth = Self.mixed("\(item.line.id):\(item.record)") % 10 == 0
      return [isTenth ? 3 : 4, -doubt]
    }

    /// The logarithm to the base of 2, straight between powers of it: the same on every machine.
    private static func bits(_ number: Int) -> Double {
      var (power, count) = (0.0, 1)
      while count * 2 <= number {
        count *= 2
        power += 1
      }
      return power + Double(number - count) / Double(count)
    }

    /// A number of a text that is the same everywhere (FNV-1a).
    private static func mixed(_ text: String) -> UInt64 {
      text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  }
}
