/// Every measure, in the order of the pipeline.
enum Measures {
  static let all: [Measure] = [
    Parity.measure, ModelLayers.syntax, ModelLayers.names, ModelLayers.times, TimeValues.measure,
    Attributions.measure,
    Perpetrators.development, Perpetrators.test,
    Entities.measure, ClaimProbes.measure, StatusProbes.measure,
    DenialProbes.measure, Happenings.measure, Unreal.probes, Unreal.development, Pages.measure,
    NearCopies.measure, Soundness.measure,
    HostileReading.measure,
  ]

  /// Those that need no data but ours, and run as tests.
  static var probes: [Measure] { all.filter { $0.name.hasPrefix("probes.") } }
}
