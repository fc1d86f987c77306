import Foundation
import HearsayLanguage
import HearsayModel
import HearsayPlaces
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

extension Tag {
  /// Needs the model's weights.
  @Tag static var model: Self
}

/// Sentences read through the real model, for tests that need its trees.
struct ModelReading {
  private let annotator: Annotator
  private let gazetteer: Gazetteer
  private let actors: KnownActors
  private let roles: RoleTable
  private let scratch: Scratch

  private static let root = URL(filePath: Language.folder).deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let weights =
    ProcessInfo.processInfo.environment["HEARSAY_MODEL"]
    ?? root.appending(path: "Models/hearsay.weights").path
  /// Whether there are weights to read with.
  static let hasModel = FileManager.default.fileExists(atPath: weights)

  init() throws {
    let model = try Model(path: Self.weights)
    let second = URL(filePath: Self.weights).deletingLastPathComponent()
      .appending(path: "happenings.weights").path
    annotator = Annotator(
      model: model,
      happenings: model.tellsHappenings || !FileManager.default.fileExists(atPath: second)
        ? nil : try Model(path: second),
      language: .forTests)
    gazetteer = try Gazetteer(folder: Self.root.appending(path: "Data").path)
    actors = try KnownActors(folder: Self.root.appending(path: "Data").path)
    roles = try RoleTable(folder: Self.root.appending(path: "Data").path)
    scratch = annotator.makeScratch()
  }

  /// Words and trees as both networks read them; what happens is left to words and rules, which is what these tests are about.
  private func annotated(_ text: String) -> AnnotatedText {
    var annotated = annotator.annotate(text, scratch: scratch)
    annotated.happenings = nil
    return annotated
  }

  /// All that words and rules read of a text.
  func reading(_ text: String) -> Reading { reading(annotated(text), text) }

  /// All that is read of a text, as the program reads it.
  func wholeReading(_ text: String) -> Reading {
    reading(annotator.annotate(text, scratch: scratch), text)
  }

  private func reading(_ annotated: AnnotatedText, _ text: String) -> Reading {
    ReportReader(gazetteer: gazetteer, actors: actors, roles: roles).read(
      annotated,
      report: Report(
        id: "0", text: text, sha256: "", reader: HearsayRecords.Reader(version: "test")),
      context: ReportContext(published: "2031-03-05"))
  }

  /// A text with all that is read of it before its events.
  func draft(_ text: String, isHeadline: Bool = false) -> Draft {
    let annotated = annotated(text)
    let title = TextSpan(start: 0, end: text.utf8.count)
    var draft = Draft(
      text: annotated, context: ReportContext(titleSpan: isHeadline ? title : nil))
    draft.times = TimeReader.read(draft)
    draft.places = PlaceReader.read(draft, gazetteer: gazetteer)
    draft.entities = EntityReader.read(
      draft, countries: gazetteer.countries, actors: actors)
    (draft.claims, draft.entities) = ClaimReader.read(draft)
    return draft
  }
}
