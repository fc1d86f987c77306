import HearsayDatabase
import HearsayLedger
import HearsayRecords
import HearsaySQLite
import TestSupport
import Testing

@Test(arguments: RecordKind.allCases) func `the ledger has the columns that its fields ask for`(
  kind: RecordKind
) throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  _ = try Ledger(path: path)
  let columns = try Connection(path: path).rows(
    "SELECT name FROM pragma_table_info('\(kind.rawValue)')"
  ) { $0.string(0) }
  let table = try #require(RecordTable.all[kind])
  #expect(
    Set(columns) == Set(["number", "reading", "ordinal", "record"] + table.columns),
    "\(kind.rawValue): a field that is asked for needs a step in Schema.steps that adds its column")
}
