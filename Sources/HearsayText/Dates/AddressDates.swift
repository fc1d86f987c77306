/// Finds dates in addresses: `/2031/03/04/`, `/2031/mar/04/`, `/2031/0304/`, `-20310304`, `?date=2031-03-04`.
enum AddressDates {
  // Trust in each shape; tuned together with ``MarkedDates`` and ``VisibleDates`` on one half of the date pages.
  private static let inFolders = 98.0
  private static let written = 74.0
  private static let dayFirst = 66.0
  private static let bare = 62.0
  private static let sixFigures = 30.0
  private static let monthOnly = 34.0

  static func candidates(_ address: String, order: DateOrder, isImage: Bool = false)
    -> [DateCandidate]
  {
    let parts = WebAddressParts(address)
    let tokens = Array(DateTokens.split(parts.path).prefix(200))
    var found: [DateCandidate] = []
    for index in tokens.indices where tokens[index].isNumber {
      guard let (date, trust, other) = date(tokens, index, order) else { continue }
      guard WrittenDate.recentYears.contains(date.year) || trust >= inFolders else { continue }
      found.append(
        DateCandidate(
          date: date, other: other, place: isImage ? .imageAddress : .address,
          trust: isImage ? trust * 0.4 : trust))
    }
    return found
  }

  private static func date(_ tokens: [DateToken], _ index: Int, _ order: DateOrder) -> (
    WrittenDate, Double, WrittenDate?
  )? {
    switch tokens[index].kind {
    case .number(let value, 8):
      return figures(value).map { ($0, bare, nil) }
    case .number(let value, 14):
      return figures(value / 1_000_000).map { ($0, bare, nil) }
    case .number(let value, 6):
      // "/202103/04/" and "/202103/t20210304": the day follows; else the year has two figures.
      if let day = number(tokens, index + 2, digits: 2), isJoint(tokens, index + 1),
        let date = WrittenDate(year: value / 100, month: value % 100, day: day)
      {
        return (date, inFolders - 16, nil)
      }
      guard isAlone(tokens, index) else { return nil }
      return WrittenDate(
        year: 2000 + value / 10_000, month: value / 100 % 100, day: value % 100
      ).map { ($0, sixFigures, nil) }
    case .number(let year, 4): return yearFirst(tokens, index, year)
    case .number(let first, 1...2):
      guard isJoint(tokens, index + 1), isJoint(tokens, index + 3),
        tokens[index + 1].kind == tokens[index + 3].kind,
        let second = number(tokens, index + 2, digits: 2),
        let year = tokens[index + 4].number(of: 4)
      else { return nil }
      let day = WrittenDate(year: year, month: second, day: first)
      let month = WrittenDate(year: year, month: first, day: second)
      let (date, other) = order == .monthFirst ? (month, day) : (day, month)
      return (date ?? other).map { ($0, dayFirst, date == nil || first == second ? nil : other) }
    default: return nil
    }
  }

  private static func yearFirst(_ tokens: [DateToken], _ index: Int, _ year: Int) -> (
    WrittenDate, Double, WrittenDate?
  )? {
    guard isJoint(tokens, index + 1), index + 2 < tokens.count,
      WrittenDate.markedYears.contains(year)
    else { return nil }
    let isFolder = tokens[index + 1].isMark(in: "/")
    let startsFolder = index == 0 || tokens[index - 1].isMark(in: "/")
    let trust = isFolder ? inFolders : written
    if case .number(let value, 4) = tokens[index + 2].kind, isFolder {
      return WrittenDate(year: year, month: value / 100, day: value % 100).map {
        ($0, inFolders - 16, nil)
      }
    }
    let month =
      number(tokens, index + 2, digits: 2)
      ?? tokens[index + 2].word.flatMap { MonthNames.number($0, language: nil) }
    guard let month else { return nil }
    if isJoint(tokens, index + 3), let day = number(tokens, index + 4, digits: 2),
      let date = WrittenDate(year: year, month: month, day: day)
    {
      return (date, trust, nil)
    }
    guard isFolder, startsFolder, tokens[index + 2].digits == 2,
      index + 3 >= tokens.count || tokens[index + 3].isMark(in: "/")
    else { return nil }
    return WrittenDate(year: year, month: month).map { ($0, monthOnly, nil) }
  }

  private static func figures(_ value: Int) -> WrittenDate? {
    guard WrittenDate.recentYears.contains(value / 10_000) else { return nil }
    return WrittenDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  private static func isJoint(_ tokens: [DateToken], _ index: Int) -> Bool {
    index >= 0 && index + 1 < tokens.count && tokens[index].isMark(in: "/-_.")
  }

  private static func isAlone(_ tokens: [DateToken], _ index: Int) -> Bool {
    func parts(_ index: Int) -> Bool {
      !tokens.indices.contains(index) || tokens[index].isMark(in: "/-_")
    }
    return parts(index - 1) && parts(index + 1)
  }

  private static func number(_ tokens: [DateToken], _ index: Int, digits: Int) -> Int? {
    index < tokens.count ? tokens[index].number(upTo: digits) : nil
  }
}
