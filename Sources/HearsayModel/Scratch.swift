import CKernels

/// Working memory for one worker; never shared between threads.
package final class Scratch {
  let x: Activations  // (n, h)
  let qkv: Rows  // (n, 3h)
  let attention: hearsay_attention
  let attended: Activations  // (n, h)
  let wide: Activations  // (block, f)
  let y: Rows  // (n, h)
  private var owned: [AnyObject] = []

  /// Rows that go through both halves of a feed-forward block together.
  ///
  /// More of them would not find room in the second cache (1 to 2 MB), fewer make the products slower. A multiple of all
  /// levels' tiles (4, 6 and 32 rows).
  static let block = 96

  package init(_ model: Model) {
    let config = model.config
    let n = (config.windowPieces + 15) / 16 * 16
    let h = config.hidden
    var owned: [AnyObject] = []
    func memory<Element>(_ count: Int, _ type: Element.Type = Float.self)
      -> UnsafeMutablePointer<Element>
    {
      let memory = Memory<Element>(count: count)
      owned.append(memory)
      return memory.start
    }
    func activations(rows: Int, width: Int) -> Activations {
      Activations(
        width: width, floats: memory(rows * width),
        bytes: hearsay_bytes(
          values: memory(rows * width, UInt8.self), scales: memory(rows), zeros: memory(rows)))
    }
    x = activations(rows: n, width: h)
    qkv = memory(n * 3 * h)
    attention = hearsay_attention(
      queries: memory(n * h), keys: memory(n * h), values: memory(n * h),
      scores: memory(Int(hearsay_query_rows) * n), heads: Int64(config.heads),
      size: Int64(h / config.heads))
    attended = activations(rows: n, width: h)
    wide = activations(rows: Self.block, width: config.intermediate)
    y = memory(n * h)
    self.owned = owned
  }
}
