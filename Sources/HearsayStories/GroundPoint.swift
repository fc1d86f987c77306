#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A point on the ground, in degrees.
package struct GroundPoint: Hashable, Sendable {
  package let latitude: Double
  package let longitude: Double

  /// `nil` where one of them is not known.
  package init?(_ latitude: Double?, _ longitude: Double?) {
    guard let latitude, let longitude else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// How far another is, on a ball.
  package func kilometres(to other: GroundPoint) -> Double {
    let radians = Double.pi / 180
    let (a, b) = (latitude * radians, other.latitude * radians)
    let half = sin((b - a) / 2)
    let side = sin((other.longitude - longitude) * radians / 2)
    let chord = half * half + cos(a) * cos(b) * side * side
    return 2 * 6_371 * asin(min(1, chord.squareRoot()))
  }
}
