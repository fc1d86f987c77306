import HearsayIntake

/// How far a run is, told at most five times a second and only when it takes more than a second.
///
/// The time is passed in.
struct Progress: Sendable {
  private let all: Int
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  /// A run over `all` inputs.
  init(of all: Int, at start: ContinuousClock.Instant) {
    self.all = all
    self.start = start
    // The first line comes after a second.
    shown = start + .milliseconds(800)
  }

  /// What to show now that so much is done; `nil` if it is too soon to show anything.
  ///
  /// Archives hold more reports than anybody knows before they are read: their bytes are counted instead.
  mutating func line(
    _ progress: IntakeProgress, hasArchives: Bool, at now: ContinuousClock.Instant
  ) -> String? {
    guard now - shown >= .milliseconds(200), all > 1 || hasArchives else { return nil }
    let done = progress.done
    shown = now
    let seconds =
      Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let rate = Double(done) / seconds
    if hasArchives {
      let share = min(Double(progress.bytesDone) / Double(max(progress.allBytes, 1)), 1)
      let left = share > 0 ? " · \(Self.time(seconds * (1 - share) / share)) left" : ""
      return
        "\(Counted.words(done, "report")) · \(Int(share * 100)) % · \(Self.rate(rate))\(left)"
    }
    guard done > 0 else { return "0 of \(all) reports" }
    return
      "\(done) of \(all) reports · \(Self.rate(rate)) · \(Self.time(Double(all - done) / rate)) left"
  }

  private static func rate(_ perSecond: Double) -> String {
    if perSecond >= 10 { return "\(Int(perSecond.rounded())) a second" }
    if perSecond >= 1 { return "\((perSecond * 10).rounded() / 10) a second" }
    return "\((600 * perSecond).rounded() / 10) a minute"
  }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
  }
}
