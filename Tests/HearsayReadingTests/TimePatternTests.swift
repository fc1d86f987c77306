import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// The families of times in `Data/language/rules/times.patterns` are those that are read, and keep their examples.
struct TimePatternTests {
  @Test func `every family is told in the file, and read`() {
    let told = Language.forTests.times.families.map(\.name)
    #expect(Set(told) == Set(TimeFamily.allCases.map(\.rawValue)))
    let rules = Set(Language.forTests.rules.rules.map(\.name))
    #expect(rules.isDisjoint(with: told))
    for family in Language.forTests.times.families {
      #expect(
        !family.meaning.isEmpty && !family.yes.isEmpty && !family.no.isEmpty, "\(family.name)")
    }
  }

  @Test(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
  func `every family reads each yes as told, and no no`() throws {
    let model = try ModelReading()
    for family in Language.forTests.times.families {
      for (text, value) in family.yes {
        let times = model.reading(text).times
        let values = times.filter { $0.by.fields["timex"] == [family.name] }.map { $0.timex ?? "" }
        #expect(
          values.contains(value),
          "\(family.name): “\(text)” has \(times.map { "\($0.timex ?? "-") \($0.by.names)" })")
      }
      for text in family.no {
        let times = model.reading(text).times
        #expect(
          !times.contains { $0.by.fields["timex"] == [family.name] }, "\(family.name): “\(text)”")
      }
    }
  }

  @Test func `a family that is not told is not read`() {
    let text = handmade(
      """
      Mediators mediator NOUN NNS 2 nsubj
      left leave VERB VBD 0 root
      yesterday yesterday NOUN NN 2 obl
      """)
    func times(_ text: AnnotatedText) -> [TimeFinding] {
      TimeReader.read(Draft(text: text, context: ReportContext(published: "2031-03-05")))
    }
    #expect(times(text).map(\.record.timex) == ["2031-03-04"])
    #expect(times(text).map { $0.record.by.names.contains("time-day-from-now") } == [true])
    #expect(times(text.without(rule: "time-day-from-now")).isEmpty)
  }

  @Test(arguments: [
    "yes \"An example.\" = 1", "name", "time-a: A.\n  maybe \"An example.\"",
    "time-a: A.\n  yes \"An example.\"", "time-a: A.\n  no An example.", "time-a: A.\ntime-a: B.",
  ])
  func `what is wrong in the file is told with its line`(_ text: String) throws {
    let error = #expect(throws: LanguageError.self) {
      _ = try Language(files: [("a.tsv", "# A.\nfire\tnegates\n")], times: ("times.patterns", text))
    }
    #expect(error?.file == "times.patterns")
  }
}
