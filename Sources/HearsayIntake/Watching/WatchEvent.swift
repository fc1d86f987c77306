package import HearsayFeeds
package import HearsayWeb

/// What happens while feeds are watched.
package enum WatchEvent: Sendable {
  /// A report was read, and kept.
  case kept(Kept)
  /// A page cannot be read or kept.
  case failed(InputError)
  /// A page cannot be had; a refusal is the site's wish.
  case missed(FollowedPage, WebError, isRefusal: Bool)
  /// What was done cannot be remembered.
  case notRemembered(WatchError)
  /// A feed cannot be had.
  case feedFailed(FollowedFeed, FeedPoller.Failure)
  /// A feed has gone to another address, and is asked for there.
  case feedMoved(FollowedFeed, to: String)
  /// A feed named so many reports, of which so many are to be read.
  case named(FollowedFeed, entries: Int, new: Int)
  /// A list, a page or a list of sitemaps was read for the first time, and these are followed for it.
  case listed(FollowedFeed, FeedList, following: [FeedReference])
  /// So many feeds were asked.
  case polling(done: Int, all: Int)
  /// So many pages were read.
  case reading(done: Int, all: Int)
  /// There is nothing to do for so long.
  case waiting(seconds: Double, feeds: Int)
}
