import Testing

@testable import HearsayFeeds

struct PollScheduleTests {
  private let schedule = PollSchedule(every: 900)

  @Test func `a feed that does not change is asked ever less often, up to a limit`() {
    var interval = 0.0
    var seen: [Double] = []
    for _ in 0..<8 {
      interval = schedule.interval(after: interval, hadNews: false, asked: nil)
      seen.append(interval)
    }
    #expect(seen == [900, 1350, 2025, 3037.5, 4556.25, 6834.375, 7200, 7200])
  }

  @Test func `one that changes is asked more often again, and never too often`() {
    #expect(schedule.interval(after: 7_200, hadNews: true, asked: nil) == 3_600)
    #expect(schedule.interval(after: 900, hadNews: true, asked: nil) == 900)
    #expect(PollSchedule(every: 1).interval(after: 0, hadNews: true, asked: 1) == 300)
  }

  @Test func `what a feed asks for itself counts within the limit`() {
    #expect(schedule.interval(after: 900, hadNews: true, asked: 60) == 3_600)
    #expect(schedule.interval(after: 900, hadNews: true, asked: 100_000) == 7_200)
  }

  @Test func `what cannot be had is asked for at doubling intervals, a day at most`() {
    let delays = (1...9).map { schedule.delay(afterFailures: $0, retryAfter: nil) }
    #expect(delays == [900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 86_400])
    #expect(schedule.delay(afterFailures: 1, retryAfter: 5_000) == 5_000)
    #expect(schedule.delay(afterFailures: 1, retryAfter: 1e12) == 86_400)
  }

  @Test func `a report is looked at again after hours that double, until it is old`() {
    var page = FollowedPage(address: "a", feed: "f")
    var now = 1_000_000.0
    var hours: [Double] = []
    page.markRead(at: now, revisitingFor: 86_400)
    while page.next > 0, hours.count < 20 {
      hours.append((page.next - 1_000_000) / 3_600)
      now = page.next
      page.markRead(at: now, revisitingFor: 86_400)
    }
    #expect(hours == [1, 2, 4, 8, 16])
    #expect(page.read == now)
    #expect(page.firstRead == 1_000_000)
    page.markRead(at: now, revisitingFor: nil)
    #expect(page.next == 0)
  }
}
