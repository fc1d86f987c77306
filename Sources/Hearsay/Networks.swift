package import HearsayModel

/// The networks that read: one for all but happenings, and one for these unless the first tells them too.
package struct Networks: Sendable {
  package let model: Model
  package let happenings: Model?

  package init(_ resources: Resources) throws {
    model = try Model(path: resources.model)
    happenings = model.tellsHappenings ? nil : try resources.happenings.map { try Model(path: $0) }
    guard happenings.map({ $0.config == model.config }) ?? true else {
      throw ReaderError(
        description: "\(resources.happenings ?? "") is of another shape than \(resources.model)")
    }
  }
}
