// The quality gate: measures what the rooms read from data that nobody here wrote, and fails when a figure falls
// below its floor, was measured on other texts than its floor, or was not measured at all.
//
//   swift run -c release Evaluation [--record] [--allow-lower] [--pin] [NAME …]
//   swift run -c release Evaluation --mutate      (scripts/mutate: which rules does nobody notice?)
//
// NAME picks measures by prefix; without one all run. `--record` raises floors to what was measured; `--pin` takes the
// corpora as they are, and the number of texts that were read of them, for those that floors are measured on.

import Foundation

/// What can be asked for, with the measures that there are.
func usage() -> String {
  """
  usage: Evaluation [--record] [--allow-lower] [--pin] [NAME …]

  Measures against the floors of Evaluation/floors.json; NAME picks measures by the beginning of their names, without one all run.

    --record       raise floors to what was measured
    --allow-lower  with --record, lower floors too
    --misses       tell what was wanted and told otherwise, of probes that may be looked at
    --pin          take the corpora, and how many texts were read of them, as they are now
    --mutate       switch off each rule in turn; tell which nobody notices, and which of the texts (one a line) of the
                   files NAME … would
    --worth        what each rule (or NAME …) brings on the coded reports that may be trained on; with --misses, sentence
                   by sentence
    --story-pairs  write the compared pairs of happenings, from which weights of incidents are fitted
    --help         this

  measures: \(Measures.all.map(\.name).joined(separator: " "))

  """
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.contains("--help") || arguments.contains("-h") {
  print(usage(), terminator: "")
  exit(0)
}
let known = [
  "--record", "--allow-lower", "--pin", "--mutate", "--worth", "--story-pairs", "--misses",
]
if let unknown = arguments.first(where: { $0.hasPrefix("-") && !known.contains($0) }) {
  FileHandle.standardError.write(Data("there is no flag \(unknown)\n\n\(usage())".utf8))
  exit(2)
}
let names = arguments.filter { !$0.hasPrefix("--") }
let record = arguments.contains("--record")
let allowLower = arguments.contains("--allow-lower")
let pin = arguments.contains("--pin")

if arguments.contains("--story-pairs") {
  try StoryPairs.run(names)
  exit(0)
}
if arguments.contains("--mutate") {
  exit(try Mutation.run(beside: names) >= 0.9 ? 0 : 1)
}

if arguments.contains("--worth") {
  try RuleWorth.run(of: names, tellsChanges: arguments.contains("--misses"))
  exit(0)
}

var floors = try Floors()
var corpora = try Corpora.load()
let gate = Gate(floors: floors.values, pinned: corpora)
var faults: [Gate.Fault] = []
var scores: [Score] = []
var looked: Set<String> = []
for measure in Measures.all where names.isEmpty || names.contains(where: measure.name.hasPrefix) {
  var isThere = true
  for path in measure.needs {
    let found = try Corpora.Pin(of: Folders.data.appending(path: path))
    isThere = isThere && found != nil
    guard looked.insert(path).inserted else { continue }
    if pin, let found {
      corpora.corpora[path] = found
    } else {
      faults += gate.faults(of: path, found: found)
    }
  }
  guard isThere else {
    print("NO DATA  \(measure.name)")
    continue
  }
  print("measure  \(measure.name)")
  for score in try measure.run(Folders.data) {
    scores.append(score)
    if pin { corpora.texts[score.key] = score.of }
    let found = gate.faults(of: score).filter { fault in
      if pin, case .below = fault { true } else { !pin }
    }
    faults += found
    let value = score.value.formatted(.number.precision(.fractionLength(4)))
    let floor = floors.values[score.key].map { "\($0)" } ?? "none"
    print(
      "\(found.isEmpty ? "ok    " : "FAULT ")   \(score.key) \(value) of \(score.of) texts (floor \(floor))"
    )
    if record, !floors.record(score, allowLower: allowLower) {
      print("         not recorded: lower than its floor (--allow-lower to do so)")
    }
  }
}
if names.isEmpty { faults += gate.unmeasured(scores) }
if record { try floors.save() }
if pin { try corpora.save() }
for fault in faults { print("FAULT    \(fault)") }
print("\(scores.count) figures measured, \(faults.count) faults")
exit(faults.isEmpty ? 0 : 1)
