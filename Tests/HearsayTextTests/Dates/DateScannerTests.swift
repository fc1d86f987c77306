import HearsayRecords
import Testing

@testable import HearsayText

struct WrittenCase: CustomTestStringConvertible, Sendable {
  let text: String
  let iso: String?
  var language: String?
  var order = DateOrder.dayFirst
  var testDescription: String { text }
}

@Test(arguments: [
  WrittenCase(text: "2031-03-04", iso: "2031-03-04"),
  WrittenCase(text: "2031/3/4", iso: "2031-03-04"),
  WrittenCase(text: "04.03.2031", iso: "2031-03-04"),
  WrittenCase(text: "4. 3. 2031", iso: "2031-03-04"),
  WrittenCase(text: "4.3.31", iso: "2031-03-04"),
  WrittenCase(text: "04/03/2031", iso: "2031-03-04"),
  WrittenCase(text: "04/03/2031", iso: "2031-04-03", order: .monthFirst),
  WrittenCase(text: "25/03/2031", iso: "2031-03-25", order: .monthFirst),
  WrittenCase(text: "04.03.2031", iso: "2031-03-04", order: .monthFirst),
  WrittenCase(text: "31.02.2031", iso: nil),
  WrittenCase(text: "version 1.2.3.2031", iso: nil),
  WrittenCase(text: "192.168.10.12", iso: nil),
  WrittenCase(text: "Call 04 03 20 31", iso: nil),
  WrittenCase(text: "04.03.2031 15:34", iso: "2031-03-04T15:34"),
  WrittenCase(text: "04.03.2031, 15.34 Uhr", iso: "2031-03-04T15:34"),
  WrittenCase(text: "2031-03-04T05:06:07Z", iso: "2031-03-04T05:06:07Z"),
  WrittenCase(text: "2031-03-04T05:06:07.123+02:00", iso: "2031-03-04T05:06:07+02:00"),
  WrittenCase(text: "2031-03-04 05:06:07 -0600", iso: "2031-03-04T05:06:07-06:00"),
  WrittenCase(text: "Tue, 04 Mar 2031 10:00:00 GMT", iso: "2031-03-04T10:00:00Z"),
  WrittenCase(text: "Tue Mar 04 10:00:00 CET 2031", iso: "2031-03-04T10:00:00+01:00"),
  WrittenCase(text: "March 4, 2031 at 11:30 p.m.", iso: "2031-03-04T23:30"),
  WrittenCase(text: "4 March 2031 | 12:05am EST", iso: "2031-03-04T00:05-05:00"),
])
func `dates in figures and as machines write them are read`(_ written: WrittenCase) {
  let scanner = DateScanner(order: written.order, language: written.language)
  #expect(scanner.dates(in: written.text).first?.date.iso == written.iso)
}

