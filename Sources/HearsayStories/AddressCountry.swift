import HearsayRecords

/// The country that the end of an address belongs to.
///
/// A page under .rs is published in Serbia, one under .com may be published anywhere.
package enum AddressCountry {
  /// Ends of addresses that belong to a country and are sold to the whole world.
  private static let sold: Set<String> = [
    "ac", "ai", "am", "cc", "co", "fm", "gg", "io", "is", "la", "ly", "me", "nu", "sc", "sh", "st",
    "to", "tv", "vc", "ws",
  ]

  /// The two letters of the country to which the end of a host's name belongs, if any country has such letters; `nil` where it tells none.
  package static func code(ofHost host: String?) -> String? {
    guard let host, host.contains("."), let end = host.split(separator: ".").last?.lowercased(),
      end.utf8.count == 2, end.allSatisfy(\.isLetter), !sold.contains(end)
    else { return nil }
    return end == "uk" ? "GB" : end.uppercased()
  }

  static func code(of card: Sketch.Card) -> String? {
    code(ofHost: WebAddress(card.address).host)
  }
}
