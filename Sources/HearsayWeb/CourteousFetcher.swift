import HearsayRecords

/// Fetches pages as a robot should that comes again and again: by the rules of robots.txt, slowly, and not at all while
/// a site wants to be left alone.
///
/// Every redirect is judged like an address of its own, by the rules of the site it leads to.
package struct CourteousFetcher: Sendable {
  private let fetcher: WebFetcher
  private let robots: WebFetcher
  private let courtesy: Courtesy
  private let policy: CourtesyPolicy

  /// A fetcher within the limits of `web`; `notes` is what was kept of sites in an earlier run, by origin.
  package init(
    _ web: WebPolicy, _ policy: CourtesyPolicy, time: Timekeeper = .machine,
    notes: [String: SiteNote] = [:]
  ) {
    fetcher = WebFetcher(web)
    var small = web
    small.largestPage = RobotsRules.longest
    small.cutsOff = true
    // RFC 9309, 2.3.1.2: at least five.
    small.redirects = 5
    robots = WebFetcher(small)
    self.policy = policy
    courtesy = Courtesy(policy, time: time, notes: notes)
  }

  /// What is worth keeping of every site for the next run, by origin.
  package var notes: [String: SiteNote] {
    get async { await courtesy.notes }
  }

  /// The page at an address, unless it is as it was in a state that is named.
  ///
  /// - Throws: ``WebError``.
  package func fetch(
    _ address: String, unless known: Validators = Validators()
  ) async throws(WebError) -> WebAnswer {
    var at = WebAddress(address).withoutFragment.text
    // The address that holds from now on, as long as every server on the way says so.
    var movedTo: String?
    var isForGood = true
    for _ in 0...fetcher.policy.redirects {
      try await check(at)
      switch try await step(at, known) {
      case .page(var page):
        page.movedTo = movedTo
        return .page(page)
      case .unchanged:
        return .unchanged
      case .elsewhere(let next, let moved):
        isForGood = isForGood && moved
        if isForGood { movedTo = next }
        at = next
      }
    }
    throw fetcher.tooManyRedirects
  }

  /// The sitemaps that the site of an address names in its robots.txt, as whole addresses.
  ///
  /// - Throws: ``WebError`` if the rules cannot be asked for at all.
  package func sitemaps(of address: String) async throws(WebError) -> [String] {
    let base = WebAddress(address).resolving("/")
    return try await rules(for: address).sitemaps.map { base.resolving($0).text }
  }

  /// One request in its turn; asked to wait for a moment only, it waits and asks once more.
  private func step(_ address: String, _ known: Validators) async throws(WebError)
    -> WebFetcher.Step
  {
    do throws(WebError) {
      return try await turn(at: address, fetcher, known)
    } catch {
      guard Self.isRefusal(error), let seconds = error.retryAfter, seconds <= policy.shortPause
      else { throw error }
      return try await turn(at: address, fetcher, known)
    }
  }

  private func turn(
    at address: String, _ fetcher: WebFetcher, _ known: Validators
  ) async throws(WebError) -> WebFetcher.Step {
    // What is not on the web is told by the fetcher.
    let origin = WebAddress(address).origin ?? ""
    try await courtesy.takeTurn(at: origin)
    do throws(WebError) {
      let step = try await WebFetcher.aside { stop throws(WebError) in
        try fetcher.step(address, known, stop: stop)
      }
      await courtesy.endTurn(at: origin)
      return step
    } catch {
      await courtesy.endTurn(at: origin, refusal: Self.isRefusal(error) ? error : nil)
      throw error
    }
  }

  /// Whether a server says that it is asked too much, or cannot answer for now.
  private static func isRefusal(_ error: WebError) -> Bool {
    error.code == .status(429) || error.code == .status(503)
  }

  private func check(_ address: String) async throws(WebError) {
    let rules = try await rules(for: address)
    guard !rules.isUnknown else {
      throw WebError(
        code: .paused,
        reason: "the site's robots.txt cannot be had, so it is not known what may be fetched",
        retryAfter: policy.missingRobotsSeconds)
    }
    guard rules.allows(address) else {
      throw WebError(code: .robots, reason: "the site's robots.txt asks robots not to fetch it")
    }
  }

  private func rules(for address: String) async throws(WebError) -> RobotsRules {
    guard let origin = WebAddress(address).origin else { return .allowingAll }
    if let rules = await courtesy.rules(of: origin) { return rules }
    do throws(WebError) {
      return await courtesy.learn(robots: try await robotsText(of: origin), of: origin)
    } catch {
      await courtesy.giveUpLearning(of: origin)
      throw error
    }
  }

  /// A site's robots.txt; empty where it has none, `nil` where it cannot be had for now.
  private func robotsText(of origin: String) async throws(WebError) -> String? {
    var at = origin + "/robots.txt"
    do throws(WebError) {
      for _ in 0...robots.policy.redirects {
        switch try await turn(at: at, robots, Validators()) {
        case .page(let page): return String(decoding: page.bytes, as: UTF8.self)
        case .elsewhere(let next, _): at = next
        case .unchanged: return ""
        }
      }
      return ""
    } catch {
      switch error.code {
      case .status(429): return nil
      // RFC 9309, 2.3.1.3: a site that answers with 4xx has no rules, and neither has one that sends on in circles.
      case .status(400..<500), .redirects: return ""
      // The page itself would be refused for these too, and for a reason that is worth more to know.
      case .privateAddress, .scheme, .malformed, .stopped, .paused: throw error
      // 2.3.1.4: where the rules cannot be had, nothing may be fetched.
      default: return nil
      }
    }
  }
}
