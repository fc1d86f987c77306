import Foundation
package import HearsayLanguage

extension Language {
  /// The language as the program reads it from `Data/language`.
  package static let forTests: Language = {
    do {
      return try Language(folder: folder)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// The folder of the language's files in the source tree.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/language").path
}
