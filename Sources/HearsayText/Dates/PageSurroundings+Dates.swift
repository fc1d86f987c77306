extension PageSurroundings {
  /// Text longer than this, white space counted, is not a label.
  private static let longText = 400

  /// What the nearest named elements around say; further out counts less.
  func label(around index: Int, with name: String) -> DateLabels.Label? {
    var best: DateLabels.Label?
    var current = index
    for step in 0..<4 where current >= 0 {
      let node = document.nodes[current]
      if node.name == "body" || node.name == "article" || node.name == "main" { break }
      // What holds much more than a date is not named for it.
      if step > 0, document.end(current) - current > 40 { break }
      let labels = step == 0 && !name.isEmpty ? node.labels + " " + name : node.labels
      if !labels.isEmpty, var label = DateLabels.label(labels) {
        label.weight -= Double(step) * 3
        if label.weight > best?.weight ?? 0 { best = label }
        if label.meaning == .changed { break }
      }
      current = node.parent
    }
    return best
  }

  /// What the last telling word before a date says of it: in its own text, else in the short texts before it.
  func contextMeaning(before index: Int, _ own: String) -> DateLabels.Meaning? {
    if own.contains("©") || own.lowercased().contains("(c)") { return .other }
    if let meaning = lastMeaning(own) { return meaning }
    guard own.utf8.count < 12 else { return nil }
    var current = index - 1
    var texts = 0
    while current > 0, texts < 2, index - current < 12 {
      let node = document.nodes[current]
      if node.isText {
        if node.text.utf8.count > Self.longText { return nil }
        let text = node.text.collapsed
        if text.utf8.count > 60 { return nil }
        if !text.isEmpty {
          texts += 1
          // Another date between: the words before it belong to that.
          if DateShape.mayHoldDate(text) { return nil }
          if let meaning = lastMeaning(text) { return meaning }
        }
      }
      current -= 1
    }
    return nil
  }

  /// What a verb behind a date says of it, as German, Turkish and Japanese put it.
  func contextMeaning(after index: Int, _ own: String) -> DateLabels.Meaning? {
    var text = own
    var current = index + 1
    while current < document.nodes.count, current - index < 8, text.utf8.count < 40 {
      let node = document.nodes[current]
      if node.isText { text += " " + String(node.text.prefix(Self.longText)).collapsed.prefix(60) }
      if Self.paragraphs.contains(node.name) { break }
      current += 1
    }
    for token in DateTokens.split(text.prefix(60)).prefix(8) {
      if let word = token.word, let meaning = DateLabels.meaning(ofVerbBehind: word) {
        return meaning
      }
    }
    return nil
  }

  private func lastMeaning(_ text: String) -> DateLabels.Meaning? {
    guard !text.isEmpty else { return nil }
    for token in DateTokens.split(text).suffix(8).reversed() {
      if let word = token.word, let meaning = DateLabels.meaning(ofWord: word) { return meaning }
    }
    return nil
  }

  /// What dates of a list have in common: the names of the elements around.
  func kind(of index: Int) -> String {
    var current = index
    for _ in 0..<3 where current >= 0 {
      let node = document.nodes[current]
      let labels = node.labels
      if !labels.isEmpty {
        return String(
          decoding: (node.name + " " + labels).utf8.filter { !(0x30...0x39).contains($0) },
          as: UTF8.self)
      }
      current = node.parent
    }
    return index >= 0 ? document.nodes[index].name : ""
  }
}
