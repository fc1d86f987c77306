import Testing

@testable import HearsayDesk

@Suite struct HTMLTests {
  @Test func `words cannot become markup`() {
    let hostile = #"</p><script>alert("x")</script>&amp; 'quoted'"#
    let html = HTML.tag("p", [.data("title", hostile)], .text(hostile)).string
    #expect(!html.contains("<script"))
    #expect(
      html
        == #"<p title="&lt;/p&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp; &#39;quoted&#39;">"#
        + #"&lt;/p&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp; &#39;quoted&#39;</p>"#
    )
  }

  @Test func `words that are interpolated are escaped too`() {
    let name = "<b>"
    let html: HTML = "by \(name)"
    #expect(html.string == "by &lt;b&gt;")
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "//host/x", "http://a b", "http://a\nb",
  ])
  func `only addresses of the web become links to it`(_ address: String) {
    #expect(Link.web(address) == nil)
  }

  @Test func `parts of a path and values of a query are encoded`() {
    let link = Link.page(["report", "a/b?c"], [(name: "q", value: "x&y=\"z\"")], fragment: "s1-2")
    #expect(link.text == "/report/a%2Fb%3Fc?q=x%26y%3D%22z%22#s1-2")
  }

  @Test func `controls are replaced`() {
    #expect(HTML.text("a\u{0}b\u{1B}c\td\n").string == "a\u{FFFD}b\u{FFFD}c\td\n")
  }
}

@Suite struct FormTests {
  @Test func `fields and files are taken apart`() {
    let body = """
      --xx\r\nContent-Disposition: form-data; name="why"\r\n\r\nbecause\r\n--xx\r\nContent-Disposition: form-data; \
      name="f"; filename="a.html"\r\nContent-Type: text/html\r\n\r\n<p>\r\n--x</p>\r\n--xx--\r\n
      """
    let boundary = MultipartForm.boundary(of: "multipart/form-data; boundary=xx")
    let form = MultipartForm(Array(body.utf8), boundary: boundary ?? [])
    #expect(form.fields == [.init(name: "why", value: "because")])
    #expect(form.files == [.init(name: "a.html", bytes: Array("<p>\r\n--x</p>".utf8))])
  }

  @Test(arguments: [
    "", "--", "--xx", "--xx\r\n", "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
  ])
  func `what is cut off is left out`(_ body: String) {
    let form = MultipartForm(Array(body.utf8), boundary: Array("--xx".utf8))
    #expect(form.fields.isEmpty && form.files.isEmpty)
  }

  @Test(arguments: [
    ("a%20b+c", "a b c"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%C3%A9", "é"),
  ])
  func `percent signs are undone`(_ typed: String, _ meant: String) {
    #expect(FormCoding.decoded(typed) == meant)
  }

  @Test func `a path has a suffix and a query`() {
    let request = DeskRequest(.get, "/report/3fa9.json?as-of=2031-03-04&q=")
    #expect(request.path == ["report", "3fa9"])
    #expect(request.suffix == "json")
    #expect(request.asked("as-of") == "2031-03-04")
    #expect(request.asked("q") == nil)
    #expect(DeskRequest(.get, "/index.csv").path.isEmpty)
  }
}
