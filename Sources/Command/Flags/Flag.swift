/// One flag of the tool: its definition is its documentation, its parsing and its completion.
///
///     Flag("jobs", short: "j", value: .number("N"), "How many reports are read at a time.")
struct Flag: Hashable, Sendable {
  /// What a flag takes after its name.
  enum Value: Hashable, Sendable {
    /// Any words, shown in help under this name.
    case words(String)
    /// A whole number from 1 on.
    case number(String)
    /// A whole number from 0 on; 0 stands for all.
    case numberOrAll(String)
    /// A path of a file.
    case path(String)
    /// A date or instant, as coarse as one likes.
    case date(String)
    /// One of these words.
    case choice([String])
  }

  /// The long name, without its dashes.
  let name: String
  /// The letter that stands for it.
  let short: Character?
  /// What it takes; `nil` for a flag that is only there or not.
  let value: Value?
  /// Whether it may be given several times.
  let isRepeatable: Bool
  /// One sentence.
  let summary: String

  init(
    _ name: String, short: Character? = nil, value: Value? = nil, isRepeatable: Bool = false,
    _ summary: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.isRepeatable = isRepeatable
    self.summary = summary
  }

  /// What stands for the value in help; `nil` if there is none.
  var placeholder: String? {
    switch value {
    case nil: nil
    case .words(let name), .number(let name), .numberOrAll(let name), .path(let name),
      .date(let name):
      name
    case .choice(let words): words.joined(separator: "|")
    }
  }

  /// How help shows it: `-j, --jobs N`.
  var usage: String {
    let long = "--\(name)" + (placeholder.map { " \($0)" } ?? "")
    return short.map { "-\($0), \(long)" } ?? long
  }
}
