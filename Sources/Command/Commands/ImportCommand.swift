import FoundationEssentials
import Hearsay
import HearsayExchange
import HearsayIntake
import HearsayLedger
import HearsayRecords

/// `hearsay import`.
enum ImportCommand {
  /// So many rows are kept in one transaction.
  private static let together = 500

  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let tables = try ExchangeDoor.tables(console)
    let reading = ExchangeDoor.reading(console)
    var outcome = Outcome.done
    for path in invocation.operands {
      do {
        let bytes = try FileSystem.bytes(of: path)
        if AnnotationFile.begins(bytes) {
          outcome = outcome.and(try AnnotationImport.run(bytes, path, invocation, console))
          continue
        }
        let file = try ForeignFile(bytes, tables, reading: reading)
        ForeignTeller.tell(file, path, console)
        if !file.flaws.isEmpty { outcome = .failed }
        let ledger = try LedgerDoor.open(invocation, console)
        var added = 0
        for start in stride(from: 0, to: file.rows.count, by: together) {
          let part = file.rows[start..<min(file.rows.count, start + together)]
          let stored = try await ledger.append(
            part.map { row in
              Delivered(row.reading(version: Hearsay.Reader.version), address: row.address)
            })
          for result in stored {
            if case .success(let kept) = result, kept.outcome != .unchanged { added += 1 }
            if case .failure(let error) = result {
              console.tell("\(path): \(error.message)")
              outcome = .failed
            }
          }
        }
        if !invocation.has("quiet") {
          console.tell(
            "\(path): \(Counted.words(file.rows.count, "row")) of \(file.maker.name), \(added) new to the ledger, as its maker's word"
          )
        }
        if file.rows.isEmpty { outcome = outcome.and(.nothingFound) }
      } catch let flaw as ForeignFlaw {
        console.tell("\(path): \(flaw)")
        outcome = .failed
      }
    }
    return outcome
  }
}

/// `hearsay compare`.
enum CompareCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let path = invocation.operands[0]
    let tables = try ExchangeDoor.tables(console)
    let file: ForeignFile
    do {
      file = try ForeignFile(
        try FileSystem.bytes(of: path), tables, reading: ExchangeDoor.reading(console))
    } catch let flaw as ForeignFlaw {
      console.tell("\(path): \(flaw)")
      return .failed
    }
    ForeignTeller.tell(file, path, console)
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let source = IncidentSource(
      snapshot, try StoryDoor.keeper(snapshot, invocation, console), tables)
    var question = IncidentQuestion()
    question.records = EventsCommand.question(invocation)
    var ours: [ExportedIncident] = []
    try source.forEach(question) {
      ours.append($0)
      return true
    }
    let comparison = CodedComparison(file, ours, tables)
    let outcome = try AnswerPrinter(snapshot, invocation, console).print(
      comparison.items, json: { try $0.json() }, lines: { ComparisonLines.lines($0, file.maker) })
    if !invocation.has("quiet") {
      let differing = comparison.both.count { !$0.differences.isEmpty }
      console.tell(
        "both have \(comparison.both.count) (\(differing) told differently), only \(file.maker.name) \(comparison.onlyTheirs.count), only the ledger \(comparison.onlyOurs.count)"
      )
    }
    return file.flaws.isEmpty ? outcome : .failed
  }
}

/// Tells what of a file could not be read.
enum ForeignTeller {
  static func tell(_ file: ForeignFile, _ path: String, _ console: Console) {
    for flaw in file.flaws { console.tell("\(path): \(flaw)") }
    for why in ForeignFile.Passed.allCases {
      guard let count = file.passed[why] else { continue }
      console.tell("\(path): \(Counted.words(count, "row")) passed over: \(why.words)")
    }
  }
}
