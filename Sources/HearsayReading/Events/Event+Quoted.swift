import HearsayRecords

extension Event {
  /// What tells that a headline only quotes an event.
  static let quotedHeadline = "quoted-headline"

  /// Whether a headline keeps its distance by quotation marks: "Squad ‘blew up’ port" makes the squad a suspect.
  var isOnlyQuoted: Bool { by.fields["status"]?.contains(Self.quotedHeadline) ?? false }
}
