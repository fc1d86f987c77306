import HearsayLanguage
import HearsayModel
import HearsayPlaces
import HearsayReading
public import HearsayRecords
public import HearsayText

/// Reads reports: bytes in, records out.
///
/// Nothing else goes in or out: no clock, no network, no ledger.
///
///     let reader = try Reader(Resources())
///     let reading = try reader.read(bytes, ReadingRequest(address: "report.html"))
public struct Reader: Sendable {
  /// The version of Hearsay, as kept with every reading.
  public static let version = "0.2.0"

  let annotator: Annotator
  let reportReader: ReportReader
  private let anyLanguage: Bool

  /// Loads the model, the gazetteer and what is known of words.
  ///
  /// - Parameters:
  ///   - resources: Where they are.
  ///   - anyLanguage: Whether texts that are plainly not in English are annotated too. The model knows English only, so what is
  ///     told of others is mostly wrong; otherwise their text is kept and nothing is told of it.
  /// - Throws: ``ReaderError`` if one of them cannot be used.
  public init(_ resources: Resources, anyLanguage: Bool = false) throws(ReaderError) {
    self.anyLanguage = anyLanguage
    do {
      // The networks take as long as all tables.
      let opened = try AtOnce.both {
        try Networks(resources)
      } own: {
        (
          language: try Language(folder: resources.language),
          reader: ReportReader(
            gazetteer: try Gazetteer(folder: resources.data),
            actors: try KnownActors(folder: resources.data),
            roles: try RoleTable(folder: resources.data))
        )
      }
      annotator = Annotator(
        model: opened.other.model, happenings: opened.other.happenings,
        language: opened.own.language)
      reportReader = opened.own.reader
    } catch {
      throw ReaderError(description: "\(error)")
    }
  }

  /// What reads: kept with every reading.
  public var reader: HearsayRecords.Reader {
    HearsayRecords.Reader(version: Self.version, model: annotator.modelVersion)
  }

  /// Working memory for one worker; each thread brings its own.
  public func makeWorkspace() -> Workspace { Workspace(annotator.makeScratch()) }

  /// The records of one report.
  ///
  /// - Throws: ``TextError`` for bytes that hold no report.
  public func read(
    _ bytes: [UInt8], _ request: ReadingRequest, _ workspace: Workspace
  ) throws(TextError) -> Reading {
    try take(bytes, request, workspace).reading
  }

  /// The records of one report, and what tells that another is a version of it.
  ///
  /// - Throws: ``TextError`` for bytes that hold no report.
  package func take(
    _ bytes: [UInt8], _ request: ReadingRequest, _ workspace: Workspace
  ) throws(TextError) -> ReadReport {
    var article = try ArticleReader.read(
      bytes, hints: ArticleHints(address: request.address, contentType: request.contentType))
    request.stated.complete(&article)
    if let published = request.published {
      article.published = published
      article.publishedFrom = .option
    }
    let isUnread = !anyLanguage && article.isForeign
    let annotated =
      isUnread
      ? annotator.leaveUnread(article.text)
      : annotator.annotate(article.text, scratch: workspace.scratch)
    let sha256 = SHA256.hex(bytes)
    let address = ReportAddress.of(
      met: request.identity ?? request.address, canonical: article.canonicalURL, sha256: sha256)
    let key = ReportID.key(address: address, sha256: sha256)
    let report = Report(
      id: ReportID.make(key: key), key: key, url: request.address,
      outlet: article.outlet, title: article.title, byline: article.byline,
      dateline: article.dateline,
      published: article.published, publishedFrom: article.publishedFrom,
      modified: article.modified,
      language: article.language, access: article.isStub ? .stub : nil, text: article.text,
      sha256: sha256,
      // No model read what is in another language.
      reader: isUnread ? HearsayRecords.Reader(version: Self.version) : reader)
    let reading = reportReader.read(
      annotated, report: report,
      context: ReportContext(
        published: article.published, fetched: request.fetched, outlet: article.outlet,
        titleSpan: article.titleSpan, datelineSpan: article.datelineSpan,
        shownTimes: Self.postTimes(article) + Self.entryTimes(article),
        entries: article.entries.map {
          ReportContext.Passage(span: $0.span, written: $0.published)
        }))
    return ReadReport(reading: reading, address: address)
  }

