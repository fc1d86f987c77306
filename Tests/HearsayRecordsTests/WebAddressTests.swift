import Testing

@testable import HearsayRecords

struct WebAddressTests {
  /// RFC 3986, 5.4.1 and 5.4.2.
  static let resolved: [(String, String)] = [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
  ]

  @Test(arguments: resolved)
  func `a reference means what RFC 3986 says`(_ reference: String, _ whole: String) {
    #expect(WebAddress("http://a/b/c/d;p?q").resolving(reference).text == whole)
  }

  @Test func `broken addresses are mended as browsers do`() {
    #expect(
      WebAddress(" https://news.example/a b\n/ü \n").text == "https://news.example/a%20b/%C3%BC")
  }

  @Test func `an origin is scheme, host and port, without what says nothing`() {
    #expect(WebAddress("HTTP://user@News.Example:80/a").origin == "http://news.example")
    #expect(WebAddress("https://news.example:8443").origin == "https://news.example:8443")
    #expect(WebAddress("http://[::1]:81/").origin == "http://[::1]:81")
    #expect(WebAddress("http://[::1]/").host == "[::1]")
    #expect(WebAddress("mailto:a@b.example").origin == nil)
    #expect(WebAddress("http:///a").isWeb == false)
  }

  @Test func `a request names path and query, at least a slash`() {
    #expect(WebAddress("http://a?x=1#s").request == "/?x=1")
    #expect(WebAddress("http://a/b?").request == "/b?")
  }
}
