import Testing

@testable import HearsayArchives

/// JSON as services and programs write it, with invented reports in it.
struct JSONShapeTests {
  /// What a report comes to.
  struct Told: Equatable, Sendable {
    var text: String
    var address: String?
    var title: String?
    var published: String?
    var modified: String?
    var outlet: String?
    var byline: String?
    var language: String?
    var fetched: String?
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let json: String
    let told: [Told]

    init(_ description: String, _ json: String, _ told: Told...) {
      testDescription = description
      self.json = json
      self.told = told
    }
  }

  static let cases = [
    Case(
      "Event Registry",
      #"{"articles":{"page":1,"results":[{"uri":"7","lang":"eng","date":"2031-03-04","time":"05:06:07","dateTime":"2031-03-04T05:06:07Z","url":"https://a.example/1","title":"A bridge","body":"It fell.\nNobody was hurt.","source":{"uri":"a.example","title":"The Courier"},"authors":[{"uri":"x","name":"Ida Brandt"},{"uri":"y","name":"Marek Holt"}],"sentiment":0.1}]}}"#,
      Told(
        text: "A bridge\n\nIt fell.\n\nNobody was hurt.", address: "https://a.example/1",
        title: "A bridge", published: "2031-03-04T05:06:07Z", outlet: "The Courier",
        byline: "Ida Brandt, Marek Holt", language: "en")),
    Case(
      "NewsAPI, of which the text is cut off",
      #"{"status":"ok","totalResults":2,"articles":[{"source":{"id":null,"name":"The Courier"},"author":null,"title":"A bridge &amp; a mill","description":"D","url":"https://a.example/1","publishedAt":"2031-03-04T05:06:07Z","content":"<ul><li>It fell.</li></ul> Nobody… [+120 chars]"},{"source":{"id":null,"name":"B"},"title":"T","description":"It fell.","url":"https://a.example/2","publishedAt":"2031-03-04T05:06:07Z","content":null}]}"#,
      Told(
        text: "A bridge & a mill\n\nIt fell.\n\nNobody", address: "https://a.example/1",
        title: "A bridge & a mill", published: "2031-03-04T05:06:07Z", outlet: "The Courier"),
      Told(
        text: "T\n\nIt fell.", address: "https://a.example/2", title: "T",
        published: "2031-03-04T05:06:07Z", outlet: "B")),
    Case(
      "trafilatura",
      #"{"title":"A bridge","author":"Ida Brandt; Marek Holt","hostname":"a.example","date":"2031-03-04","fingerprint":"x","id":null,"comments":"","raw_text":"x","text":"It fell.","language":"en","filedate":"2031-03-05","source":"https://a.example/1","source-hostname":"The Courier","excerpt":"e"}"#,
      Told(
        text: "A bridge\n\nIt fell.", address: "https://a.example/1", title: "A bridge",
        published: "2031-03-04", outlet: "The Courier", byline: "Ida Brandt; Marek Holt",
        language: "en", fetched: "2031-03-05")),
    Case(
      "Media Cloud",
      #"{"stories":[{"stories_id":1,"media_name":"The Courier","media_url":"https://a.example/","publish_date":"2031-03-04 05:06:07","title":"A bridge","url":"https://a.example/1","language":"en","text":"It fell.","indexed_date":"2031-03-05T01:00:00"}]}"#,
      Told(
        text: "A bridge\n\nIt fell.", address: "https://a.example/1", title: "A bridge",
        published: "2031-03-04T05:06:07", outlet: "The Courier", language: "en",
        fetched: "2031-03-05T01:00:00")),
    Case(
      "ReliefWeb",
      #"{"time":1,"totalCount":1,"data":[{"id":"1","score":1,"fields":{"title":"A bridge","date":{"created":"2031-03-05T00:00:00+00:00","changed":"2031-03-06T00:00:00+00:00","original":"2031-03-04T00:00:00+00:00"},"body":"It **fell**.","body-html":"<p>It <b>fell</b>.</p><p>Nobody was hurt.</p>","source":[{"name":"UN Bridges","shortname":"UNB"},{"name":"Relief"}],"language":[{"id":267,"name":"English","code":"en"}],"url":"https://r.example/node/1","url_alias":"https://r.example/report/a-bridge"}}]}"#,
      Told(
        text: "A bridge\n\nIt fell.\n\nNobody was hurt.",
        address: "https://r.example/report/a-bridge", title: "A bridge",
        published: "2031-03-04T00:00:00+00:00", modified: "2031-03-06T00:00:00+00:00",
        outlet: "UN Bridges, Relief", language: "en")),
    Case(
      "Telegram Desktop, a channel",
      ##"{"name":"The Courier","type":"public_channel","id":77,"messages":[{"id":1,"type":"service","date":"2031-03-04T05:00:00","action":"create_channel","title":"No","text":""},{"id":2,"type":"message","date":"2031-03-04T06:06:07","date_unixtime":"1930367167","edited":"2031-03-04T07:06:07","edited_unixtime":"1930370767","from":"The Courier","from_id":"channel77","text":[{"type":"bold","text":"A bridge"}," fell & broke ",{"type":"hashtag","text":"#Orva"},"."],"text_entities":[{"type":"bold","text":"A bridge"}]},{"id":3,"type":"message","date":"2031-03-04T06:06:07","from":"The Courier","photo":"x.jpg","text":""}]}"##,
      Told(
        text: "A bridge fell & broke #Orva.", address: "https://t.me/c/77/2",
        published: "2031-03-04T05:06:07Z", modified: "2031-03-04T06:06:07Z", outlet: "The Courier")),
    Case(
      "Telegram Desktop, all chats",
      #"{"about":"x","chats":{"about":"y","list":[{"name":"Ida","type":"personal_chat","id":5,"messages":[{"id":9,"type":"message","date":"2031-03-04T06:06:07","from":"Ida Brandt","from_id":"user5","text":"It fell.","text_entities":[]}]}]}}"#,
      Told(
        text: "It fell.", published: "2031-03-04T06:06:07", outlet: "Ida", byline: "Ida Brandt")),
    Case(
      "Telegram's interface",
      #"[{"_":"Message","id":12,"peer_id":{"_":"PeerChannel","channel_id":77},"date":"2031-03-04T05:06:07+00:00","message":"It fell.","views":3}]"#,
      Told(
        text: "It fell.", address: "https://t.me/c/77/12", published: "2031-03-04T05:06:07+00:00")),
    Case(
      "tweets of API 1.1, one of which passes on another",
      #"[{"id_str":"1767500000000000000","created_at":"Tue Mar 04 05:06:07 +0000 2031","full_text":"It fell &amp; broke.","lang":"en","user":{"screen_name":"courier","name":"The Courier"}},{"id_str":"2","created_at":"Tue Mar 04 06:06:07 +0000 2031","text":"RT @courier: It…","user":{"screen_name":"ida","name":"Ida"},"retweeted_status":{"id_str":"1","created_at":"Mon Mar 03 05:06:07 +0000 2031","text":"It stands…","truncated":true,"extended_tweet":{"full_text":"It stands still."},"user":{"screen_name":"courier","name":"The Courier"}}}]"#,
      Told(
        text: "It fell & broke.", address: "https://twitter.com/courier/status/1767500000000000000",
        published: "2031-03-04T05:06:07Z", byline: "The Courier", language: "en"),
      Told(
        text: "It stands still.", address: "https://twitter.com/courier/status/1",
        published: "2031-03-03T05:06:07Z", byline: "The Courier")),
    Case(
      "tweets of API 2, with their authors beside them",
      #"{"data":[{"id":"1","text":"It fell.","author_id":"7","created_at":"2031-03-04T05:06:07.000Z","lang":"en","edit_history_tweet_ids":["1"]},{"id":"2","text":"RT @c: It…","author_id":"8","created_at":"2031-03-04T05:06:07.000Z","referenced_tweets":[{"type":"retweeted","id":"3"}]}],"includes":{"users":[{"id":"7","name":"The Courier","username":"courier"},{"id":"8","name":"Ida","username":"ida"}],"tweets":[{"id":"3","text":"It stands still.","author_id":"7","created_at":"2031-03-03T05:06:07.000Z"}]},"meta":{"result_count":2}}"#,
      Told(
        text: "It fell.", address: "https://twitter.com/courier/status/1",
        published: "2031-03-04T05:06:07Z", byline: "The Courier", language: "en"),
      Told(
        text: "It stands still.", address: "https://twitter.com/courier/status/3",
        published: "2031-03-03T05:06:07Z", byline: "The Courier")),
    Case(
      "the archive that Twitter sends its users",
      #"window.YTD.tweets.part0 = [ {"tweet" : {"id_str":"1","id":"1","created_at":"Tue Mar 04 05:06:07 +0000 2031","full_text":"It fell.","lang":"en"}} ]"#,
      Told(
        text: "It fell.", address: "https://twitter.com/i/status/1",
        published: "2031-03-04T05:06:07Z", language: "en")),
    Case(
      "ninjs 1",
      #"{"uri":"urn:newsml:a.example:1","type":"text","versioncreated":"2031-03-04T06:06:07Z","firstcreated":"2031-03-04T05:06:07Z","headline":"A bridge","byline":"Ida Brandt","source":"Courier Agency","language":"en","body_html":"<p>It fell.</p><p>Nobody was hurt.</p>"}"#,
      Told(
        text: "A bridge\n\nIt fell.\n\nNobody was hurt.", address: "urn:newsml:a.example:1",
        title: "A bridge", published: "2031-03-04T05:06:07Z", modified: "2031-03-04T06:06:07Z",
        outlet: "Courier Agency", byline: "Ida Brandt", language: "en")),
    Case(
      "ninjs 2",
      #"{"uri":"https://a.example/1","standard":{"name":"ninjs","version":"2.0"},"versioncreated":"2031-03-04T05:06:07Z","headlines":[{"role":"main","value":"A bridge"},{"role":"web","value":"B"}],"bodies":[{"role":"main","contenttype":"text/plain","value":"It fell."},{"role":"short","value":"It."}],"infosources":[{"role":"provider","name":"Courier Agency"}],"by":"Ida Brandt","language":"en"}"#,
      Told(
        text: "A bridge\n\nIt fell.", address: "https://a.example/1", title: "A bridge",
        published: "2031-03-04T05:06:07Z", outlet: "Courier Agency", byline: "Ida Brandt",
        language: "en")),
    Case(
      "Elasticsearch",
      #"{"took":1,"hits":{"total":1,"hits":[{"_index":"n","_id":"1","_source":{"title":"A bridge","text":"It fell.","url":"https://a.example/1","published_at":"2031-03-04"}}]}}"#,
      Told(
        text: "A bridge\n\nIt fell.", address: "https://a.example/1", title: "A bridge",
        published: "2031-03-04")),
    Case(
      "WordPress",
      #"[{"id":1,"date":"2031-03-04T05:06:07","link":"https://a.example/1","title":{"rendered":"A bridge&#8217;s end"},"content":{"rendered":"<p>It fell.</p>","protected":false}}]"#,
      Told(
        text: "A bridge’s end\n\nIt fell.", address: "https://a.example/1",
        title: "A bridge’s end", published: "2031-03-04T05:06:07")),
    Case(
      "Mastodon",
      #"[{"id":"1","created_at":"2031-03-04T05:06:07.000Z","language":"en","url":"https://m.example/@courier/1","content":"<p>It fell.<br>Nobody was hurt.</p>","account":{"acct":"courier","username":"courier","display_name":"The Courier"}}]"#,
      Told(
        text: "It fell. Nobody was hurt.", address: "https://m.example/@courier/1",
        published: "2031-03-04T05:06:07Z", byline: "The Courier", language: "en")),
  ]

