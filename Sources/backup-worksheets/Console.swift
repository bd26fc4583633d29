internal import Diagnostics
internal import Glibc

/// Standard output for results, standard error for messages.
struct Console {
  /// What is said on standard error.
  enum Verbosity {
    /// Errors.
    case quiet
    /// Errors and warnings, and a line about what was done.
    case normal
    /// Notes too.
    case verbose
  }

  let verbosity: Verbosity
  /// Whether a person reads along: messages go to a terminal, and more than errors are wanted.
  let hasReader: Bool
  private let usesColor: Bool

  /// - Parameter allowsColor: Whether messages may be coloured; they are on a terminal, unless `NO_COLOR` is set.
  init(verbosity: Verbosity, allowsColor: Bool) {
    self.verbosity = verbosity
    let isTerminal = isatty(STDERR_FILENO) == 1
    hasReader = isTerminal && verbosity != .quiet
    usesColor = allowsColor && isTerminal && !Environment.isSet("NO_COLOR")
  }

  /// Whether results may be coloured: on a terminal, unless `NO_COLOR` is set.
  static var colorsResults: Bool { isatty(STDOUT_FILENO) == 1 && !Environment.isSet("NO_COLOR") }

  /// A reader that goes away early, and a limit on the size of files, are errors of writing, and no reason to be
  /// killed with half of the files on the disk.
  static func ignoreSignalsOfWriting() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Where a standard stream is closed, the next file that is opened would get its number, and text for people would
  /// go into it. In its place stands what can be neither read nor written, as before.
  static func occupyClosedStreams() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      // It gets the lowest number that is free: this one.
      _ = unsafe Glibc.open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Prints the diagnostics that this verbosity asks for.
  func report(_ diagnostics: [Diagnostic]) {
    let lines = diagnostics.filter(isWanted).map { usesColor ? Self.colored($0) : $0.description }
    guard !lines.isEmpty else { return }
    writeMessage(lines.joined(separator: "\n"))
  }

  /// Prints lines about what was done.
  func note(_ lines: [String]) {
    if verbosity != .quiet { writeMessage(lines.map(VisibleText.escaping).joined(separator: "\n")) }
  }

  /// Prints a line about what was done.
  func note(_ message: String) {
    if verbosity != .quiet { writeMessage(VisibleText.escaping(message)) }
  }

  /// What a command does one after the other.
  enum Stage: String {
    case reading = "Reading the topology"
    case planning = "Planning"
    case writing = "Writing the worksheets"
    case comparing = "Comparing with the worksheets"
  }

  /// Tells a person at a terminal what begins, where it takes a while.
  func begin(_ stage: Stage) {
    guard hasReader, let terminal = Environment.value("TERM"), terminal != "dumb" else { return }
    ProgressLine.shared.begin(stage.rawValue)
  }

  /// Prints a result. The text may have several lines.
  func print(_ text: String) throws(CommandFailure) { try print(Array(text.utf8)) }

  /// Prints a result.
  func print(_ bytes: [UInt8]) throws(CommandFailure) {
    ProgressLine.shared.finish()
    do {
      try FileDescriptor(STDOUT_FILENO).write(bytes)
    } catch {
      // Whoever stops reading, such as `head`, knows: the exit code alone says that not all was read.
      if error.code == EPIPE { throw CommandFailure(.readingOrWritingFailed, []) }
      throw CommandFailure(
        .readingOrWritingFailed, id: "output-failed", "standard output cannot be written: \(error.message)",
        remedy: "check where it goes")
    }
  }

  private func writeMessage(_ text: String) {
    ProgressLine.shared.interrupted {
      // Nothing is left to tell of a failure here.
      try? FileDescriptor.standardError.write(Array("\(text)\n".utf8))
    }
  }

  private func isWanted(_ diagnostic: Diagnostic) -> Bool {
    switch diagnostic.severity {
    case .error: true
    case .warning: verbosity != .quiet
    case .note: verbosity == .verbose
    }
  }

  private static func colored(_ diagnostic: Diagnostic) -> String {
    let color =
      switch diagnostic.severity {
      case .error: "\u{1B}[31m"
      case .warning: "\u{1B}[33m"
      case .note: "\u{1B}[36m"
      }
    return "\(color)\(diagnostic.description)\u{1B}[0m"
  }
}

/// The environment of the process.
enum Environment {
  /// Whether a variable has a value that is not empty, as `NO_COLOR` asks.
  static func isSet(_ name: String) -> Bool {
    guard let value = unsafe getenv(name) else { return false }
    return unsafe value.pointee != 0
  }

  /// The value of a variable that is not empty.
  static func value(_ name: String) -> String? {
    guard isSet(name), let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
