#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs another program for what it prints, within limits.
struct ProgramRun {
  struct Limits {
    let seconds: Int
    let outputBytes: Int
    /// Address space of the program.
    let memoryBytes: Int
  }

  enum Outcome: Equatable {
    case output([UInt8])
    case notInstalled
    case tooSlow
    case tooMuch
    case failed(status: Int)
  }

  let program: String
  let arguments: [String]
  let limits: Limits

  /// What a shell ends with when there is no such program.
  private static let noProgram = 127

  /// Runs the program to its end, or until a limit is reached.
  func outcome() throws(ArchiveError) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw Self.failure("a pipe cannot be made") }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child: pid_t
    do {
      defer { close(ends[1]) }
      child = try start(output: ends[1])
    }
    let (bytes, reached) = read(ends[0])
    if reached != nil { kill(child, SIGKILL) }
    let status = Self.wait(for: child)
    if let reached { return reached }
    if status == Self.noProgram { return .notInstalled }
    return status == 0 ? .output(bytes) : .failed(status: status)
  }

  /// The shell sets the limits that hold even if this process ends first, and becomes the program.
  private func start(output: Int32) throws(ArchiveError) -> pid_t {
    let script =
      "ulimit -v \(limits.memoryBytes >> 10); ulimit -t \(limits.seconds); exec \"$@\""
    let words = ["sh", "-c", script, "sh", program] + arguments
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var list: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe list.indices { unsafe free(list[index]) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, "/bin/sh", &actions, nil, &list, environ)
    guard code == 0 else { throw Self.failure("/bin/sh cannot be run") }
    return child
  }

  private func read(_ descriptor: Int32) -> (bytes: [UInt8], reached: Outcome?) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let end = ContinuousClock.now + .seconds(limits.seconds)
    while true {
      let left = (end - ContinuousClock.now).components
      guard left.seconds >= 0, left.attoseconds >= 0 else { return ([], .tooSlow) }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&wait, 1, Int32(left.seconds * 1_000 + 1_000))
      guard ready != 0 else { continue }
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return (bytes, nil) }
      bytes += buffer[..<count]
      guard bytes.count <= limits.outputBytes else { return ([], .tooMuch) }
    }
  }

  /// The status a program ends with; 128 and the signal's number if one ended it, as shells count.
  private static func wait(for child: pid_t) -> Int {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  private static func failure(_ what: String) -> ArchiveError {
    let code = errno
    let words = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return ArchiveError(.unreadable, "\(what): \(words)")
  }
}
