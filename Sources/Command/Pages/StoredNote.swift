import HearsayLedger

/// What a person is told of a report that was put into the ledger.
struct StoredNote {
  private let stored: Stored
  /// Whether a date of publication was given for it.
  private let isDated: Bool

  init(_ stored: Stored, isDated: Bool) {
    self.stored = stored
    self.isDated = isDated
  }

  /// Its id and what the ledger did.
  var words: String {
    var note = "report \(stored.id)"
    switch stored.outcome {
    case .added: break
    case .newVersion:
      note += ", version \(stored.version) of this address"
      if stored.firstVersion < stored.version {
        note += ", which says what version \(stored.firstVersion) said"
      }
      if !stored.isNewest { note += ", older than the newest that is known" }
    case .readAgain:
      note +=
        isDated
        ? ", read again with this date of publication" : ", read again with another reader"
    case .unchanged: note += ", as known before"
    }
    guard let original = stored.original else { return note }
    return note + ", "
      + Self.nearCopy(of: original.id, outlet: original.outlet, shared: original.shared)
  }

  /// "near copy of 3fa9b2c4d5e6 (The Courier), which has 87 % of its words".
  static func nearCopy(of id: String, outlet: String?, shared: Double) -> String {
    "near copy of \(id)" + (outlet.map { " (\($0))" } ?? "")
      + ", which has \(percent(shared)) of its words"
  }

  /// A share in whole percents; all only if it is all.
  static func percent(_ share: Double) -> String {
    let rounded = Int((share * 100).rounded())
    return "\(share < 1 ? min(rounded, 99) : 100) %"
  }
}