@Test(arguments: [
  WrittenCase(text: "March 4th, 2031", iso: "2031-03-04"),
  WrittenCase(text: "4th of March 2031", iso: "2031-03-04"),
  WrittenCase(text: "Mar. 4, '31", iso: "2031-03-04"),
  WrittenCase(text: "04-Mar-31", iso: "2031-03-04"),
  WrittenCase(text: "4. März 2031", iso: "2031-03-04"),
  WrittenCase(text: "Dienstag, 4. Jänner 2031", iso: "2031-01-04"),
  WrittenCase(text: "le 4 août 2031 à 15h34", iso: "2031-08-04T15:34"),
  WrittenCase(text: "1er février 2031", iso: "2031-02-01"),
  WrittenCase(text: "4 de marzo de 2031", iso: "2031-03-04"),
  WrittenCase(text: "4 de março de 2031", iso: "2031-03-04"),
  WrittenCase(text: "4 luglio 2031", iso: "2031-07-04"),
  WrittenCase(text: "4 maart 2031", iso: "2031-03-04"),
  WrittenCase(text: "4. maj 2031", iso: "2031-05-04"),
  WrittenCase(text: "4. toukokuuta 2031", iso: "2031-05-04"),
  WrittenCase(text: "4 listopada 2031", iso: "2031-11-04", language: "pl"),
  WrittenCase(text: "4. listopada 2031", iso: "2031-10-04", language: "hr"),
  WrittenCase(text: "4. května 2031", iso: "2031-05-04"),
  WrittenCase(text: "2031. március 4.", iso: "2031-03-04"),
  WrittenCase(text: "2031. gada 4. janvāris", iso: "2031-01-04"),
  WrittenCase(text: "2031 m. kovo 4 d.", iso: "2031-03-04"),
  WrittenCase(text: "4 Mayıs 2031 Salı, 15:34", iso: "2031-05-04"),
  WrittenCase(text: "4 Ağustos 2031", iso: "2031-08-04"),
  WrittenCase(text: "4 мая 2031 г. в 15:34", iso: "2031-05-04T15:34"),
  WrittenCase(text: "4 травня 2031", iso: "2031-05-04"),
  WrittenCase(text: "4 Μαΐου 2031", iso: "2031-05-04"),
  WrittenCase(text: "٤ مارس ٢٠٣١", iso: "2031-03-04"),
  WrittenCase(text: "4 آذار 2031", iso: "2031-03-04"),
  WrittenCase(text: "4 تشرين الثاني 2031", iso: "2031-11-04"),
  WrittenCase(text: "۱۴ دی ۱۴۰۰", iso: "2022-01-04", language: "fa"),
  WrittenCase(text: "4 במרץ 2031", iso: "2031-03-04"),
  WrittenCase(text: "4 मार्च 2031", iso: "2031-03-04"),
  WrittenCase(text: "4 มีนาคม 2574", iso: "2031-03-04"),
  WrittenCase(text: "4 มี.ค. 2574", iso: "2031-03-04"),
  WrittenCase(text: "2031年3月4日 15時34分", iso: "2031-03-04T15:34"),
  WrittenCase(text: "令和13年3月4日", iso: "2031-03-04"),
  WrittenCase(text: "2031년 3월 4일", iso: "2031-03-04"),
  WrittenCase(text: "2031. 3. 4. 오후 3:34", iso: "2031-03-04T15:34"),
  WrittenCase(text: "4 tháng 3, 2031", iso: "2031-03-04"),
  WrittenCase(text: "4 Agustus 2031", iso: "2031-08-04"),
  WrittenCase(text: "March 2031", iso: "2031-03"),
  WrittenCase(text: "4 Mar 22:30", iso: nil),
  WrittenCase(text: "iPhone 12 Pro 2031", iso: nil),
  WrittenCase(text: "4-6 March 2031", iso: "2031-03"),
])
func `dates with the names of months are read in many languages`(_ written: WrittenCase) {
  let scanner = DateScanner(order: written.order, language: written.language)
  #expect(scanner.dates(in: written.text).first?.date.iso == written.iso)
}

@Test func `figures that may mean two days tell both`() {
  let found = DateScanner(order: .monthFirst).dates(in: "04/03/2031").first
  #expect(found?.date.iso == "2031-04-03")
  #expect(found?.other?.iso == "2031-03-04")
}

@Test(arguments: [
  ("en-US", "https://orva.example/a", DateOrder.monthFirst),
  ("en", "https://orva.example.uk/a", .dayFirst),
  ("en-GB", "https://orva.example/a", .dayFirst),
  ("de-AT", "https://orva.example/a", .dayFirst),
  ("ko", "https://orva.example/a", .yearFirst),
])
func `the order of day and month follows the language and the country`(
  _ language: String, _ address: String, _ order: DateOrder
) {
  #expect(DateOrder.usual(language: language, address: address) == order)
}

@Test func `days are counted as the calendar has them`() {
  #expect(CivilCalendar.number(1970, 1, 1) == 0)
  #expect(CivilCalendar.number(2031, 3, 4) == 22_342)
  #expect(CivilCalendar.day(22_342) == (2031, 3, 4))
  #expect(WrittenDate(year: 2031, month: 2, day: 29) == nil)
  #expect(WrittenDate(milliseconds: 1_930_446_367_000)?.iso == "2031-03-05T03:06:07Z")
}
