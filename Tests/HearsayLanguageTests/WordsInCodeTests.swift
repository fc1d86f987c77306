import Foundation
import HearsayLanguage
import TestSupport
import Testing

/// What English words mean stands in `Data/language`; no reader compares a word of a text with one of its own.
struct WordsInCodeTests {
  /// What is compared with words that are no words of a text, and why.
  private static let allowed: [String: (words: Set<String>, why: String)] = [
    "HearsayLanguage/Rules/RuleFile.swift": (["yes ", "no "], "the marks of examples"),
    "HearsayLanguage/Words/WordFile.swift": (["if "], "the mark of a condition"),
    "HearsayLanguage/Words/Language+Lemmas.swift": (
      ["ed", "ing", "es", "ch", "sh"], "spelling of endings"
    ),
    "HearsayReading/Annotation/HappeningDecoder.swift": (["none"], "a label of the network"),
    "HearsayReading/Annotation/WordForms.swift": (
      ["ch", "sh", "ie", "se", "ee", "zze", "xe", "sse", "she", "oe", "che", "men", "women"],
      "spelling of endings; what no rule tells is in lemmas.tsv"
    ),
    "HearsayReading/Claims/Candidates/FramingCandidates.swift": (
      ["clause", "noun", "number", "span"], "what a rule makes"
    ),
    "HearsayReading/Claims/ClaimQualities.swift": (
      ["noun", "verb", "imperative"], "values of harm and leadingUp"
    ),
    "HearsayReading/Entities/KnownActors.swift": (["the "], "actors.tsv has no articles"),
    "HearsayReading/Entities/Language+Actors.swift": (
      ["ies", "es", "ss", "men"], "spelling of endings"
    ),
    "HearsayReading/Entities/ReferenceResolver.swift": (
      ["he", "she", "they"], "values of the facet pronoun"
    ),
    "HearsayReading/Events/EventArguments.swift": (
      ["aerial", "weapon", "entity", "party", "actor", "recipient"], "a mode; what a rule makes"
    ),
    "HearsayReading/Events/SportReport.swift": (["much", "some"], "values of the facet sport"),
    "HearsayReading/Places/PlaceNesting.swift": (
      ["country", "facility", "the place named with it"], "kinds of places, and what made one"
    ),
    "HearsayReading/Relations/TieRelations.swift": (["part", "backed"], "what a rule makes"),
    "HearsayReading/Times/TimeScanner.swift": (["the time told before"], "what made a time"),
    "HearsayReading/Times/TimeScanner+Clock.swift": (["pm"], "a value of the facet half"),
    "HearsayReading/Times/TimeScanner+Days.swift": (["after"], "a value of the facet countsFrom"),
    "HearsayPlaces/Countries.swift": (["the ", "The "], "countries.tsv has no articles"),
    "HearsayPlaces/NameSound.swift": (["ah", "ih"], "how names of other languages are written"),
    "HearsayIntake/Inputs/FileSystem.swift": (["www."], "an address"),
    "HearsayIntake/Inputs/InputList.swift": (
      ["html", "htm", "xhtml", "shtml", "xml", "txt", "text", "md"], "endings of files"
    ),
    "HearsayReading/Times/Outlook.swift": (["Ord"], "a feature of Universal Dependencies"),
    "HearsayReading/Explaining/Explainer+Events.swift": (
      ["actors", "recipients"], "fields of the contract"
    ),
    "HearsayReading/Events/OtherWorlds.swift": (["harm", "deed"], "what a rule makes"),
    "HearsayReading/Events/Unreal.swift": (["yes", "kind"], "what a rule makes"),
    "HearsayReading/Claims/QuotationLinker.swift": (["quotation"], "what made a claim"),
    "HearsayReading/Claims/PassedOn.swift": (["cited"], "what made a claim"),
    "HearsayReading/Claims/Candidates/VerbCandidates.swift": (["verb"], "a family of rules"),
    "HearsayReading/Claims/Candidates/NounCandidates.swift": (["noun"], "a family of rules"),
    "HearsayReading/Claims/Candidates/CandidateMerger.swift": (
      ["attribution"], "what made a claim"
    ),
    "HearsayStories/AddressCountry.swift": (
      [
        "ac", "ai", "am", "cc", "co", "fm", "gg", "io", "is", "la", "ly", "me", "nu", "sc", "sh",
        "st", "to", "tv", "uk", "vc", "ws",
      ], "ends of addresses"
    ),
    "HearsayStories/Contested/PurposeWords.swift": (["purpose", "verdict"], "facets of a table"),
    "HearsayStories/Contested/QuestionDrawing+Facts.swift": (
      ["no", "unclear", "yes", "attempted", "nobody"], "values of answers"
    ),
    "HearsayStories/Denials/Denied.swift": (["ing"], "spelling of endings"),
    "Command/Commands/AnswerPrinter.swift": (["text", "json"], "a format"),
    "Command/Commands/ExportCommand.swift": (
      ["csv", "warc", "decisions", "reports", "copies"], "formats"
    ),
    "Command/Commands/FeedListing.swift": (["text"], "a format"),
    "Command/Commands/ReadingPrinter.swift": (["json", "jsonl"], "formats"),
    "Command/Commands/WatchTeller.swift": (["jsonl"], "a format"),
    "Command/Flags/SharedFlags.swift": (["report", "since", "until"], "flags"),
    "Command/Pages/ActWords.swift": (["percent"], "a unit of the contract"),
    "Command/Pages/HappeningLines.swift": (["by", "to", "with"], "labels of our own rows"),
    "Command/Pages/StoryLines.swift": (["incident", "answer", "figure"], "kinds of entries"),
    "Command/Terminal/Terminal.swift": (["always", "never", "dumb"], "values of settings"),
  ]

