/// How much text of what kind the elements of a page hold, each with all that is below it.
struct SubtreeSums {
  /// A block of running text has so many characters at least.
  private static let leastRunning = 80
  /// And no more of them in links, in thousandths.
  private static let mostLinked = 330

  /// Whether a block is running text: long enough and not mostly links.
  let isRunning: [Bool]
  private var allSums: [Int32]
  private var linkedSums: [Int32]
  private var runningSums: [Int32]
  private var counts: [Int32]
  /// Running text before each element.
  private var beforeSums: [Int32]

  init(_ blocks: [PageBlocks.Block], _ languages: [BlockLanguage], _ tree: HTMLTree) {
    let size = tree.records.count
    allSums = [Int32](repeating: 0, count: size)
    linkedSums = allSums
    runningSums = allSums
    counts = allSums
    beforeSums = allSums
    var isRunning = [Bool](repeating: false, count: blocks.count)
    for (index, block) in blocks.enumerated() {
      let length = block.range.count
      let runs =
        languages[index].characters >= Self.leastRunning
        && block.linked * 1000 <= length * Self.mostLinked
      isRunning[index] = runs
      allSums[block.element] += Int32(length)
      linkedSums[block.element] += Int32(min(block.linked, length))
      counts[block.element] += 1
      if runs { runningSums[block.element] += Int32(length) }
    }
    self.isRunning = isRunning
    var before: Int32 = 0
    for index in 0..<size {
      beforeSums[index] = before
      before += runningSums[index]
    }
    for index in stride(from: size - 1, to: 0, by: -1) {
      let parent = Int(tree.records[index].parent)
      guard parent >= 0 else { continue }
      allSums[parent] += allSums[index]
      linkedSums[parent] += linkedSums[index]
      runningSums[parent] += runningSums[index]
      counts[parent] += counts[index]
    }
  }

  /// Bytes of text below an element.
  func all(_ element: Int) -> Int { Int(allSums[element]) }
  /// Bytes of text in links below an element.
  func linked(_ element: Int) -> Int { Int(linkedSums[element]) }
  /// Bytes of running text below an element.
  func running(_ element: Int) -> Int { Int(runningSums[element]) }
  /// Bytes of running text before an element.
  func before(_ element: Int) -> Int { Int(beforeSums[element]) }
  func blockCount(_ element: Int) -> Int { Int(counts[element]) }

  /// Whether an element's own attributes hide it.
  func isHidden(_ element: Int, _ tree: HTMLTree) -> Bool {
    for attribute in tree.attributes[tree.records[element].content] {
      switch attribute.name {
      case HTMLAttributeName.hidden.index: return true
      case HTMLAttributeName.ariaHidden.index:
        if tree.bytes[attribute.value].elementsEqual("true".utf8) { return true }
      case HTMLAttributeName.style.index:
        let style = tree.bytes[attribute.value]
        if Self.hiding.contains(where: { Self.holds($0, style) }) { return true }
      default: break
      }
    }
    return false
  }

  private static let hiding = ["display:none", "visibility:hidden"].map { Array($0.utf8) }

  /// Whether a style holds a setting, its case and white space aside.
  private static func holds(_ setting: [UInt8], _ style: ArraySlice<UInt8>) -> Bool {
    for start in style.indices where style[start] | 0x20 == setting[0] {
      var matched = 0
      for byte in style[start...] where byte > 0x20 {
        guard byte | 0x20 == setting[matched] else { break }
        matched += 1
        if matched == setting.count { return true }
      }
    }
    return false
  }

  /// Steps from an element up to the nearest one that also holds another, up to a limit.
  func distance(_ element: Int, _ other: Int, _ tree: HTMLTree, most: Int) -> Int16 {
    var current = element
    for step in 0..<most {
      if (current..<tree.end(current)).contains(other) {
        return Int16(step)
      }
      let parent = Int(tree.records[current].parent)
      guard parent >= 0 else { return Int16(step) }
      current = parent
    }
    return Int16(most)
  }
}
