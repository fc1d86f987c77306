/// How one kind of JSON writes its reports: where the text stands, and what is told of it beside.
///
/// A path is names with full stops between them, as ``JSONNode/plain(_:)`` has them; several are tried in order. One that
/// begins with `^` is looked for in what holds the report. `{…}` in an address are paths whose words are put there.
struct JSONShape: Sendable {
  /// What writes it.
  let name: String
  /// What must be there to tell it: paths, all of them; `a|b` is one of two, `a=b` a value, `a~b` words in a value.
  let told: String
  /// The report is what stands at this path.
  var inside: String?
  var text = ""
  /// A page instead of a text.
  var page = ""
  var title = ""
  var published = ""
  var modified = ""
  var fetched = ""
  var address = ""
  var outlet = ""
  var byline = ""
  var language = ""

  /// All shapes, those first that tell more; the last fits everything.
  static let all: [JSONShape] = posts + services + general
}

// Posts: from the documentation of the interfaces and exports named, 2026.
extension JSONShape {
  private static let posts = [
    JSONShape(
      name: "a tweet that passes on another (API 1.1)", told: "retweetedstatus.idstr",
      inside: "retweetedstatus"),
    JSONShape(
      name: "a tweet in the archive that Twitter sends its users", told: "tweet.idstr|tweet.id",
      inside: "tweet"),
    JSONShape(
      name: "a tweet (API 1.1, twarc 1)", told: "idstr createdat fulltext|text",
      text: "extendedtweet.fulltext fulltext text", published: "createdat",
      address:
        "https://twitter.com/{user.screenname}/status/{idstr} https://twitter.com/i/status/{idstr}",
      byline: "user.name user.screenname", language: "lang"),
    JSONShape(
      name: "a tweet (API 2, twarc 2)",
      told: "id text authorid|edithistorytweetids|author.username|conversationid",
      text: "notetweet.text text", published: "createdat",
      address:
        "https://twitter.com/{author.username}/status/{id} https://twitter.com/i/status/{id}",
      byline: "author.name author.username", language: "lang"),
    JSONShape(
      name: "a message of a channel or public group (Telegram Desktop)",
      told: "type=message date ^type~channel|^type~supergroup", text: "text",
      published: "dateunixtime date", modified: "editedunixtime edited",
      address: "https://t.me/c/{^id}/{id}", outlet: "^name", byline: "forwardedfrom from"),
    JSONShape(
      name: "a message of a chat (Telegram Desktop)", told: "type=message date textentities|fromid",
      text: "text", published: "dateunixtime date", modified: "editedunixtime edited",
      outlet: "^name", byline: "forwardedfrom from"),
    JSONShape(
      name: "a service message (Telegram Desktop)", told: "type=service action"),
    JSONShape(
      name: "a message (Telegram's interface, Telethon)", told: "_=message message date",
      text: "message", published: "date", modified: "editdate",
      address: "https://t.me/c/{peerid.channelid}/{id}", byline: "postauthor"),
    JSONShape(
      name: "a post (Mastodon)", told: "account.acct content createdat", text: "content",
      published: "createdat", modified: "editedat", address: "url uri",
      byline: "account.displayname account.username", language: "language"),
    JSONShape(
      name: "a post (Bluesky)", told: "record.text author.handle", text: "record.text",
      published: "record.createdat indexedat", address: "uri",
      byline: "author.displayname author.handle", language: "record.langs"),
    JSONShape(
      name: "a post (CrowdTangle)", told: "posturl account.name message|description",
      text: "message description", published: "date", modified: "updated", address: "posturl",
      byline: "account.name", language: "languagecode"),
    JSONShape(
      name: "a post (Reddit)", told: "selftext subreddit", text: "selftext", title: "title",
      published: "createdutc", address: "https://www.reddit.com{permalink}", byline: "author"),
  ]
}

