import FoundationEssentials

/// Small pictures made here: they print, need no script, and are told as text beside them.
enum Picture {
  /// A number as SVG has it, with one decimal.
  static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }

  /// A picture of a size, told by a title.
  static func svg(
    _ width: Double, _ height: Double, title: String?, class name: String = "picture",
    role: String = "img", _ content: HTML
  ) -> HTML {
    .tag(
      "svg",
      [
        .class(name), .data("viewBox", "0 0 \(number(width)) \(number(height))"),
        .data("width", number(width)), .data("height", number(height)),
      ]
        + (title.map { [.data("role", role), .data("aria-label", $0)] }
          ?? [.data("aria-hidden", "true"), .data("focusable", "false")]),
      content)
  }

  static func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, class name: String,
    title: String? = nil
  ) -> HTML {
    .tag(
      "rect",
      [
        .data("x", number(x)), .data("y", number(y)), .data("width", number(max(0, width))),
        .data("height", number(height)), .class(name),
      ], title.map { .tag("title", [], .text($0)) } ?? .none)
  }

  static func circle(
    _ x: Double, _ y: Double, _ radius: Double, class name: String, title: String? = nil
  ) -> HTML {
    .tag(
      "circle",
      [.data("cx", number(x)), .data("cy", number(y)), .data("r", number(radius)), .class(name)],
      title.map { .tag("title", [], .text($0)) } ?? .none)
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String
  ) -> HTML {
    .tag(
      "line",
      [
        .data("x1", number(x1)), .data("y1", number(y1)), .data("x2", number(x2)),
        .data("y2", number(y2)), .class(name),
      ])
  }

  static func path(_ steps: String, class name: String) -> HTML {
    .tag("path", [.data("d", steps), .class(name)])
  }

  /// Words in a picture; `anchor` is `start`, `middle` or `end`.
  static func words(
    _ x: Double, _ y: Double, _ words: String, anchor: String = "start",
    class name: String = "label"
  ) -> HTML {
    .tag(
      "text",
      [
        .data("x", number(x)), .data("y", number(y)), .data("text-anchor", anchor), .class(name),
      ], .text(words))
  }

  /// How the independent sources of a question are divided among its answers.
  static func shares(_ counts: [Int]) -> HTML {
    let all = counts.reduce(0, +)
    guard all > 0 else { return .none }
    let width = 96.0
    var x = 0.0
    var content = HTML.none
    for (number, count) in counts.enumerated() where count > 0 {
      let share = width * Double(count) / Double(all)
      content += rect(x, 0, max(1, share - 1.5), 10, class: "share s\(min(number, 4))")
      x += share
    }
    return svg(width, 10, title: nil, class: "shares", content)
  }
}
