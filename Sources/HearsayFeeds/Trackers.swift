import HearsayRecords

/// Parts of an address that tell a site who sent the reader, and nothing of the page.
///
/// The same report has another address in every feed otherwise, and would be kept as often.
enum Trackers {
  private static let names: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi",
    "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4",
    "cmpid", "ncid", "ocid", "smid", "xtor", "ns_mchannel", "ns_source", "ns_campaign",
    "ns_linkname", "wt.mc_id", "traffic_source",
  ]

  /// The address without them.
  static func removed(from address: String) -> String {
    let address = WebAddress(address)
    guard let query = address.query else { return address.text }
    let parts = query.split(separator: "&", omittingEmptySubsequences: false)
    let kept = parts.filter { part in
      let name = part.prefix { $0 != "=" }.lowercased()
      return !names.contains(name) && !name.hasPrefix("utm_")
    }
    guard kept.count < parts.count else { return address.text }
    return address.with(query: kept.isEmpty ? nil : kept.joined(separator: "&")).text
  }
}