  /// Universal Dependencies, labels of the network and kinds of mentions, which are no English.
  private static let relations: Set<String> = [
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj",
    "cop", "csubj", "dep", "det", "discourse", "expl", "fixed", "flat", "iobj", "list", "mark",
    "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "root", "vocative",
    "xcomp", "goeswith", "person", "organization", "place", "object", "event", "time", "abstract",
    "animal",
    "plant", "substance",
  ]

  private static let rooms = [
    "HearsayLanguage", "HearsayReading", "HearsayPlaces", "Hearsay", "HearsayIntake",
    "HearsayStories", "Command",
  ]

  /// The words that a line of code compares something with.
  static func compared(_ line: String) -> [String] {
    let code = line.replacing(/(^|\s)\/\/.*$/, with: "")
    // The values of facets and of what rules make are asked for by name.
    if code.contains("alue(") { return [] }
    // Nor are flags of the command line and their values words of a text.
    if code.contains("invocation[") || code.contains("invocation.") { return [] }
    var found: [Substring] = []
    for match in code.matches(of: #/[=!]= "([^"]*)"/#) { found.append(match.1) }
    for match in code.matches(of: #/"([^"]*)" [=!]= /#) { found.append(match.1) }
    for match in code.matches(of: /has(?:Suffix|Prefix)\("([^"]*)"\)/) { found.append(match.1) }
    let lists = code.matches(of: /\[((?:"[^"]*"(?:, )?)+)\](?:\.|\s*$)/).map(\.1)
    let cases = code.matches(of: /\bcase ((?:"[^"]*"(?:, )?)+)(?::| where)/).map(\.1)
    let sets = code.matches(of: /(?:Set<String> = |dropping: |words: )\[([^\]]*)/).map(\.1)
    for list in lists + cases + sets {
      found += list.matches(of: /"([^"]*)"/).map(\.1)
    }
    return found.map(String.init).filter {
      $0.wholeMatch(of: /'?[A-Za-z][a-z][a-z' ]*\.?/) != nil || $0 == "'s"
    }
  }

  @Test(arguments: [
    (#"if text.tokens[i].lower == "of" {"#, ["of"]),
    (#"guard ["were", "are"].contains(word) else"#, ["were", "are"]),
    (#"case "to", "in":"#, ["to", "in"]),
    (#"let idle: Set<String> = ["the", "of"]"#, ["the", "of"]),
    (#"if word.hasPrefix("mid") || "'s" == word"#, ["mid", "'s"]),
    (#"trimmed(range, dropping: ["that"])"#, ["that"]),
    (#"// token.lower == "of" would be wrong"#, []),
    (#"if text.formValue(of: i, for: .article) == "definite" {"#, []),
    (#"if token.text == "," || token.upos == "VERB" {"#, []),
  ])
  func `what a line compares with words is seen`(_ line: String, _ words: [String]) {
    #expect(Set(Self.compared(line)) == Set(words))
  }

  @Test func `no reader compares words of a text with words of its own`() throws {
    let folder = URL(filePath: Language.folder).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    var used: Set<String> = []
    for room in Self.rooms {
      let paths = try FileManager.default.subpathsOfDirectory(
        atPath: folder.appending(path: room).path)
      for path in paths where path.hasSuffix(".swift") && path != "Words/Facet+Values.swift" {
        let name = "\(room)/\(path)"
        let code = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        for (number, line) in code.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          for word in Self.compared(String(line)) where !Self.relations.contains(word) {
            let isAllowed = Self.allowed[name]?.words.contains(word) ?? false
            if isAllowed { used.insert(name) }
            #expect(
              isAllowed,
              "\(name):\(number + 1) compares with “\(word)”: give it a facet in Data/language"
            )
          }
        }
      }
    }
    #expect(used == Set(Self.allowed.keys), "what is allowed and no longer needed")
  }
}
