/// Reports short enough to be read quickly and different enough to be told apart.
package enum ShortReports {
  /// One of them.
  package static func text(_ number: Int) -> String {
    """
    The mayor of Halden said on Monday that \(number + 2) people were killed when a bridge fell.

    “We will rebuild it,” Mayor Ida Brandt said. The builder denied that the steel was weak.
    """
  }
}
