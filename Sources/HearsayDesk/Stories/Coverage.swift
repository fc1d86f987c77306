import HearsayLedger
import HearsayRecords

/// From how many countries a story is reported, so far as addresses tell.
///
/// A page under .rs is published in Serbia, one under .com may be published anywhere. Near copies count for nothing.
struct Coverage {
  /// A country, and how many outlets report from it.
  struct Share: Hashable {
    /// `nil` for addresses that tell none.
    let country: String?
    let outlets: Int
  }

  let shares: [Share]

  /// Ends of addresses that belong to a country and are sold to the whole world.
  private static let sold: Set<String> = [
    "ac", "ai", "am", "cc", "co", "fm", "gg", "io", "is", "la", "ly", "me", "nu", "sc", "sh", "st",
    "to", "tv", "vc", "ws",
  ]

  /// - Parameters:
  ///   - reports: The reports of a story that are no near copies.
  ///   - names: What countries are called.
  init(_ reports: [ReportLine], _ names: [String: String]) {
    var outlets: [String?: Set<String>] = [:]
    for report in reports {
      let host = WebAddress(report.report.url ?? report.address).host
      outlets[Self.country(of: host, names), default: []]
        .insert(report.report.outlet ?? host ?? report.id)
    }
    shares = outlets.map { Share(country: $0.key, outlets: $0.value.count) }.sorted {
      ($0.country == nil ? 1 : 0, -$0.outlets, $0.country ?? "")
        < ($1.country == nil ? 1 : 0, -$1.outlets, $1.country ?? "")
    }
  }

  /// The country to which the end of a host's name belongs.
  static func country(of host: String?, _ names: [String: String]) -> String? {
    guard let host, let end = host.split(separator: ".").last.map({ $0.lowercased() }),
      host.contains("."), !sold.contains(end)
    else { return nil }
    return names[end == "uk" ? "GB" : end.uppercased()]
  }

  /// The names of countries by their two letters, from the table of countries.
  static func countries(_ table: String) -> [String: String] {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count > 2 { names[String(fields[1])] = String(fields[2]) }
    }
    return names
  }

  var html: HTML {
    guard shares.contains(where: { $0.country != nil }) else { return .none }
    let words = shares.map { share in
      (share.country ?? "addresses that tell no country") + " \(share.outlets)"
    }
    return .tag(
      "p", [.class("coverage")],
      Picture.shares(shares.map(\.outlets))
        + .text("Outlets by the country of their address: " + words.joined(separator: " · ")))
  }
}
