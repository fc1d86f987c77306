import Foundation
import HearsayDatabase
import HearsaySQLite
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The tool against a real server on this machine.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct WatchTests {
  private static let monday = "Mon, 03 Mar 2031 08:00:00 GMT"

  private func page(_ number: Int) -> String {
    """
    <html><head><title>Bridge \(number)</title></head><body><article><h1>Bridge \(number)</h1>
    \(ShortReports.text(number).split(separator: "\n\n").map { "<p>\($0)</p>" }.joined())
    </article></body></html>
    """
  }

  private func site(pages: Int = 2) throws -> NewsSite {
    let site = try NewsSite()
    let paths = (1...pages).map { "/\($0)" }
    for number in 1...pages { site["/\(number)"] = page(number) }
    site["/feed"] = NewsSite.feed(paths.map { ($0, Self.monday) })
    return site
  }

  @discardableResult
  private func watch(_ program: Program, _ words: String...) throws -> Program.Run {
    try program.start(["watch", "--once", "--allow-private", "--delay", "0"] + words).wait()
  }

  private func reports(_ program: Program) throws -> [[String: Any]] {
    try program.run("list", "-f", "jsonl", "--all-versions").output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func `what a feed names is read once, and again when it has changed`() throws {
    let program = try Program()
    let site = try site()
    let first = try watch(program, site.address("/feed"))
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output.split(separator: "\n").count == 2)
    #expect(first.output.contains("Bridge 1 · "))
    #expect(
      try reports(program).map { $0["published"] as? String } == [
        "2031-03-03T08:00:00Z", "2031-03-03T08:00:00Z",
      ])

    let second = try watch(program, site.address("/feed"))
    #expect(second.status == 1)
    #expect(second.output.isEmpty)
    #expect(second.messages.contains("1 feed asked, 0 new reports"))

    site["/2"] = page(2).replacing("Mayor Ida Brandt", with: "former Mayor Ida Brandt")
    site["/feed"] = NewsSite.feed([("/1", Self.monday), ("/2", "Mon, 03 Mar 2031 09:00:00 GMT")])
    // As if the time had passed after which a report may be read again.
    try program.letTimePass()
    let third = try watch(program, site.address("/feed"))
    #expect(third.status == 0, "\(third.messages)")
    #expect(third.output.contains("(version 2)"))
    let versions = try reports(program).compactMap { $0["version"] as? Int }.sorted()
    #expect(versions == [1, 1, 2])
    let diff = try program.run("diff", site.address("/2"))
    #expect(diff.output.contains("[+former]"))
    #expect(try program.run("verify").status == 0)
  }

  @Test func `a site, an OPML list and a packed sitemap lead to their reports`() throws {
    let program = try Program()
    let site = try site(pages: 4)
    site["/feed"] = NewsSite.feed([("/1", Self.monday)])
    site["/"] =
      #"<html><head><link rel="alternate" type="application/atom+xml" href="/atom"></head></html>"#
    site["/atom"] = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>2</id><title>Two</title><link href="/2"/></entry></feed>
      """
    site["/bare/"] = "<html><body>No feed here</body></html>"
    site["/robots.txt"] = "User-agent: *\nSitemap: /maps.xml\n"
    site["/maps.xml"] =
      "<sitemapindex><sitemap><loc>\(site.address("/map.xml.gz"))</loc></sitemap></sitemapindex>"
    let recent = ISO8601DateFormatter().string(from: Date())
    let map = """
      <urlset><url><loc>\(site.address("/3"))</loc><lastmod>\(recent)</lastmod></url>
      <url><loc>\(site.address("/4"))</loc><lastmod>2019-01-01</lastmod></url></urlset>
      """
    site.put(NewsSite.Page(body: try packed(map, program)), at: "/map.xml.gz")
    let list = try program.write(
      """
      <opml><body><outline text="f"><outline xmlUrl="\(site.address("/feed"))"/></outline>
      <outline xmlUrl="\(site.address("/"))"/></body></opml>
      """, to: "list.opml")
    let run = try watch(program, list, site.address("/bare/"))
    #expect(run.status == 0, "\(run.messages)")
    let addresses = try reports(program).compactMap { $0["url"] as? String }.sorted()
    #expect(addresses == ["/1", "/2", "/3"].map(site.address))
    // Lists are remembered: what stands in them is followed though they answer that they are as they were.
    site["/5"] = page(5)
    site["/feed"] = NewsSite.feed([("/1", Self.monday), ("/5", Self.monday)])
    #expect(try watch(program, list, site.address("/bare/")).output.contains("Bridge 5"))
  }

  private func packed(_ text: String, _ program: Program) throws -> [UInt8] {
    let path = try program.write(text, to: "map.xml")
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-f", path]
    try gzip.run()
    gzip.waitUntilExit()
    return Array(try Data(contentsOf: URL(filePath: path + ".gz")))
  }

  @Test func `robots.txt is obeyed and told, and what cannot be had does not stop the rest`() throws
  {
    let program = try Program()
    let site = try site()
    site["/robots.txt"] = "User-agent: hearsay\nDisallow: /2"
    site["/feed"] = NewsSite.feed([
      ("/2", Self.monday), ("/1", Self.monday), ("/gone", Self.monday),
    ])
    let run = try watch(program, site.address("/feed"), site.address("/nothing"))
    #expect(run.status == 2)
    #expect(run.messages.contains("/2: the site's robots.txt asks robots not to fetch it"))
    #expect(run.messages.contains("/gone: the server answered 404"))
    #expect(run.messages.contains("/nothing: the server answered 404"))
    #expect(try reports(program).count == 1)
    #expect(!site.paths.contains("/2"))
    let heads = site.requests.filter { !$0.contains("User-Agent: Hearsay/") }
    #expect(heads.isEmpty)
    // What was refused is not asked for again.
    #expect(try watch(program, site.address("/feed")).status == 1)
    #expect(site.paths.filter { $0 == "/gone" }.count == 1)
  }

  @Test func `private addresses are refused, in feeds as well`() throws {
    let program = try Program()
    let site = try site()
    let refused = try program.run("watch", "--once", site.address("/feed"))
    #expect(refused.status == 2)
    #expect(refused.messages.contains("--allow-private"))
    let file = try program.write(NewsSite.feed([(site.address("/1"), Self.monday)]), to: "feed.xml")
    let run = try program.run("watch", "--once", file)
    #expect(run.status == 2)
    #expect(run.messages.contains("/1: an address of this machine or a private network"))
    #expect(site.requests.isEmpty)
  }

  @Test func `a feed that has moved for good is asked for where it is`() throws {
    let program = try Program()
    let site = try site()
    site["/new"] = site["/feed"]
    site.put(
      NewsSite.Page(status: "301 Moved", headers: ["Location: /new"], body: []), at: "/feed")
    let run = try watch(program, site.address("/feed"))
    #expect(run.messages.contains("/feed has moved to \(site.address("/new"))"))
    #expect(try reports(program).count == 2)
    _ = try watch(program, site.address("/feed"))
    #expect(site.paths.filter { $0 == "/feed" }.count == 1)
    #expect(site.paths.filter { $0 == "/new" }.count == 2)
  }

  @Test func `a site that wants to be left alone is, also by the next run`() throws {
    let program = try Program()
    let site = try site()
    site.put(
      NewsSite.Page(status: "429 Too Many", headers: ["Retry-After: 3000"], body: []), at: "/1")
    let run = try watch(program, site.address("/feed"))
    #expect(run.status == 2)
    let asked = site.requests.count
    #expect(try watch(program, site.address("/feed")).status == 2)
    #expect(site.requests.count == asked)
  }

  @Test func `a watch that is killed goes on where it was, nothing lost and nothing twice`() throws
  {
    let program = try Program()
    let site = try site(pages: 12)
    let words = ["watch", "--once", "--allow-private", "--delay", "0", "-j", "1"]
    for _ in 0..<3 {
      let started = try program.start(words + [site.address("/feed")])
      usleep(UInt32.random(in: 1_000...500_000))
      kill(started.process.processIdentifier, SIGKILL)
      _ = try started.wait()
    }
    let run = try program.start(words + [site.address("/feed")]).wait()
    #expect(run.status < 2, "\(run.messages)")
    #expect(try program.run("verify").status == 0)
    let all = try reports(program)
    #expect(all.count == 12)
    #expect(all.allSatisfy { $0["version"] as? Int == 1 })
  }

  @Test func `Ctrl-C ends a watch that waits, at once and with what was read`() throws {
    let program = try Program()
    let site = try site()
    let started = try program.start([
      "watch", "--allow-private", "--delay", "0", site.address("/feed"),
    ])
    // Both pages are asked for; then it reads them and waits for a quarter of an hour.
    while site.paths.filter({ $0 != "/robots.txt" }).count < 3, started.process.isRunning {
      usleep(1_000)
    }
    usleep(500_000)
    kill(started.process.processIdentifier, SIGINT)
    let run = try started.wait()
    #expect(run.status == 130)
    #expect(try program.run("verify").status == 0)
    _ = try watch(program, site.address("/feed"))
    #expect(try reports(program).count == 2)
  }

  @Test func `what feeds hold is listed without being read`() throws {
    let program = try Program()
    let site = try site()
    let run = try program.run(
      "watch", "--list", "-f", "jsonl", "--allow-private", "--delay", "0", site.address("/feed"))
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.output.contains(#""address":"\#(site.address("/1"))""#))
    #expect(!FileManager.default.fileExists(atPath: program.ledger))
    #expect(!site.paths.contains("/1"))
  }

  @Test func `impatience is refused`() throws {
    let program = try Program()
    for words in [["--every", "4"], ["--delay", "0"], ["--delay", "soon"]] {
      let run = try program.start(["watch"] + words + ["https://news.example/feed"]).wait()
      #expect(run.status == 2)
      #expect(run.messages.contains("see hearsay help watch"))
    }
  }
}

extension Program {
  /// Makes everything that the watch remembers happen an hour earlier.
  fileprivate func letTimePass() throws {
    let state = try Connection(path: ledger + ".watch")
    try state.run("UPDATE pages SET read = read - 3600")
  }
}
