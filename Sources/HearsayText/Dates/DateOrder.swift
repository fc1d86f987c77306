/// In which order a page writes day, month and year in figures.
enum DateOrder: Hashable {
  case dayFirst, monthFirst, yearFirst

  /// The order that is usual where a page comes from.
  ///
  /// `language` is its BCP 47 tag. English without a region is American unless the host's country says otherwise.
  static func usual(language: String?, address: String?) -> DateOrder {
    let parts = (language ?? "").lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    let region = parts.dropFirst().first { $0.utf8.count == 2 }
    switch parts.first {
    case "en", nil:
      if let region { return ["us", "ph"].contains(region) ? .monthFirst : .dayFirst }
      let country = WebAddressParts(address ?? "").country
      if parts.isEmpty { return country == "us" ? .monthFirst : .dayFirst }
      return country == nil || country == "us" ? .monthFirst : .dayFirst
    case "fil", "tl": return .monthFirst
    case "hu", "ja", "ko", "zh", "mn", "fa": return .yearFirst
    default: return .dayFirst
    }
  }
}

/// The parts of a web address that dates and outlets are read from.
struct WebAddressParts {
  /// In lower case, without a port.
  let host: String
  /// Path, query and fragment.
  let path: String

  /// Takes an address apart; of a page that the Wayback Machine kept, the address it was kept from.
  init(_ address: String) {
    var rest = address[...]
    if let kept = rest.firstRange(of: "web.archive.org/web/") {
      let after = rest[kept.upperBound...].drop { $0 != "/" }.dropFirst()
      if after.hasPrefix("http") { rest = after }
    }
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
      host = String(rest[..<end].prefix { $0 != ":" }).lowercased()
      path = String(rest[end...])
    } else {
      host = ""
      path = String(rest)
    }
  }

  /// The two letters of the host's country.
  var country: String? {
    guard let last = host.split(separator: ".").last, last.utf8.count == 2 else { return nil }
    // Sold to everybody, and so of no country.
    return ["io", "co", "me", "tv", "ai", "cc", "ly", "to", "fm", "eu"].contains(last)
      ? nil : String(last)
  }
}
