#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// A reader that stops reading, as `head` does, is no error; writing then fails with EPIPE instead of a signal.
signal(SIGPIPE, SIG_IGN)
let console = Console(
  environment: Environment.variables, program: Environment.program(CommandLine.arguments.first))
exit(await Tool.run(Array(CommandLine.arguments.dropFirst()), console).rawValue)
