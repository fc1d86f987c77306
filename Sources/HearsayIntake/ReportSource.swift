import Hearsay
import HearsayArchives
import HearsayLedger
import HearsayRecords
import HearsayText

/// What is read: bytes, with all that is known of them besides.
struct ReportSource: Sendable {
  /// What stands in `report.url` and in messages.
  let name: String
  let bytes: [UInt8]
  var request: ReadingRequest
  /// Where it was met, which tells its versions where the page does not call itself otherwise.
  var address: String
  /// When the bytes stood at the address, ISO 8601, where that is known.
  var stood: String?
  /// The file that they were saved in, where they tell of what page they are a copy.
  var file: String?

  init(
    _ input: Input, _ bytes: [UInt8], contentType: String? = nil, address: String, stood: String
  ) {
    name = input.name
    self.bytes = bytes
    request = ReadingRequest(address: input.name, contentType: contentType)
    self.address = address
    self.stood = stood
  }

  /// A file, or what came from standard input: of a page that tells where it was saved from, a copy of what stood there.
  init(saved input: Input, _ bytes: [UInt8], address: String, stood: String) {
    let page = SavedPage(bytes)
    let date = page?.saved.flatMap(StatedDate.iso)
    name = page?.address ?? input.name
    self.bytes = bytes
    self.address = page?.address ?? address
    self.stood = date ?? stood
    file = page == nil ? nil : address
    request = ReadingRequest(address: name)
    request.fetched = date
  }

  init(_ page: FetchedPage) {
    name = page.address
    bytes = page.bytes
    address = page.address
    stood = page.fetched
    request = ReadingRequest(address: page.address, contentType: page.contentType)
    request.fetched = page.fetched
    request.stated = page.stated
  }

  /// Where an archive names no address, the file and the place in it stand for one.
  init(_ page: ArchivedPage, in archive: ArchiveState?, from file: String?) {
    var page = page
    // A page in a file of pages may tell itself where it was saved from.
    if page.address == nil, let saved = SavedPage(page.bytes) {
      page.address = saved.address
      page.fetched = page.fetched ?? saved.saved.flatMap(StatedDate.iso)
    }
    let place = page.isWholeFile ? "" : "#" + (page.entry ?? "\(page.place)")
    name = page.name ?? page.address ?? (archive?.name ?? "") + place
    bytes = page.bytes
    // Nothing tells one stream from another but what it holds.
    address =
      page.address
      ?? (archive?.path == "-"
        ? ReportAddress.of(met: nil, sha256: SHA256.hex(page.bytes)) : (file ?? "") + place)
    stood = page.stood ?? page.fetched
    request = ReadingRequest(address: name, contentType: page.contentType)
    request.fetched = page.fetched
    request.stated.title = page.title
    request.stated.published = page.published
    if let from = page.publishedFrom { request.stated.publishedFrom = from }
    if page.publishedFrom == .option { request.published = page.published }
    request.stated.modified = page.modified
    request.stated.isStub = page.isCut
    request.stated.byline = page.byline
    request.stated.outlet = page.outlet
    request.stated.language = page.language
  }

  init(_ given: GivenBytes, stood: String) {
    self.init(
      .bytes(given), given.bytes, contentType: given.contentType, address: given.name,
      stood: given.fetched ?? stood)
    request.fetched = given.fetched
  }

  /// How the bytes came here, as the ledger keeps it.
  var delivery: Delivery {
    var delivery = Delivery()
    delivery.stood = stood.flatMap(Moment.init)
    delivery.provenance.url = name
    delivery.provenance.contentType = request.contentType
    delivery.provenance.fetched = request.fetched
    delivery.provenance.title = request.stated.title
    if let published = request.stated.published {
      delivery.provenance.published = published
      delivery.provenance.publishedFrom = request.stated.publishedFrom
    }
    delivery.provenance.modified = request.stated.modified
    delivery.provenance.file = file
    delivery.provenance.byline = request.stated.byline
    delivery.provenance.outlet = request.stated.outlet
    delivery.provenance.language = request.stated.language
    return delivery
  }
}
