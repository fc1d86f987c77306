import Hearsay
import HearsayIntake
import HearsayLedger
import HearsayRecords
import HearsayStories

/// Finds the tables by which stories are drawn, and opens what is drawn from a ledger.
enum StoryDoor {
  /// The tables that came with the program.
  static func tables(_ console: Console) throws -> StoryMaker.Tables {
    let folder =
      Resources(environment: console.environment, program: console.program).data + "/stories"
    func text(_ name: String) throws -> String {
      String(decoding: try FileSystem.bytes(of: "\(folder)/\(name)"), as: UTF8.self)
    }
    let background = try text("background.tsv")
    let incidents = try text("incidents.tsv")
    let questions = try text("questions.tsv")
    let outlets = try text("outlets.tsv")
    return StoryMaker.Tables(
      background: Background(background), incidents: IncidentModel(incidents),
      words: PurposeWords(questions), outlets: OutletKinds(outlets),
      name: StoryMaker.Tables.name(of: background, incidents, questions, outlets))
  }

  /// What is drawn from the ledger that a command line means.
  static func keeper(
    _ snapshot: Snapshot, _ invocation: Invocation, _ console: Console
  ) throws -> StoryKeeper {
    try StoryKeeper(snapshot, try tables(console), asOf: invocation.moment("as-of"))
  }

  /// Draws what has come into a ledger whose stories were asked for before, so that the next to ask need not wait.
  ///
  /// What cannot be drawn now is drawn when it is asked for: reading is done all the same.
  static func keepUp(_ ledger: Ledger, _ invocation: Invocation, _ console: Console) {
    guard !invocation.has("no-stories"), DrawnFile.exists(besideLedger: ledger.path) else { return }
    do {
      try StoryKeeper(try Snapshot(path: ledger.path), try tables(console)).catchUp()
    } catch {
      console.tell("stories were not drawn: \(error)")
    }
  }
}
