package import HearsayFeeds
import HearsayRecords
package import HearsayWeb

/// Asks for a feed, or a list of feeds, and reads the answer.
package struct FeedPoller: Sendable {
  /// What a poll gave.
  package enum Answer: Sendable {
    /// It is as it was.
    case unchanged
    /// What it holds, and what names this state of it.
    case document(FeedDocument, Validators, movedTo: String?)
  }

  /// Why a feed cannot be had.
  package struct Failure: Error, Hashable, Sendable {
    package let reason: String
    package var retryAfter: Double?
    /// Whether only the run was stopped.
    package var isStop = false
    /// Whether the site asks to wait, which is no fault of the feed's.
    package var isPause = false
  }

  private let fetcher: CourteousFetcher

  package init(fetcher: CourteousFetcher) { self.fetcher = fetcher }

  /// Asks for what stands at an address, unless it is in a state that is known already.
  package func poll(_ address: String, unless known: Validators = Validators())
    async throws(Failure)
    -> Answer
  {
    guard WebAddress(address).scheme != nil else { return try read(file: address) }
    let page: WebPage
    do throws(WebError) {
      switch try await fetcher.fetch(address, unless: known) {
      case .unchanged: return .unchanged
      case .page(let fetched): page = fetched
      }
    } catch {
      throw Failure(error)
    }
    do throws(FeedError) {
      let document = try FeedReader.read(
        page.bytes, contentType: page.contentType, address: page.address)
      return .document(document, page.validators, movedTo: page.movedTo)
    } catch {
      guard error.code == .page else { throw Failure(reason: error.description) }
      return .document(.list(try await sitemaps(of: page.address)), Validators(), movedTo: nil)
    }
  }

  /// A site without feeds may name its sitemaps to robots.
  private func sitemaps(of address: String) async throws(Failure) -> FeedList {
    let named: [String]
    do throws(WebError) {
      named = try await fetcher.sitemaps(of: address)
    } catch {
      throw Failure(error)
    }
    guard !named.isEmpty else {
      throw Failure(reason: "a web page that names no feed, of a site that names no sitemap")
    }
    return FeedList(
      kind: .sitemaps, references: named.map { FeedReference(address: $0) })
  }

  private func read(file path: String) throws(Failure) -> Answer {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try FileSystem.bytes(of: path)
    } catch {
      throw Failure(reason: error.reason)
    }
    do throws(FeedError) {
      return .document(
        try FeedReader.read(bytes, address: "file://" + path), Validators(), movedTo: nil)
    } catch {
      throw Failure(reason: error.description)
    }
  }
}

extension FeedPoller.Failure {
  fileprivate init(_ error: WebError) {
    self.init(
      reason: error.reason, retryAfter: error.retryAfter, isStop: error.code == .stopped,
      isPause: error.code == .paused)
  }
}