// Services and programs: from their documentation, 2026.
extension JSONShape {
  private static let services = [
    JSONShape(name: "Elasticsearch", told: "_source", inside: "_source"),
    JSONShape(name: "ReliefWeb", told: "fields.title fields.date|fields.body", inside: "fields"),
    JSONShape(
      name: "ReliefWeb, a report", told: "date.original|date.created title", text: "bodyhtml body",
      title: "title", published: "date.original date.created", modified: "date.changed",
      address: "urlalias url", outlet: "source.name source.shortname", language: "language.code"),
    JSONShape(
      name: "trafilatura", told: "sourcehostname|hostname text", text: "text", title: "title",
      published: "date", fetched: "filedate", address: "source url",
      outlet: "sourcehostname sitename hostname", byline: "author", language: "language"),
    JSONShape(
      name: "Event Registry, NewsAPI.ai", told: "body source.uri|source.title url", text: "body",
      title: "title", published: "datetimepub datetime date", address: "url",
      outlet: "source.title source.uri", byline: "authors.name", language: "lang"),
    JSONShape(
      name: "Aylien", told: "body links.permalink", text: "body", title: "title",
      published: "publishedat", address: "links.permalink", outlet: "source.name source.domain",
      byline: "author.name", language: "language"),
    JSONShape(
      name: "NewsAPI, GNews", told: "publishedat url source.name|source.id|source.url",
      text: "content description", title: "title", published: "publishedat", address: "url",
      outlet: "source.name source.id", byline: "author", language: "language lang"),
    JSONShape(
      name: "Media Cloud", told: "medianame|storiesid", text: "storytext text body content",
      title: "title", published: "publishdate", fetched: "indexeddate collectdate", address: "url",
      outlet: "medianame mediaurl", byline: "author authors", language: "language"),
    JSONShape(
      name: "GDELT DOC", told: "seendate sourcecountry|urlmobile", text: "text content",
      title: "title", fetched: "seendate", address: "url", outlet: "domain", language: "language"),
    JSONShape(
      name: "ninjs 2 and 3 (IPTC)", told: "bodies.value", text: "bodies.value",
      title: "headlines.value title", published: "firstcreated contentcreated versioncreated",
      modified: "versioncreated", address: "url uri",
      outlet: "infosources.name source copyrightholder",
      byline: "by bylines.byline bylines.name byline", language: "language"),
    JSONShape(
      name: "ninjs 1 (IPTC, Superdesk)",
      told: "headline bodyhtml|bodytext|bodyxhtml uri|guid|versioncreated",
      text: "bodyxhtml bodyhtml bodytext", title: "headline",
      published: "firstcreated versioncreated", modified: "versioncreated", address: "url uri guid",
      outlet: "source copyrightholder infosource.name", byline: "byline authors.name",
      language: "language"),
    JSONShape(
      name: "WordPress", told: "content.rendered title.rendered", text: "content.rendered",
      title: "title.rendered", published: "date", modified: "modified", address: "link",
      byline: "_embedded.author.name"),
    JSONShape(
      name: "The Guardian's Open Platform", told: "weburl webtitle",
      text: "fields.body fields.bodytext blocks.body.bodytextsummary", title: "webtitle",
      published: "webpublicationdate", modified: "fields.lastmodified", address: "weburl",
      outlet: "fields.publication", byline: "fields.byline", language: "fields.lang"),
    JSONShape(
      name: "The New York Times' Article Search", told: "weburl headline.main",
      text: "leadparagraph abstract snippet", title: "headline.main", published: "pubdate",
      address: "weburl", outlet: "source", byline: "byline.original"),
    JSONShape(
      name: "a page in what a browser recorded (HAR)",
      told: "request.url response.content.text response.content.mimetype~html",
      page: "response.content.text", fetched: "starteddatetime", address: "request.url"),
    JSONShape(
      name: "anything else in what a browser recorded (HAR)", told: "request.url response.status"),
  ]

  // From the documentation or output of news-please 1.6, CC-News on Hugging Face, Fundus, newspaper3k, GDELT GKG 2.1,
  // JSON Feed and schema.org.
  private static let general = [
    JSONShape(
      name: "news-please, Fundus, newspaper3k, CC-News, JSON Feed, schema.org and others", told: "",
      text:
        "maintext plaintext text articlebody body content contenthtml contenttext fulltext articletext storytext article message",
      page: "html rawhtml pagehtml",
      title: "title headline titlepage titlerss pagetitle",
      published:
        "datepublish publisheddate publishdate datepublished publicationdate publishedat published publishingdate pubdate publishtime createdat date",
      modified: "datemodify datemodified modifieddate updatedat",
      fetched:
        "datedownload crawldate downloaddate fetched fetchedat crawledat seendate dateadded filedate",
      address:
        "url requestedurl respondedurl canonicalurl articleurl link documentidentifier sourceurl uri",
      outlet:
        "publisher outlet sourcename sitename source sourcecommonname sourcedomain domain",
      byline: "authors author byline creator",
      language: "language lang inlanguage")
  ]
}
