import FoundationEssentials
import HearsayLedger
import HearsayRecords
import HearsayStories

/// Makes a ledger of realistic size and times every question: see README.md beside this.
@main enum LedgerBenchmark {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("make"?, 3):
      guard let count = Int(words[1]) else { fallthrough }
      try await LedgerMaking(path: words[2], count: count).run()
    case ("links"?, 3):
      guard let count = Int(words[1]) else { fallthrough }
      try await LinkMaking(count: count, folder: words[2]).run()
    case ("add"?, 2): try await LedgerMaking(path: words[1], count: 0).add()
    case ("ask"?, 2): try LedgerAsking(path: words[1]).run()
    default:
      print(
        """
        LedgerBenchmark make COUNT LEDGER | LedgerBenchmark add LEDGER | LedgerBenchmark ask LEDGER
        LedgerBenchmark links COUNT FOLDER
        """
      )
    }
  }
}
