import HearsayLanguage

extension Draft {
  /// What rules may ask of the report around a sentence.
  var scene: RuleScene {
    RuleScene(
      contents: claims.flatMap(\.contents),
      quoted: Quotations.find(in: text.utf8).map { text.tokens(touching: $0.inside) })
  }
}
