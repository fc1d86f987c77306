import FoundationEssentials
import HearsayIntake

/// What the program finds around it.
enum Environment {
  /// The variables.
  static var variables: [String: String] { ProcessInfo.processInfo.environment }

  /// How many processors this process may use.
  static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The path of the running program with links followed, so that its data can be found beside it.
  static func program(_ typed: String?) -> String {
    let running = FileSystem.absolute("/proc/self/exe")
    return running == "/proc/self/exe" ? typed ?? "hearsay" : running
  }
}