  @Test(arguments: cases)
  func `each shape is read by its own names`(_ one: Case) throws {
    // Whatever the file is called.
    let all = try ArchiveOnDisk(Array(one.json.utf8), name: "a.bin").read()
    let told = all.pages.map { page in
      Told(
        text: page.text, address: page.address, title: page.title, published: page.published,
        modified: page.modified, outlet: page.outlet, byline: page.byline, language: page.language,
        fetched: page.fetched)
    }
    #expect(told == one.told)
  }

  @Test func `a line of JSON Lines may hold a whole answer, and reading goes on at its start`()
    throws
  {
    let line =
      #"{"data":[{"id":"1","text":"One.","author_id":"7"},{"id":"2","text":"Two.","author_id":"7"}],"includes":{"users":[{"id":"7","name":"C","username":"c"}]}}"#
    let archive = try ArchiveOnDisk(Array((line + "\n" + line + "\n").utf8), name: "a.jsonl")
    #expect(try archive.read().pages.map(\.text) == ["One.", "Two.", "One.", "Two."])
    let first = try archive.reader()
    for taken in 0..<4 {
      let rest = try archive.reader()
      try rest.go(to: first.place)
      var count = 0
      while try rest.next() != nil { count += 1 }
      #expect(count >= 4 - taken)
      _ = try first.next()
    }
  }

  @Test func `lists of links without texts are told to be that`() throws {
    let json =
      #"{"articles":[{"url":"https://a.example/1","url_mobile":"","title":"A bridge","seendate":"20310304T050607Z","domain":"a.example","language":"English","sourcecountry":"Xland"}]}"#
    let all = try ArchiveOnDisk(Array(json.utf8), name: "a.json").read()
    #expect(all.pages.isEmpty)
    #expect(all.tally.onlyAddresses == 1)
  }

  @Test func `every shape has something that tells it, and gives a text or leads on`() {
    for shape in JSONShape.all.dropLast() {
      #expect(!shape.told.isEmpty, "\(shape.name)")
    }
    #expect(JSONShape.all.last?.told.isEmpty == true)
  }

  static let broken: [String] = [
    "{", "[{]", #"{"a":"#, "[[[[", #"{"articles":[{"title":"x"}"#, "[1,2]",
  ]

  @Test(arguments: broken)
  func `broken JSON is an error or counted, never a crash`(_ json: String) throws {
    let all = try? ArchiveOnDisk(Array(json.utf8), name: "a.json").read()
    #expect(all?.pages.isEmpty ?? true)
  }
}
