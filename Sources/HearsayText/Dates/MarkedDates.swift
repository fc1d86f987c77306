/// Finds dates that a page's markup names as such: meta elements, microdata and RDFa, and data in its scripts.
enum MarkedDates {
  /// What a name in markup says of the date beside it.
  struct Meaning {
    var trust: Double
    var isChange = false
  }

  /// What the name of a meta element or of a property means; `nil` if no date is named so.
  static func meaning(_ name: String) -> Meaning? {
    let letters = String(
      decoding: name.utf8.compactMap { byte in
        switch byte {
        case 0x41...0x5A: byte + 32
        case 0x61...0x7A: byte
        default: nil
        }
      }, as: UTF8.self)
    if let trust = published[letters] { return Meaning(trust: trust) }
    if let trust = changed[letters] { return Meaning(trust: trust, isChange: true) }
    guard letters.utf8.count <= 48 else { return nil }
    let found = parts.found(in: letters)
    if found & 1 != 0 { return Meaning(trust: 50, isChange: true) }
    if found & 2 != 0 || letters.hasSuffix("published") { return Meaning(trust: 76) }
    return nil
  }

  /// The date that the value of an attribute gives: in any format, or in seconds or milliseconds since 1970.
  static func date(_ value: String, _ scanner: DateScanner) -> FoundDate? {
    guard value.utf8.count <= 120 else { return nil }
    let trimmed = value.collapsed
    if let number = Int(trimmed), trimmed.utf8.count == 10 || trimmed.utf8.count == 13 {
      guard let date = WrittenDate(milliseconds: trimmed.utf8.count == 10 ? number * 1000 : number),
        WrittenDate.recentYears.contains(date.year), !date.isNoDate
      else { return nil }
      return FoundDate(date: date, start: value.startIndex, end: value.endIndex)
    }
    let exact = DateScanner(
      order: scanner.order, language: scanner.language, readsBareFigures: true)
    return exact.dates(in: trimmed).first { !$0.date.isNoDate }
  }

  private static let parts = SubstringSets([
    ["modif", "updat", "lastmod", "revis", "changed"],
    [
      "publishdate", "publisheddate", "publishedtime", "publishtime", "publishedat",
      "publicationdate", "pubdate",
    ],
  ])

  // Trust by what each name is used for; tuned together with ``AddressDates`` and ``VisibleDates``. Names without
  // anything but letters.
  private static let published: [String: Double] = [
    "articlepublishedtime": 92, "ogarticlepublishedtime": 92, "articlepublished": 90,
    "ogpublishedtime": 90, "publishedtime": 90, "datepublished": 90, "schemadatepublished": 90,
    "rnewsdatepublished": 90, "articledateoriginal": 90, "originalpublicationdate": 90,
    "dcsextarticlefirstpublished": 90, "shareaholicarticlepublishedtime": 90,
    "bytedancepublishedtime": 90, "vrpublishedtime": 90, "dcdateissued": 88, "dctermsissued": 88,
    "dcissued": 88, "issued": 80, "parselypubdate": 88, "pubdate": 86, "publishdate": 86,
    "publisheddate": 86, "publicationdate": 86, "publishtime": 86, "publicationtime": 86,
    "cxenseparserecspublishtime": 86, "cxenseparsepublishtime": 86, "mediatorpublishedtime": 86,
    "ogpubdate": 86, "ogpublishdate": 86, "ogpublicationdate": 86, "btpubdate": 86,
    "sailthrudate": 85, "citationonlinedate": 84, "citationpublicationdate": 82, "citationdate": 80,
    "articlecreateat": 84, "weiboarticlecreateat": 84, "articlecreated": 82, "articledate": 84,
    "articlepubdate": 86, "newspubdate": 86, "dctermscreated": 82, "dcdatecreated": 82,
    "dccreated": 82, "dctermsdate": 68, "dcdate": 68, "dctermsavailable": 70, "date": 68,
    "pagedate": 64, "displaydate": 80, "ptime": 80, "pdate": 80, "pubtime": 84, "pubd": 84,
    "datecreated": 76, "schemadatecreated": 76, "dctdate": 68, "created": 70, "creationdate": 74,
    "datecreation": 74, "contentcreatedate": 74, "releasedate": 74, "dateposted": 80, "datum": 68,
    "documentdate": 70, "docdate": 70, "timestamp": 50, "time": 50, "uploaddate": 56,
    "videoreleasedate": 56, "ogvideoreleasedate": 56, "analyticsdate": 70,
    "dcdatepublished": 88, "dctermsdatepublished": 88, "dcdatesubmitted": 60, "bookreleasedate": 30,
  ]

  private static let changed: [String: Double] = [
    "articlemodifiedtime": 84, "ogarticlemodifiedtime": 84, "datemodified": 84,
    "schemadatemodified": 84, "ogupdatedtime": 72, "lastmodified": 66, "lastmod": 66,
    "dctermsmodified": 78, "dcmodified": 78, "dcdatemodified": 78, "articleupdated": 80,
    "articlemodified": 80, "updatedtime": 72, "dateupdated": 72, "modified": 66, "revised": 60,
    "lastupdate": 66, "lastupdated": 66, "btmoddate": 72, "eomportallastupdate": 66,
  ]
}
