import Dispatch

/// Fetches pages over http and https, and nothing else.
///
/// Whether an address is private is judged by the number a connection is about to be made to, for every
/// redirect anew, so that neither a name that resolves to it nor a redirect can lead around the check.
package struct WebFetcher: Sendable {
  let policy: WebPolicy

  /// A fetcher that keeps to `policy`.
  package init(_ policy: WebPolicy) { self.policy = policy }

  /// The page at an address; follows redirects and blocks until it is there.
  ///
  /// - Throws: ``WebError``.
  package func fetch(_ address: String) throws(WebError) -> WebPage {
    var at = address
    for _ in 0...policy.redirects {
      switch try step(at) {
      case .page(let page): return page
      case .elsewhere(let next, _): at = next
      case .unchanged:
        // Nobody asked for it on a condition.
        throw WebError(code: .status(304), reason: "the server answered 304")
      }
    }
    throw tooManyRedirects
  }

  /// The page at an address, without holding up the threads that read reports.
  ///
  /// - Throws: ``WebError``.
  package func page(_ address: String) async throws(WebError) -> WebPage {
    try await Self.aside { _ throws(WebError) in try fetch(address) }
  }

  /// What one request leads to.
  enum Step: Sendable {
    case page(WebPage)
    /// Nothing has changed since the state that was named.
    case unchanged
    /// The server sends on to another address, for good or for now.
    case elsewhere(String, isForGood: Bool)
  }

  /// Sends one request.
  func step(
    _ address: String, _ known: Validators = Validators(), stop: StopFlag = StopFlag()
  ) throws(WebError) -> Step {
    try Self.check(address)
    let answer = try Transfer.run(address, policy, known, stop: stop)
    if let next = answer.redirect {
      return .elsewhere(next, isForGood: answer.status == 301 || answer.status == 308)
    }
    switch answer.status {
    case 200..<300:
      var page = WebPage(address: address, contentType: answer.contentType, bytes: answer.bytes)
      page.validators = answer.validators
      return .page(page)
    case 304 where known != Validators():
      return .unchanged
    default:
      throw WebError(
        code: .status(answer.status), reason: "the server answered \(answer.status)",
        retryAfter: answer.retryAfter)
    }
  }

  var tooManyRedirects: WebError {
    WebError(code: .redirects, reason: "sent on more than \(policy.redirects) times")
  }

  /// Does what blocks on a thread of its own; the flag is set when the task is cancelled.
  static func aside<Value: Sendable>(
    _ work: @escaping @Sendable (StopFlag) throws(WebError) -> Value
  ) async throws(WebError) -> Value {
    let stop = StopFlag()
    await places.take()
    let result: Result<Value, WebError> = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A queue of its own has a thread at once; the shared ones begin with as many as there are processors.
        DispatchQueue(label: "hearsay.fetch").async {
          continuation.resume(returning: Result { () throws(WebError) in try work(stop) })
        }
      }
    } onCancel: {
      stop.set()
    }
    await places.give()
    return try result.get()
  }

  /// Requests that may be under way at a time: each needs a thread and a socket.
  private static let places = Places(128)

  private static func check(_ address: String) throws(WebError) {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw WebError(code: .scheme, reason: "only http and https addresses are fetched")
    }
    guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7f }) else {
      throw WebError(code: .malformed, reason: "not an address")
    }
  }
}

/// A number of places, taken in the order in which they are asked for.
actor Places {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var first = 0

  init(_ count: Int) { free = count }

  func take() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives a place back, to whoever has waited longest.
  func give() {
    guard first < waiting.count else {
      free += 1
      return
    }
    waiting[first].resume()
    first += 1
    if first == waiting.count || first > 1_000 {
      waiting.removeFirst(first)
      first = 0
    }
  }
}
