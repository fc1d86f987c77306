import Testing

@testable import HearsayText

@Test(
  arguments: [
    ("https://orva.example/2031/03/04/bridge", "2031-03-04"),
    ("https://orva.example/world/2031/mar/04/bridge", "2031-03-04"),
    ("https://orva.example/2031/0304/c1.htm", "2031-03-04"),
    ("https://orva.example/202103/04/t20210304_1.html", "2021-03-04"),
    ("https://orva.example/news/bridge-2031-03-04.html", "2031-03-04"),
    ("https://orva.example/news/04-03-2031-bridge", "2031-03-04"),
    ("https://orva.example/news/bridge-20310304", "2031-03-04"),
    ("https://orva.example/show?date=2031-03-04&id=7", "2031-03-04"),
    ("https://orva.example/2031/03/bridge", "2031-03"),
    (
      "https://web.archive.org/web/20330101000000/https://orva.example/2031/03/04/bridge",
      "2031-03-04"
    ),
    ("https://orva.example/article/20311399", nil),
    ("https://orva.example/article/10012001", nil),
    ("https://orva.example/a-b-1234-56-78", nil),
  ] as [(String, String?)])
func `dates in addresses are read`(_ address: String, _ iso: String?) {
  let best = AddressDates.candidates(address, order: .dayFirst).max { $0.trust < $1.trust }
  #expect(best?.date.iso == iso)
}

@Test(
  arguments: [
    ("https://x.com/orva/status/1457213340506157059", "2021-11-07T05:08:28Z"),
    ("https://mobile.twitter.com/orva/status/1457213340506157059?s=20", "2021-11-07T05:08:28Z"),
    ("https://orva.social/@lind/107235190000000000", "2021-11-07T09:59:04Z"),
    ("https://orva.social/users/lind/statuses/107235190000000000", "2021-11-07T09:59:04Z"),
    ("https://www.tiktok.com/@orva/video/7027629500000000000", "2021-11-07T01:11:39Z"),
    ("https://discord.com/channels/1/2/906775000000000000", "2021-11-07T05:20:07Z"),
    ("https://bsky.app/profile/orva.example/post/3jzfcijpj2z2a", "2023-06-30T15:03:01Z"),
    (
      "https://www.linkedin.com/feed/update/urn:li:activity:6862926000000000000",
      "2021-11-07T01:37:45Z"
    ),
    ("https://x.com/orva", nil),
    ("https://orva.example/status/12", nil),
    ("https://orva.example/2031/03/04/1457213340506157059", nil),
  ] as [(String, String?)])
func `a post's address tells when it was written`(_ address: String, _ iso: String?) {
  #expect(StatusNumber.time(ofPostAt: address)?.iso == iso)
}
