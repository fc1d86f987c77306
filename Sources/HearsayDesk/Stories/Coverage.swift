import HearsayLedger
import HearsayRecords
import HearsayStories

/// From how many countries a story is reported, so far as addresses tell, and by what kinds of outlets, so far as their names do.
///
/// Near copies count for nothing.
struct Coverage {
  /// A country, and how many outlets report from it.
  struct Share: Hashable {
    /// `nil` for addresses that tell none.
    let country: String?
    let outlets: Int
  }

  let shares: [Share]
  /// How many outlets are of each kind; the last are those whose names tell none.
  let kinds: [Kind]

  /// A kind of outlet, and how many are of it.
  struct Kind: Hashable {
    /// `nil` for names that tell none.
    let kind: String?
    let outlets: Int
  }

  /// - Parameters:
  ///   - reports: The reports of a story that are no near copies.
  ///   - names: What countries are called.
  ///   - known: Of what kind outlets are.
  init(_ reports: [ReportLine], _ names: [String: String], _ known: OutletKinds = .none) {
    var outlets: [String?: Set<String>] = [:]
    for report in reports {
      let host = report.host
      outlets[Self.country(of: host, names), default: []]
        .insert(report.report.outlet ?? host ?? report.id)
    }
    let called = Set(reports.compactMap { $0.report.outlet ?? $0.host })
    let kinds = Dictionary(grouping: called, by: known.kind)
    self.kinds = (known.kinds + [nil]).compactMap { kind in
      kinds[kind].map { Kind(kind: kind, outlets: $0.count) }
    }
    shares = outlets.map { Share(country: $0.key, outlets: $0.value.count) }.sorted {
      ($0.country == nil ? 1 : 0, -$0.outlets, $0.country ?? "")
        < ($1.country == nil ? 1 : 0, -$1.outlets, $1.country ?? "")
    }
  }

  /// The country to which the end of a host's name belongs.
  static func country(of host: String?, _ names: [String: String]) -> String? {
    AddressCountry.code(ofHost: host).flatMap { names[$0] }
  }

  /// The names of countries by their two letters and by their three, from the table of countries.
  static func countries(_ table: String) -> [String: String] {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 2 else { continue }
      for letters in fields.prefix(2) where !letters.isEmpty {
        names[String(letters)] = String(fields[2])
      }
    }
    return names
  }

  var html: HTML { countries + media }

  private var media: HTML {
    guard kinds.contains(where: { $0.kind != nil }) else { return .none }
    let words = kinds.map { ($0.kind ?? "names that tell no kind") + " \($0.outlets)" }
    return .tag(
      "p", [.class("coverage")],
      Picture.shares(kinds.map(\.outlets))
        + .text("Outlets by the kind that their name tells: " + words.joined(separator: " · ")))
  }

  private var countries: HTML {
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

extension ReportLine {
  /// Where on the web it stands.
  fileprivate var host: String? { WebAddress(report.url ?? address).host }
}