  /// Where the text shows when the posts in it were written, for those whose numbers tell it to the second.
  private static func postTimes(_ article: Article) -> [ReportContext.ShownTime] {
    var found: [ReportContext.ShownTime] = []
    var from = article.text.startIndex
    for post in article.posts where post.publishedFrom == .status {
      // The same day may be told elsewhere: only right behind the author's name is it the post's.
      guard let words = post.dateWords, let instant = post.published, let author = post.author,
        let name = article.text[from...].firstRange(of: author),
        let range = article.text[name.upperBound...].prefix(words.count + 4).firstRange(of: words)
      else { continue }
      let start = article.text.utf8.distance(from: article.text.startIndex, to: range.lowerBound)
      found.append(
        ReportContext.ShownTime(
          span: TextSpan(start: start, end: start + words.utf8.count), instant: instant,
          by: "status"))
      from = range.upperBound
    }
    return found
  }

  /// Where the text shows when its live entries were written.
  private static func entryTimes(_ article: Article) -> [ReportContext.ShownTime] {
    article.entries.compactMap { entry in
      entry.timeSpan.map {
        ReportContext.ShownTime(span: $0, instant: entry.published, by: "markup")
      }
    }
  }

  /// What the model sees in a report's text.
  ///
  /// - Throws: ``TextError`` for bytes that hold no report.
  public func annotate(
    _ bytes: [UInt8], _ request: ReadingRequest, _ workspace: Workspace,
    as form: AnnotationForm = .conllu
  ) throws(TextError) -> String {
    let article = try ArticleReader.read(
      bytes, hints: ArticleHints(address: request.address, contentType: request.contentType))
    let annotated = annotator.annotate(article.text, scratch: workspace.scratch)
    return switch form {
    case .conllu: CoNLLU.write(annotated)
    case .json: try page(annotated, request)
    }
  }

  /// What the model sees in texts whose words and sentences are given as CoNLL-U; those stay as they are.
  ///
  /// - Throws: ``TextError`` that names the line which is not CoNLL-U.
  public func annotate(
    pretokenized bytes: [UInt8], _ request: ReadingRequest, _ workspace: Workspace,
    as form: AnnotationForm = .conllu
  ) throws(TextError) -> String {
    guard let conllu = String(validating: bytes, as: UTF8.self) else {
      throw TextError(code: .broken, description: "not UTF-8, as CoNLL-U must be")
    }
    var out = ""
    for document in try PretokenizedText.documents(conllu: conllu) {
      let annotated = annotator.annotate(document, scratch: workspace.scratch)
      switch form {
      case .conllu: out += CoNLLU.write(annotated, into: document)
      case .json: out += try page(annotated, request)
      }
    }
    return out
  }

  private func page(_ annotated: AnnotatedText, _ request: ReadingRequest) throws(TextError)
    -> String
  {
    let page = AnnotationPage(annotated, name: request.address, model: annotator.modelVersion)
    do {
      return try page.json() + "\n"
    } catch {
      throw TextError(code: .broken, description: "\(error)")
    }
  }
}

/// A reading with the address of its report.
package struct ReadReport: Sendable {
  package let reading: Reading
  /// What tells that two reports are versions of one: the page's address however it was come by.
  package let address: String
}

/// How an annotation is written: as CoNLL-U with the other layers in MISC, or as one line of JSON a text.
public enum AnnotationForm: String, CaseIterable, Hashable, Sendable {
  case conllu, json
}

/// What is known of a report besides its bytes.
public struct ReadingRequest: Hashable, Sendable {
  /// The address or path as it was given.
  public var address: String?
  /// What stands for the report in telling its versions, if that is not its address: the whole path of a file.
  package var identity: String?
  /// The Content-Type header, if there was one.
  public var contentType: String?
  /// The publication date, ISO 8601, if it is known better than the report says.
  public var published: String?
  /// When the bytes were fetched, ISO 8601: dates are read against it where no date of publication is known.
  public var fetched: String?
  /// What whoever passed the report on says about it.
  public var stated = StatedDetails()

  /// Creates a request; all may be unknown.
  public init(address: String? = nil, contentType: String? = nil, published: String? = nil) {
    self.address = address
    self.contentType = contentType
    self.published = published
  }
}

/// Working memory of one worker; not to be shared between threads.
public final class Workspace {
  let scratch: Scratch

  init(_ scratch: Scratch) {
    self.scratch = scratch
  }
}

/// Why the reader cannot be made.
public struct ReaderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file and what is wrong with it.
  public let description: String
}
