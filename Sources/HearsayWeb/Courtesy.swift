import HearsayRecords

/// How politely sites are asked.
package struct CourtesyPolicy: Hashable, Sendable {
  /// The name that robots.txt knows this robot by.
  package var product: String
  /// Seconds between the end of a request to a host and the next to it.
  package var delay = 2.0
  /// The longest that a robots.txt can make it; some ask for an hour, which nobody who polls can give.
  package var longestDelay = 60.0
  /// For how long a robots.txt is believed: a day, as RFC 9309 recommends.
  package var robotsSeconds = 86_400.0
  /// After how long one that could not be had is tried again.
  package var missingRobotsSeconds = 1_800.0
  /// The first pause after a site said that it is asked too much, or broke down; each further one is twice as long.
  package var firstPause = 60.0
  /// The longest such pause, also where a server asks for more.
  package var longestPause = 21_600.0
  /// A pause so short is waited for rather than told.
  package var shortPause = 20.0

  package init(product: String) { self.product = product }
}

/// What is kept of a site between two runs.
package struct SiteNote: Hashable, Sendable {
  /// Its robots.txt; `nil` if it could not be had.
  package var robots: String?
  /// Until when that is believed: seconds since 1970.
  package var robotsUntil: Double
  /// Until when it wants to be left alone.
  package var pausedUntil: Double
  /// How often in a row it said so.
  package var refusals: Int

  package init(
    robots: String? = nil, robotsUntil: Double = 0, pausedUntil: Double = 0, refusals: Int = 0
  ) {
    self.robots = robots
    self.robotsUntil = robotsUntil
    self.pausedUntil = pausedUntil
    self.refusals = refusals
  }
}

/// Who waits for whom: one request at a time to a host, with a pause after each, none where robots.txt says so, and none
/// while a host wants to be left alone.
actor Courtesy {
  private struct Host {
    var note = SiteNote()
    var rules: RobotsRules?
    /// Before this, no request is sent.
    var next = 0.0
    var isBusy = false
    /// Whether somebody is fetching its robots.txt.
    var isLearning = false
    /// Who waits for a turn, the longest first, and who for the robots.txt.
    var turns: [CheckedContinuation<Void, Never>] = []
    var learners: [CheckedContinuation<Void, Never>] = []
  }

  private let policy: CourtesyPolicy
  private let time: Timekeeper
  private var hosts: [String: Host] = [:]

  init(_ policy: CourtesyPolicy, time: Timekeeper, notes: [String: SiteNote]) {
    self.policy = policy
    self.time = time
    for (origin, note) in notes { hosts[origin] = Host(note: note) }
  }

  /// What is worth keeping of every site.
  var notes: [String: SiteNote] { hosts.mapValues(\.note) }

  /// Waits until it is one's turn at a host; every turn that is taken must be ended.
  ///
  /// - Throws: ``WebError`` with code `paused` or `stopped`, without a turn.
  func takeTurn(at origin: String) async throws(WebError) {
    if hosts[origin, default: Host()].isBusy {
      // Whoever ends a turn hands it on: the host stays busy.
      await withCheckedContinuation { hosts[origin, default: Host()].turns.append($0) }
    } else {
      hosts[origin, default: Host()].isBusy = true
    }
    do throws(WebError) {
      try await waitUntilReady(origin)
    } catch {
      passOn(origin)
      throw error
    }
  }

  /// Ends a turn, with what the server said if it refused.
  func endTurn(at origin: String, refusal: WebError? = nil) {
    var host = hosts[origin, default: Host()]
    let now = time.now()
    host.next = now + min(policy.longestDelay, max(policy.delay, host.rules?.delay ?? 0))
    if let refusal {
      let own = policy.firstPause * Double(1 << min(host.note.refusals, 12))
      host.note.pausedUntil = now + min(policy.longestPause, refusal.retryAfter ?? own)
      host.note.refusals += 1
    } else {
      host.note.refusals = 0
    }
    hosts[origin] = host
    passOn(origin)
  }

  private func waitUntilReady(_ origin: String) async throws(WebError) {
    guard !Task.isCancelled else { throw Self.stopped }
    let host = hosts[origin, default: Host()]
    let pause = host.note.pausedUntil - time.now()
    guard pause <= policy.shortPause else { throw Self.paused(for: pause) }
    let seconds = max(pause, host.next - time.now())
    guard seconds > 0 else { return }
    do {
      try await time.wait(seconds)
    } catch {
      throw Self.stopped
    }
  }

  private func passOn(_ origin: String) {
    guard let host = hosts[origin], !host.turns.isEmpty else {
      hosts[origin, default: Host()].isBusy = false
      return
    }
    hosts[origin]?.turns.removeFirst().resume()
  }

  private func wakeLearners(_ origin: String) {
    let learners = hosts[origin, default: Host()].learners
    hosts[origin, default: Host()].learners = []
    for learner in learners { learner.resume() }
  }

  /// The rules of a site, if they are known and still believed; `nil` for the one who is to fetch them, who
  /// then tells what they are or that he gives up, while all others wait.
  func rules(of origin: String) async -> RobotsRules? {
    while hosts[origin, default: Host()].isLearning {
      await withCheckedContinuation { hosts[origin, default: Host()].learners.append($0) }
    }
    let host = hosts[origin, default: Host()]
    guard host.note.robotsUntil > time.now() else {
      hosts[origin, default: Host()].isLearning = true
      return nil
    }
    if let rules = host.rules { return rules }
    let rules = host.note.robots.map { RobotsRules($0, product: policy.product) } ?? .unknown
    hosts[origin]?.rules = rules
    return rules
  }

  /// Takes in a robots.txt, or that there is none to be had.
  func learn(robots: String?, of origin: String) -> RobotsRules {
    var host = hosts[origin, default: Host()]
    host.note.robots = robots
    host.note.robotsUntil =
      time.now() + (robots == nil ? policy.missingRobotsSeconds : policy.robotsSeconds)
    let rules = robots.map { RobotsRules($0, product: policy.product) } ?? .unknown
    host.rules = rules
    host.isLearning = false
    hosts[origin] = host
    wakeLearners(origin)
    return rules
  }

  /// Lets another one fetch the rules.
  func giveUpLearning(of origin: String) {
    hosts[origin, default: Host()].isLearning = false
    wakeLearners(origin)
  }

  private static let stopped = WebError(code: .stopped, reason: "stopped")

  private static func paused(for seconds: Double) -> WebError {
    let minutes = Int((seconds / 60).rounded(.up))
    return WebError(
      code: .paused,
      reason:
        "the server wants to be left alone for another \(minutes) min; it is asked again then",
      retryAfter: seconds)
  }
}
