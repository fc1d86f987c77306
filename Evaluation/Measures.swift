/// Every measure, in the order of the pipeline.
enum Measures {
  static let all: [Measure] = [
    Parity.measure, ModelLayers.syntax, ModelLayers.names, ModelLayers.times, TimeValues.measure,
    TimeExtents.measure, PlaceNames.lgl, PlaceNames.geovirus,
    Attributions.measure,
    Perpetrators.development, Perpetrators.test, Victims.measure,
    Entities.measure, ClaimProbes.measure, StatusProbes.measure,
    DenialProbes.measure, WordProbes.counts, WordProbes.times,
    WordProbes.places, Happenings.measure, PloverSentences.measure, PetrarchTests.measure,
    SeedReport.measure, PageLength.measure, Unreal.probes, Unreal.development, Pages.measure,
    NearCopies.measure, OutletChains.measure, GrowingFigures.measure, EventCoreference.measure,
    Soundness.measure,
    HostileReading.measure,
  ]

  /// Those that need no data but ours, and run as tests.
  static var probes: [Measure] { all.filter { $0.name.hasPrefix("probes.") } }
}
