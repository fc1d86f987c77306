import HearsayIntake
import Testing

@testable import Command

struct ProgressTests {
  private func done(_ count: Int) -> IntakeProgress { IntakeProgress(done: count, allBytes: 1) }

  @Test func `nothing is shown within a second, then how far, how fast and how long`() {
    let start = ContinuousClock.now
    var progress = Progress(of: 40, at: start)
    #expect(progress.line(done(3), hasArchives: false, at: start + .milliseconds(900)) == nil)
    #expect(
      progress.line(done(10), hasArchives: false, at: start + .seconds(5))
        == "10 of 40 reports · 2.0 a second · 15 s left")
    #expect(
      progress.line(done(11), hasArchives: false, at: start + .milliseconds(5_100)) == nil,
      "too soon again")
    #expect(
      progress.line(done(12), hasArchives: false, at: start + .seconds(120))
        == "12 of 40 reports · 6.0 a minute · 4 min 40 s left")
  }

  @Test func `one report needs no progress`() {
    let start = ContinuousClock.now
    var progress = Progress(of: 1, at: start)
    #expect(progress.line(done(0), hasArchives: false, at: start + .seconds(9)) == nil)
  }
}
