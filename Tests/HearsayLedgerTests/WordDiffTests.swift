import HearsayLedger
import HearsayRecords
import Testing

/// The changes written as `[-removed-]`, `{+added+}` and the words that stayed.
private func marked(_ old: String, _ new: String) -> String {
  let (before, after) = (PositionMap(old), PositionMap(new))
  return WordDiff(old: old, new: new).changes.map { change in
    switch change {
    case .same(_, let span): after.exact(span)
    case .removed(let span): "[-\(before.exact(span))-]"
    case .added(let span): "{+\(after.exact(span))+}"
    }
  }.joined(separator: " ")
}

private struct DiffCase: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let marked: String
  var testDescription: String { marked }
}

private let cases = [
  DiffCase(old: "", new: "", marked: ""),
  DiffCase(old: "", new: "all new", marked: "{+all new+}"),
  DiffCase(old: "all gone", new: "  ", marked: "[-all gone-]"),
  DiffCase(old: "a  b\nc", new: "a b c", marked: "a b c"),
  DiffCase(
    old: "At least 12 people died.", new: "At least 15 people have died.",
    marked: "At least [-12-] {+15+} people {+have+} died."),
  DiffCase(
    old: "He said “no”.", new: "He allegedly said “no” 💥.",
    marked: "He {+allegedly+} said “no” {+💥+} ."),
  DiffCase(
    old: "1,200 U.S. troops don't", new: "1,300 U.S. troops do",
    marked: "[-1,200-] {+1,300+} U.S. troops [-don't-] {+do+}"),
  DiffCase(old: "漢口爆炸", new: "漢口大爆炸", marked: "漢口 {+大+} 爆炸"),
  DiffCase(
    old: "a b c a b b a", new: "c b a b a c", marked: "[-a-] {+c+} b [-c-] a b [-b-] a {+c+}"),
]

@Test(arguments: cases) private func `changed words are marked`(_ example: DiffCase) {
  #expect(marked(example.old, example.new) == example.marked)
}

/// A generator whose numbers are the same in every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
  }
}

/// The number of words of a shortest edit, by the textbook table.
private func editDistance(_ old: [String], _ new: [String]) -> Int {
  var row = Array(0...new.count)
  for i in 0..<old.count {
    var diagonal = row[0]
    row[0] = i + 1
    for j in 0..<new.count {
      let next = old[i] == new[j] ? diagonal : min(row[j], row[j + 1]) + 1
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[new.count]
}

@Test(arguments: 0..<60) func `the edit leads from one text to the other and is the shortest`(
  seed: Int
) {
  var dice = Dice(state: UInt64(seed))
  let letters = 2 + seed % 7
  func text() -> [String] {
    (0..<Int.random(in: 0...40, using: &dice)).map { _ in
      "w\(Int.random(in: 0..<letters, using: &dice))"
    }
  }
  let (old, new) = (text(), text())
  let before = old.joined(separator: " ")
  let after = new.joined(separator: " ")
  let (oldMap, newMap) = (PositionMap(before), PositionMap(after))
  var (rebuiltOld, rebuiltNew, steps): ([String], [String], Int) = ([], [], 0)
  for change in WordDiff(old: before, new: after).changes {
    switch change {
    case .same(let was, let now):
      #expect(oldMap.exact(was) == newMap.exact(now))
      rebuiltOld.append(oldMap.exact(was))
      rebuiltNew.append(newMap.exact(now))
    case .removed(let span):
      rebuiltOld.append(oldMap.exact(span))
      steps += oldMap.exact(span).split(separator: " ").count
    case .added(let span):
      rebuiltNew.append(newMap.exact(span))
      steps += newMap.exact(span).split(separator: " ").count
    }
  }
  #expect(rebuiltOld.joined(separator: " ") == before)
  #expect(rebuiltNew.joined(separator: " ") == after)
  #expect(steps == editDistance(old, new))
}

@Test func `two long unlike texts are compared without waste`() {
  var dice = Dice(state: 1)
  func text() -> String {
    (0..<3_000).map { _ in "w\(Int.random(in: 0..<2_500, using: &dice))" }.joined(separator: " ")
  }
  let (old, new) = (text(), text())
  var kept = 0
  var (oldWords, newWords) = (0, 0)
  let (oldMap, newMap) = (PositionMap(old), PositionMap(new))
  for change in WordDiff(old: old, new: new).changes {
    switch change {
    case .same(let was, let now):
      #expect(oldMap.exact(was) == newMap.exact(now))
      kept += oldMap.exact(was).split(separator: " ").count
    case .removed(let span): oldWords += oldMap.exact(span).split(separator: " ").count
    case .added(let span): newWords += newMap.exact(span).split(separator: " ").count
    }
  }
  #expect(kept + oldWords == 3_000)
  #expect(kept + newWords == 3_000)
}
