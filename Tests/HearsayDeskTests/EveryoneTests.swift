import Foundation
import HearsayLedger
import TestSupport
import Testing

@testable import HearsayDesk

/// The style sheet's colours, reckoned as WCAG 2 has it.
private struct Colours {
  let light: [String: [Double]]
  let dark: [String: [Double]]

  init() throws {
    let css = try String(
      contentsOf: StoryBrowser.root.appending(path: "Data/desk/desk.css"), encoding: .utf8)
    let parts = css.components(separatedBy: "@media (prefers-color-scheme: dark)")
    let other = parts[1].components(separatedBy: "* { box-sizing")[0]
    light = Self.colours(parts[0])
    dark = light.merging(Self.colours(other)) { _, new in new }
  }

  private static func colours(_ css: String) -> [String: [Double]] {
    var colours: [String: [Double]] = [:]
    for found in css.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6})/) {
      let value = Int(found.2, radix: 16) ?? 0
      colours[String(found.1)] = [16, 8, 0].map { Double(value >> $0 & 255) / 255 }
    }
    return colours
  }

  static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    func luminance(_ colour: [Double]) -> Double {
      let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }
}

@Suite struct EveryoneTests {
  /// Words of the first colour stand on the second.
  private static let pairs: [(String, String)] =
    ["ink", "faint", "link", "good", "warn", "bad", "coded"].flatMap { words in
      ["page", "card", "mist"].map { (words, $0) }
    } + [("lit-ink", "lit"), ("page", "link"), ("page", "accent"), ("accent", "page")]

  @Test(arguments: pairs)
  func `words can be read on what they stand on, in light and dark`(
    _ words: String, _ ground: String
  ) throws {
    let colours = try Colours()
    for (name, theme) in [("light", colours.light), ("dark", colours.dark)] {
      let contrast = Colours.contrast(
        try #require(theme[words], "--\(words)"), try #require(theme[ground], "--\(ground)"))
      #expect(contrast >= 4.5, "\(words) on \(ground) in \(name): \(contrast)")
    }
  }

  @Test func `nothing with words in it is see-through, which would take from their contrast`()
    throws
  {
    let css = try String(
      contentsOf: StoryBrowser.root.appending(path: "Data/desk/desk.css"), encoding: .utf8)
    for found in css.matches(of: /([a-z-]*opacity): ([0-9.]+)/)
    where !["fill-opacity", "stroke-opacity"].contains(found.1) {
      #expect(found.2 == "1", "\(found.0)")
    }
  }

  @Test(arguments: ["s0", "s1", "s2", "s3"])
  func `what pictures are drawn in stands out from the page`(_ colour: String) throws {
    let colours = try Colours()
    for theme in [colours.light, colours.dark] {
      #expect(
        Colours.contrast(try #require(theme[colour]), try #require(theme["page"])) >= 3)
    }
  }

  @Test func `the one script is small, and neither it nor the style sheet fetches anything`() throws
  {
    for name in ["desk.js", "desk.css", "desk.svg"] {
      let file = try String(
        contentsOf: StoryBrowser.root.appending(path: "Data/desk/\(name)"), encoding: .utf8)
      #expect(file.utf8.count < 20_000)
      for word in ["fetch(", "XMLHttpRequest", "@import", "url(", "innerHTML", "eval("] {
        #expect(!file.contains(word), "\(name) has \(word)")
      }
    }
  }

  @Test func `the base map is there, below a megabyte, and reads whole`() throws {
    let text = try String(
      contentsOf: StoryBrowser.root.appending(path: "Data/desk/world.txt"), encoding: .utf8)
    #expect(text.utf8.count < 1_000_000)
    let map = BaseMap(text)
    #expect(map.lines.count == text.split(separator: "\n").count { !$0.hasPrefix("#") })
    #expect(map.lines.contains { $0.kind == .disputed })
    #expect(
      map.lines.allSatisfy { $0.points.allSatisfy { abs($0.lon) <= 180.1 && abs($0.lat) <= 90.1 } })
  }

  private static let paths = [
    "/", "/story", "/incident", "/report", "/entity", "/review", "/search?q=granary", "/changes",
    "/reports", "/claims", "/happenings", "/add", "/log", "/agreement", "/settings", "/nothing",
  ]

  private static func page(_ path: String) async throws -> String {
    let browser = try await StoryBrowser(adjust: {
      $0.adding = Adding(begin: { _, tell in tell(.ended) })
    })
    let id = try browser.line("Granary").id
    switch path {
    case "/story", "/report": return browser.page("\(path)/\(id)")
    case "/incident": return browser.page("/incident/\(id):h1")
    case "/entity": return browser.page("/entity/\(id):e1")
    default: return browser.page(path)
    }
  }

  @Test(arguments: paths)
  func `a page has its language, one heading that names it, and landmarks`(_ path: String)
    async throws
  {
    let page = try await Self.page(path)
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.components(separatedBy: "<h1>").count == 2)
    #expect(page.components(separatedBy: "<main ").count == 2)
    #expect(page.contains("<title>"))
    if path != "/nothing" {
      #expect(page.contains("<header>") && page.contains("<footer>"))
      #expect(page.contains("class=\"skip\" href=\"#main\""))
    }
    // Headings go down step by step.
    var before = 1
    for found in page.matches(of: /<h([1-6])[ >]/) {
      let level = Int(found.1) ?? 1
      #expect(level <= before + 1, "\(path): h\(before) then h\(level)")
      before = level
    }
  }

  @Test(arguments: paths)
  func `every field has a name that is spoken`(_ path: String) async throws {
    let page = try await Self.page(path)
    let named = Set(page.matches(of: /<label[^>]* for="([^"]+)"/).map { String($0.1) })
    for field in page.matches(of: /<(input|select|textarea)([^>]*)>/) {
      let attributes = String(field.2)
      guard !attributes.contains("type=\"hidden\"") else { continue }
      let before = page[..<field.range.lowerBound]
      let isInLabel =
        (before.ranges(of: "<label").last?.lowerBound ?? page.startIndex)
        > (before.ranges(of: "</label>").last?.lowerBound ?? page.startIndex)
      let id = attributes.firstMatch(of: /id="([^"]+)"/).map { String($0.1) }
      #expect(
        isInLabel || attributes.contains("aria-label=") || id.map(named.contains) == true,
        "\(path): \(field.0)")
    }
  }

  @Test(arguments: paths)
  func `an id stands once, and nothing is run from the page itself`(_ path: String) async throws {
    let page = try await Self.page(path)
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(
      Set(ids).count == ids.count, "\(path): \(ids.filter { id in ids.count { $0 == id } > 1 })")
    #expect(page.firstMatch(of: #/ on[a-z]+=/#) == nil)
    #expect(page.firstMatch(of: #/ style="/#) == nil)
    #expect(page.components(separatedBy: "<script").count == 2)
  }
}
