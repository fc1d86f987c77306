import Testing

@testable import HearsayFeeds

struct FeedDateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let written: String
    let iso: String?

    init(_ written: String, _ iso: String?) {
      self.written = written
      self.iso = iso
    }

    var testDescription: String { written }
  }

  static let mail: [Case] = [
    Case("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
    Case("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"),
    Case("5 Apr 2012 10:00 +0200", "2012-04-05T10:00+02:00"),
    Case("Mon, 13 Feb, 2012 06:28:00 UTC", "2012-02-13T06:28:00Z"),
    Case("Wed, 19 Feb 2012 22:40:00 GMT-01:01", "2012-02-19T22:40:00-01:01"),
    Case("Mon, 26 January 2004 16:31:00 EST", "2004-01-26T16:31:00-05:00"),
    Case("Thu Aug 30 2012 17:26:16 +0200", "2012-08-30T17:26:16+02:00"),
    Case("Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06"),
    Case("Sun Jul 15 01:16:00 +0000 2012", "2012-07-15T01:16:00Z"),
    Case("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T08:19:53-04:00"),
    Case("Tue, 4 Sept. 2018 9:05 PM", "2018-09-04T21:05"),
    Case("July 4th, 2021 12:10 am", "2021-07-04T00:10"),
    Case("01-Jan-2004 10:00:00 (CET)", "2004-01-01T10:00:00+01:00"),
    Case("Thu, 01 Jan 2004", "2004-01-01"),
    Case("31.1.2004 08:00", "2004-01-31T08:00"),
    Case("Tue, 19 Oct 2021 10:00:00 Z", "2021-10-19T10:00:00Z"),
  ]

  static let iso: [Case] = [
    Case("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"),
    Case("2003-12-31T10:14:55.1234Z", "2003-12-31T10:14:55Z"),
    Case("2007-04-23T23:25:47.538+10:00", "2007-04-23T23:25:47+10:00"),
    Case("2003-12-31 10:14:55 -0800", "2003-12-31T10:14:55-08:00"),
    Case("20031231T101455Z", "2003-12-31T10:14:55Z"),
    Case("2003-12-31T10:14", "2003-12-31T10:14"),
    Case("2003-12-31", "2003-12-31"),
    Case("20031231", "2003-12-31"),
    Case("2004-060", "2004-02-29"),
    Case("2003-12", "2003-12"),
    Case("2003", "2003"),
    Case("2004/02/29", "2004-02-29"),
  ]

  static let none: [Case] = [
    Case("", nil), Case("yesterday", nil), Case("now", nil), Case("10:00", nil),
    // What may be March or April is neither.
    Case("03/04/2021", nil),
    Case("2003-02-29", nil), Case("99 Jun 2009 12:00:00 GMT", nil), Case("2013-13-01", nil),
    Case("16 zzz 2012 11:47:32 GMT", nil), Case("0001-01-01T00:00:00Z", nil),
    Case("2013-01-27-01", nil), Case("1 Jan 2 Feb 2003", nil),
    Case(String(repeating: "1 ", count: 10_000), nil),
  ]

  @Test(arguments: mail + iso)
  func `a date is understood and keeps its time zone`(_ date: Case) {
    #expect(FeedDate.iso(date.written) == date.iso)
  }

  @Test(arguments: none)
  func `what is no date, or two, is none`(_ date: Case) {
    #expect(FeedDate.iso(date.written) == nil)
  }

  @Test func `an impossible time leaves the day`() {
    #expect(FeedDate.iso("2003-12-31T25:14:55Z") == "2003-12-31")
    #expect(FeedDate.iso("Sun, 16 Dec 2012 10:61 GMT") == "2012-12-16")
  }
}
