package import HearsayLedger
import HearsayRecords

extension ReportLine {
  /// What JSON says of a report beside a record of it.
  ///
  /// - Throws: `EncodingError`, which no report gives cause for.
  package func json() throws -> String {
    struct Line: Encodable {
      let id: String
      let key: String?
      let url: String?
      let address: String
      let version: Int
      let supersedes: String?
      let firstSeen: String
      let outlet: String?
      let title: String?
      let published: String?
      let language: String?
      let sha256: String

      enum Key: String, CodingKey {
        case id, key, url, address, version, supersedes, firstSeen, outlet, title, published,
          language
        case sha256
      }

      // Absent values are null, as everywhere in the contract.
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(key, forKey: .key)
        try container.encode(url, forKey: .url)
        try container.encode(address, forKey: .address)
        try container.encode(version, forKey: .version)
        try container.encode(supersedes, forKey: .supersedes)
        try container.encode(firstSeen, forKey: .firstSeen)
        try container.encode(outlet, forKey: .outlet)
        try container.encode(title, forKey: .title)
        try container.encode(published, forKey: .published)
        try container.encode(language, forKey: .language)
        try container.encode(sha256, forKey: .sha256)
      }
    }
    return try ContractWriter.spanless.json(
      Line(
        id: id, key: report.key, url: report.url, address: address,
        version: version,
        supersedes: supersedes, firstSeen: firstSeen, outlet: report.outlet,
        title: report.title, published: report.published,
        language: report.language, sha256: report.sha256))
  }
}
