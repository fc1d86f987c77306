import Testing

@testable import HearsayWeb

struct RobotsRulesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rules: String
    let allowed: [String]
    let refused: [String]

    var testDescription: String { rules.replacing("\n", with: " · ") }
  }

  static let paths: [Case] = [
    // RFC 9309, 2.2.2 and 5.1.
    Case(
      rules: "disallow: *.gif$\ndisallow: /example/\nallow: /publications/",
      allowed: ["/publications/x", "/publications/a.gif", "/a.gif?x", "/other"],
      refused: ["/a.gif", "/example/", "/example/a"]),
    // 5.2: the longest match.
    Case(
      rules: "allow: /example/page/\ndisallow: /example/page/disallowed.gif",
      allowed: ["/example/page/", "/example/page/allowed.gif"],
      refused: ["/example/page/disallowed.gif"]),
    Case(rules: "disallow: /\nallow: /page", allowed: ["/page", "/pages"], refused: ["/", "/x"]),
    Case(rules: "disallow: /a\nallow: /a", allowed: ["/a"], refused: []),
    Case(rules: "disallow:", allowed: ["/", "/a"], refused: []),
    Case(
      rules: "disallow: /fish", allowed: ["/Fish", "/catfish", "/?id=fish"], refused: ["/fish.html"]
    ),
    Case(
      rules: "disallow: /*.php$", allowed: ["/a.php?x", "/a.php5", "/"],
      refused: ["/a.php", "/b/a.php", "/a.php/b.php"]),
    Case(rules: "disallow: /a*b*c", allowed: ["/ab", "/acb"], refused: ["/abc", "/axbxcx"]),
    Case(rules: "disallow: /*", allowed: ["/robots.txt"], refused: ["/", "/x"]),
    Case(rules: "disallow: /$", allowed: ["/a"], refused: ["/", ""]),
    Case(rules: "disallow: /a$b", allowed: ["/a"], refused: ["/a$b"]),
    Case(rules: "disallow: /search?q=", allowed: ["/search"], refused: ["/search?q=x"]),
    // Octets compared in one form (2.2.2).
    Case(
      rules: "disallow: /foo/bar/ツ", allowed: ["/foo/bar/"],
      refused: ["/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84"]),
    Case(rules: "disallow: /%62%61%7A", allowed: ["/%2Fbaz"], refused: ["/baz"]),
    Case(rules: "disallow: /a%3cd", allowed: ["/a%2Fd"], refused: ["/a<d", "/a%3Cd"]),
    Case(rules: "Dissalow /x # not here\n disallow\t/y", allowed: ["/"], refused: ["/x", "/y"]),
  ]

  /// RFC 9309, 2.2.3: special characters that are meant as themselves are escaped.
  static let special: [Case] = [
    Case(
      rules: "disallow: /a%24\ndisallow: /b%2Ac", allowed: ["/a", "/bc", "/bxc"],
      refused: ["/a$", "/a%24b", "/b*c", "/b%2ac"])
  ]

  @Test(arguments: paths + special)
  func `the longest rule decides, and of two the one that allows`(_ test: Case) {
    let rules = RobotsRules("user-agent: *\n" + test.rules, product: "Hearsay")
    for path in test.allowed { #expect(rules.allows("https://news.example" + path), "\(path)") }
    for path in test.refused { #expect(!rules.allows("https://news.example" + path), "\(path)") }
  }

  private static let groups = """
    \u{FEFF}disallow: /nobody
    User-agent: other
    Disallow: /

    User-Agent: *
    Disallow: /all
    Crawl-delay: 4
    User-agent must be told its name here
    user-agent: HEARSAY/2.0
    user-agent: third
    Sitemap: /news.xml
    Disallow: /ours\r\nuser-agent: fourth\rdisallow: /fourth
    user-agent: hearsay
    crawl-delay: 1.5
    disallow: /more
    """

  @Test func `the groups that name the robot count together, and no other`() {
    let rules = RobotsRules(Self.groups, product: "Hearsay")
    for path in ["/ours", "/more"] { #expect(!rules.allows("https://news.example" + path)) }
    for path in ["/all", "/nobody", "/fourth"] {
      #expect(rules.allows("https://news.example" + path))
    }
    #expect(rules.delay == 1.5)
    #expect(rules.sitemaps == ["/news.xml"])
  }

  @Test func `a robot that no group names keeps to the one for all`() {
    let rules = RobotsRules(Self.groups, product: "Hear")
    #expect(!rules.allows("https://news.example/all"))
    #expect(rules.allows("https://news.example/ours"))
    #expect(rules.delay == 4)
  }

  @Test(arguments: ["", "<html><body>Not found</body></html>", "crawl-delay: -5\nuser-agent: *"])
  func `a file without rules forbids nothing`(_ text: String) {
    let rules = RobotsRules(text, product: "Hearsay")
    #expect(rules.allows("https://news.example/a"))
    #expect(rules.delay == nil)
  }

  @Test func `a rule that would take for ever is decided at once`() {
    let rule = "/" + String(repeating: "a*", count: 5_000) + "b"
    let rules = RobotsRules("user-agent: *\ndisallow: \(rule)", product: "Hearsay")
    #expect(rules.allows("https://news.example/" + String(repeating: "a", count: 2_000)))
  }
}
