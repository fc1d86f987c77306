import HearsayRecords

/// Tells independent sources apart over the reports of one story.
///
/// A root is the end of the chain through which words came: the one who is named as saying them, else the last that they came
/// through, else the outlet. Near copies speak with the mouth of what they are copies of.
struct Roots {
  private let sketches: [Sketch]
  /// For each report the one that it is a near copy of, or itself.
  private let original: [Int]
  /// The root of each voice of each report.
  private let roots: [[String]]

  init(_ sketches: [Sketch], original: [Int]) {
    self.sketches = sketches
    self.original = original
    let register = PartyRegister()
    var named: [(party: Int, root: String)] = []
    var roots: [[String]] = []
    for (number, sketch) in sketches.enumerated() {
      let own = Self.outlet(of: sketches[original[number]].card)
      roots.append(
        sketch.voices.enumerated().map { at, voice in
          guard at > 0 else { return own }
          guard let party = voice.party, let speaker = voice.speaker else {
            return voice.via.last.map { $0.lowercased() } ?? "\(own), unnamed"
          }
          let knownParty = register.number(of: party)
          if party.isCommon { return speaker.lowercased() }
          if let known = named.first(where: { register.agreement($0.party, knownParty) == .same }) {
            return known.root
          }
          named.append((knownParty, speaker))
          return speaker
        })
    }
    self.roots = roots
  }

  /// The root of a voice of a report.
  func root(_ report: Int, _ voice: Int) -> String { roots[report][voice] }

  private static func outlet(of card: Sketch.Card) -> String {
    card.outlet ?? host(of: card.address) ?? "report \(card.id)"
  }

  private static func host(of address: String) -> String? {
    guard let start = address.range(of: "://")?.upperBound else { return nil }
    return String(address[start...].prefix { $0 != "/" && $0 != ":" })
  }
}

extension String {
  /// The first place where some text stands.
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
