/// The sizes of a network, as its weights file states them.
public struct Config: Hashable, Sendable, Decodable {
  /// Transformer layers.
  public let layers: Int
  /// Width of a piece's vector.
  public let hidden: Int
  /// Attention heads.
  public let heads: Int
  /// Width between the two halves of a feed-forward block.
  public let intermediate: Int
  /// Pieces in the vocabulary.
  public let vocabulary: Int
  /// Pieces in a window at most, the two special ones included.
  public let windowPieces: Int
  /// Width of the vectors that dependency arcs are scored with.
  public let arcSize: Int
  /// Width of the vectors that dependency relations are scored with.
  public let relSize: Int
  /// Width of the vectors that links to a cue are scored with.
  public let linkSize: Int
  /// Added to the variance in layer norms.
  public let layerNormEpsilon: Float

  /// Far more than any network that this program could run in reasonable time; products of three sizes do not overflow.
  private static let widest = 1 << 16

  /// Whether the network can be run: every size is one, and the kernels' lanes are full.
  var isUsable: Bool {
    let widths = [hidden, intermediate, arcSize, relSize, linkSize]
    return widths.allSatisfy { $0 > 0 && $0 <= Self.widest && $0 % 16 == 0 }
      && heads > 0 && heads <= hidden && hidden % heads == 0 && hidden / heads % 16 == 0
      && layers >= 0 && layers <= 1_000
      && vocabulary > 0 && vocabulary <= 1 << 24
      && (8...4096).contains(windowPieces)
  }
}
