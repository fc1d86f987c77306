import FoundationEssentials
import HearsayExchange
import HearsayLedger

/// `hearsay import` of annotations: what people wrote about words of reports becomes notes and decisions.
enum AnnotationImport {
  static func run(
    _ bytes: [UInt8], _ path: String, _ invocation: Invocation, _ console: Console
  ) throws -> Outcome {
    let file: AnnotationFile
    do {
      file = try AnnotationFile(bytes)
    } catch {
      console.tell("\(path): \(error)")
      return .failed
    }
    for flaw in file.flaws { console.tell("\(path): \(flaw)") }
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let book = try DecisionBook(path: snapshot.path)
    var taking = try AnnotationTaking(snapshot, made: Date().ledgerText) { try book.keep($0) }
    try taking.take(file.annotations)
    let tally = taking.tally
    for words in tally.left { console.tell("\(path): \(words)") }
    if !invocation.has("quiet") {
      var told =
        "\(path): \(Counted.words(file.annotations.count, "annotation")), \(tally.kept) kept as notes and decisions"
      if tally.known > 0 { told += ", \(tally.known) known" }
      if tally.records > 0 { told += ", \(tally.records) of Hearsay's own records passed over" }
      console.tell(told)
    }
    return file.flaws.isEmpty && tally.left.isEmpty ? .done : .failed
  }
}
