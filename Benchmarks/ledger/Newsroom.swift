import FoundationEssentials
import HearsayLedger
import HearsayRecords

/// What a report is made from: the same plan gives the same words.
struct StoryPlan {
  let seed: UInt64
  let moment: Double
  let isBareDay: Bool
  var outlet: Int
  var address: String
  /// Sentences behind those that the seed gives.
  var extra = 0
}

/// Thinks up reports as they would have been read: a quarter of them near copies, a twentieth new versions; their days spread over
/// three years.
struct Newsroom {
  private let world: World
  private let count: Int
  /// What addresses end with, before their number.
  private let name: String
  private var dice: Dice
  private var recent: [StoryPlan] = []
  private var number = 0

  init(_ world: World, count: Int, seed: UInt64, name: String = "report") {
    self.world = world
    self.name = name
    self.count = count
    dice = Dice(seed)
  }

  /// The next report.
  mutating func next() -> StoryPlan {
    number += 1
    let outlet = dice.common(world.outlets.count)
    let address = "https://news\(outlet).example/\(number / 900)/\(name)-\(number)"
    let chance = Int.random(in: 0..<100, using: &dice)
    if chance < 25, var copy = recent.randomElement(using: &dice) {
      copy.outlet = outlet
      copy.address = address
      copy.extra += Int.random(in: 0..<3, using: &dice)
      return copy
    }
    if chance < 30, let old = recent.indices.randomElement(using: &dice) {
      recent[old].extra += 1
      return recent[old]
    }
    let plan = StoryPlan(
      seed: dice.next(), moment: moment(), isBareDay: Int.random(in: 0..<3, using: &dice) == 0,
      outlet: outlet, address: address)
    recent.append(plan)
    if recent.count > 300 { recent.removeFirst(100) }
    return plan
  }

  /// Reports come in the order of their days, but a tenth come much later.
  private mutating func moment() -> Double {
    let days = 1_096.0
    let isLate = Int.random(in: 0..<10, using: &dice) == 0
    let share = isLate ? Double.random(in: 0..<1, using: &dice) : Double(number) / Double(count)
    return 1_672_531_200 + (share * days * 86_400).rounded(.down)
  }
}
