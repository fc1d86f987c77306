// The quality gate: measures what the rooms read from data that nobody here wrote, and fails when a
// figure falls below its floor.
//
//   swift run -c release Evaluation [--record] [--allow-lower] [NAME …]
//
// NAME picks measures by prefix; without one all run. `--record` raises floors to what was measured.

import Foundation

/// Every measure, in the order of the pipeline.
let measures: [Measure] = [
  Parity.measure, ModelLayers.syntax, ModelLayers.names, ModelLayers.times, TimeValues.measure,
  Attributions.measure,
  Perpetrators.development, Perpetrators.test,
  Entities.measure, ClaimProbes.measure, StatusProbes.measure,
  DenialProbes.measure, Pages.measure, NearCopies.measure, Soundness.measure,
  HostileReading.measure,
]

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
let data =
  ProcessInfo.processInfo.environment["HEARSAY_DATA"].map { URL(filePath: $0) }
  ?? root.deletingLastPathComponent().appending(path: "shared/data")
let arguments = CommandLine.arguments.dropFirst()
let names = arguments.filter { !$0.hasPrefix("--") }
let record = arguments.contains("--record")
let allowLower = arguments.contains("--allow-lower")

var floors = try Floors(file: root.appending(path: "Evaluation/floors.json"))
var failures = 0
var measured = 0
for measure in measures where names.isEmpty || names.contains(where: measure.name.hasPrefix) {
  let missing = measure.needs.filter {
    !FileManager.default.fileExists(atPath: data.appending(path: $0).path)
  }
  guard missing.isEmpty else {
    print("skipped  \(measure.name): no \(missing.joined(separator: ", ")) in the data folder")
    continue
  }
  print("measure  \(measure.name)")
  for score in try measure.run(data) {
    measured += 1
    let floor = floors.values[score.key]
    let held = floor.map { score.value + Floors.noise >= $0 } ?? true
    if !held { failures += 1 }
    let value = score.value.formatted(.number.precision(.fractionLength(4)))
    print(
      "\(held ? "ok    " : "BELOW ")   \(score.key) \(value) (floor \(floor.map { "\($0)" } ?? "none"))"
    )
    if record, !floors.record(score, allowLower: allowLower) {
      print("         not recorded: lower than its floor (--allow-lower to do so)")
    }
  }
}
if record { try floors.save() }
print("\(measured) figures measured, \(failures) below their floor")
exit(failures == 0 ? 0 : 1)
