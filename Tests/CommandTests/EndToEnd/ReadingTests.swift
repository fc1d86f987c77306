import Dispatch
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct ReadingTests {
  /// The value behind a path of keys in JSON.
  private func value<Value>(_ json: String, _ keys: String...) throws -> Value? {
    var value: Any? = try JSONSerialization.jsonObject(with: Data(json.utf8))
    for key in keys { value = (value as? [String: Any])?[key] }
    return value as? Value
  }

  @Test func `one report is an object, several are an array, and jsonl has one a line`() throws {
    let program = try Program()
    let first = try program.write(ShortReports.text(1), to: "in/a.txt")
    _ = try program.write(ShortReports.text(2), to: "in/b.html")
    let one = try program.run("read", first, "--format", "json", "--no-store")
    #expect(one.status == 0)
    let url: String? = try value(one.output, "report", "url")
    #expect(url == first)
    let several = try program.run("read", program.folder("in"), "--format", "json", "--no-store")
    let array = try JSONSerialization.jsonObject(with: Data(several.output.utf8)) as? [Any]
    #expect(array?.count == 2)
    let lines = try program.run("read", program.folder("in"), "--format", "jsonl", "--no-store")
    #expect(lines.output.split(separator: "\n").count == 2)
    #expect(!FileManager.default.fileExists(atPath: program.ledger))
  }

  @Test func `folders are looked through, hidden and other files are not`() throws {
    let program = try Program()
    for name in ["b.txt", "a/deep/c.HTML", "d.md", ".hidden.txt", ".git/e.txt", "f.png", "g"] {
      _ = try program.write(ShortReports.text(name.count), to: "in/" + name)
    }
    let run = try program.run("read", program.folder("in"), "-f", "jsonl", "--no-store")
    let names = try run.output.split(separator: "\n").map { line -> String in
      let url: String? = try value(String(line), "report", "url")
      return String((url ?? "").dropFirst(program.folder("in/").count))
    }
    #expect(names == ["a/deep/c.HTML", "b.txt", "d.md"])
  }

  /// The first two pages are parsed at the same moment: in each of these runs, by threads that never parsed before.
  @Test func `two workers begin at the same time and neither waits for ever`() throws {
    let program = try Program()
    for number in 1...2 {
      _ = try program.write("<p>\(ShortReports.text(number))</p>", to: "in/\(number).html")
    }
    for _ in 1...5 {
      let started = try program.start(["read", program.folder("in"), "-j", "2", "-q", "--no-store"])
      let guardian = DispatchWorkItem { kill(started.process.processIdentifier, SIGKILL) }
      DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: guardian)
      let run = try started.wait()
      guardian.cancel()
      #expect(run.status == 0)
    }
  }

  @Test(arguments: [
    ("The minister reportedly instructed the men to leave the town.", "reported"),
    ("The president allegedly ordered the men to leave the town.", "alleged"),
    ("The president ordered the men to leave the town.", "asserted"),
  ])
  func `what is done by speaking is as sure as it is told`(_ text: String, _ certainty: String)
    throws
  {
    let run = try Program().run("read", "-", "-f", "json", "--no-store", input: text)
    let events: [[String: Any]]? = try value(run.output, "events")
    let request = events?.first { $0["type"] as? String == "REQUEST" }
    #expect(request?["certainty"] as? String == certainty)
  }

  @Test func `an empty folder is nothing found`() throws {
    let program = try Program()
    _ = try program.write("", to: "in/x.png")
    #expect(try program.run("read", program.folder("in"), "--no-store").status == 1)
  }

  @Test func `standard input is read, with a date that is given`() throws {
    let program = try Program()
    let run = try program.run(
      "read", "-", "-f", "json", "--published", "2031-03-04", input: ShortReports.text(1))
    #expect(run.status == 0)
    let url: String? = try value(run.output, "report", "url")
    #expect(url == "-")
    let published: String? = try value(run.output, "report", "published")
    #expect(published == "2031-03-04")
    let from: String? = try value(run.output, "report", "publishedFrom")
    #expect(from == "option")
  }

  @Test func `reading again changes nothing, and changed text becomes a version`() throws {
    let program = try Program()
    let page = try program.write(ShortReports.text(1), to: "a.txt")
    let first = try program.run("read", page, "-f", "json")
    let export = try program.run("export").output
    let second = try program.run("read", page, "-f", "json")
    #expect(first.status == 0)
    #expect(second.output == first.output)
    #expect(try program.run("export").output == export)
    _ = try program.write(ShortReports.text(2), to: "a.txt")
    #expect(try program.run("read", page).status == 0)
    let versions = try program.run("list", "--all-versions", "-f", "jsonl").output
    #expect(versions.split(separator: "\n").count == 2)
    #expect(try program.run("list", "-f", "jsonl").output.split(separator: "\n").count == 1)
    #expect(try program.run("verify").status == 0)
    let diff = try program.run("diff", page)
    #expect(diff.status == 0)
    #expect(diff.output.contains("[−3] [+4] people were killed"))
  }

  @Test func `a report without an older version has no difference to show`() throws {
    let program = try Program()
    let page = try program.write(ShortReports.text(1), to: "a.txt")
    #expect(try program.run("read", page, "-q").status == 0)
    #expect(try program.run("diff", page).status == 1)
  }

  @Test func `what was read is listed, shown, found, exported and verified`() throws {
    let program = try Program()
    let page = try program.write(ShortReports.text(1), to: "a.txt")
    let read = try program.run("read", page)
    #expect(read.status == 0)
    #expect(!read.output.contains("\u{1b}"), "colours only on a terminal")
    let list = try program.run("list")
    #expect(list.status == 0)
    let id = String(list.output.prefix { !$0.isWhitespace })
    #expect(id.count == 12)
    #expect(try program.run("show", String(id.prefix(6))).output.contains(id))
    #expect(try program.run("show", page).status == 0)
    #expect(try program.run("show", id, "--text").output.hasPrefix("1  The mayor of Halden"))
    #expect(try program.run("show", "zzz").status == 2)
    #expect(try program.run("search", "bridge").status == 0)
    #expect(try program.run("search", "unicorn").status == 1)
    #expect(try program.run("claims", "--speaker", "nobody at all").status == 1)
    let export = try program.run("export")
    #expect(export.output == (try program.run("show", id, "-f", "jsonl").output))
    let table = try program.run("export", "-f", "csv", "--records", "reports").output
    #expect(table.split(separator: "\r\n").count == 2)
    let verified = try program.run("verify")
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("1 report"))
  }

  @Test func `annotate prints one line a word with ten columns`() throws {
    let program = try Program()
    let run = try program.run("annotate", "-", input: "Rebels shelled the town.\n")
    #expect(run.status == 0)
    let words = run.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(words.count == 5)
    #expect(words.allSatisfy { $0.split(separator: "\t").count == 10 })
  }
}
