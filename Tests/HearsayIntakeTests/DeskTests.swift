import Testing

@testable import HearsayIntake

struct DeskTests {
  /// Works through inputs of some weights and tells the most that was in hand at a time.
  private func most(_ weights: [Int], workers: Int, heaviest: Int) async -> (
    order: [Int], most: Int
  ) {
    let desk = Desk<Int>(lead: 4, heaviest: heaviest)
    let scale = Scale(weights)
    return await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          while await desk.assignment() != nil {
            guard let number = await scale.next() else {
              await desk.end(at: weights.count)
              return
            }
            await desk.weigh(weights[number], of: number)
            await scale.put(weights[number])
            for _ in 0..<20 { await Task.yield() }
            await scale.take(weights[number])
            await desk.hand(in: number, of: number)
          }
        }
      }
      var order: [Int] = []
      while let result = await desk.result() { order.append(result) }
      #expect(await desk.isDone)
      return (order, await scale.most)
    }
  }

  private actor Scale {
    private let weights: [Int]
    private var given = 0
    private var now = 0
    private(set) var most = 0

    init(_ weights: [Int]) { self.weights = weights }

    func next() -> Int? {
      guard given < weights.count else { return nil }
      defer { given += 1 }
      return given
    }

    func put(_ weight: Int) {
      now += weight
      most = max(most, now)
    }

    func take(_ weight: Int) { now -= weight }
  }

  @Test func `results come in the order of the inputs, also when their number is not known`() async
  {
    for workers in 1...4 {
      let run = await most(Array(repeating: 1, count: 40), workers: workers, heaviest: .max)
      #expect(run.order == Array(0..<40))
    }
    #expect(await most([], workers: 3, heaviest: 1).order.isEmpty)
  }

  @Test func `large inputs are not worked on together`() async {
    let weights = (0..<40).map { $0 % 3 == 0 ? 90 : 5 }
    let run = await most(weights, workers: 4, heaviest: 100)
    #expect(run.order == Array(0..<40))
    #expect(run.most <= 100)
    // One that is too heavy by itself is worked on when its turn comes.
    let heavy = await most([200, 200, 1, 200], workers: 3, heaviest: 100)
    #expect(heavy.order == [0, 1, 2, 3])
    #expect(heavy.most <= 201)
  }
}

@Test func `results come together, those that are there and those that follow soon`() async {
  let desk = Desk<Int>(lead: 10)
  for _ in 0..<5 { _ = await desk.assignment() }
  for number in [1, 0, 2, 4] { await desk.hand(in: number, of: number) }
  #expect(await desk.results(most: 2, within: .seconds(60)) == [0, 1])
  // The fourth is not there: what is waits no longer than it was told.
  #expect(await desk.results(most: 9, within: .milliseconds(1)) == [2])
  await desk.hand(in: 3, of: 3)
  await desk.end(at: 5)
  #expect(await desk.results(most: 9, within: .seconds(60)) == [3, 4])
  #expect(await desk.results(most: 9, within: .seconds(60)) == [])
}
