import Testing

@testable import Command

struct StyledTextTests {
  @Test func `text breaks between words and keeps its looks`() {
    var text = StyledText("the speaker ", .speaker)
    text.append("said nothing at all")
    let lines = text.wrapped(width: 14, rest: "  ")
    #expect(lines.map(\.plain) == ["the speaker", "  said nothing", "  at all"])
    #expect(lines[0].painted(colors: true) == "\u{1b}[1;36mthe speaker\u{1b}[0m")
    #expect(lines[0].painted(colors: false) == "the speaker")
  }

  @Test func `wide, combining and invisible characters take the columns that terminals give them`()
  {
    #expect("漢口".terminalWidth == 4)
    #expect("e\u{301}".terminalWidth == 1)
    #expect("💥".terminalWidth == 2)
    #expect("a\u{200b}b".terminalWidth == 2)
  }

  @Test func `a word longer than the line stands alone on one`() {
    let lines = StyledText("a https://news.example/long b").wrapped(width: 10)
    #expect(lines.map(\.plain) == ["a", "https://news.example/long", "b"])
  }

  @Test func `colours are for terminals unless asked for otherwise`() {
    func uses(_ asked: String?, _ environment: [String: String], _ isTerminal: Bool) -> Bool {
      Terminal.usesColors(asked: asked, environment: environment, isTerminal: isTerminal)
    }
    #expect(uses(nil, [:], true))
    #expect(!uses(nil, [:], false))
    #expect(!uses("auto", ["NO_COLOR": "1"], true))
    #expect(uses("auto", ["NO_COLOR": ""], true))
    #expect(!uses("auto", ["TERM": "dumb"], true))
    #expect(uses("always", ["NO_COLOR": "1"], false))
    #expect(!uses("never", [:], true))
  }
}
