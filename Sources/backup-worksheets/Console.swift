internal import Diagnostics
internal import Glibc
internal import Synchronization

/// Standard output for results, standard error for messages.
struct Console: Sendable {
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
  private(set) var hasReader: Bool
  private let usesColor: Bool
  /// What takes messages instead of standard error.
  private var log: MessageLog?
  /// What stands before a diagnostic to say what it is about.
  private var prefix: @Sendable (Diagnostic) -> String = { _ in "" }

  /// - Parameter allowsColor: Whether messages may be coloured; they are on a terminal, unless `NO_COLOR` is set.
  init(verbosity: Verbosity, allowsColor: Bool) {
    self.verbosity = verbosity
    let isTerminal = isatty(STDERR_FILENO) == 1
    hasReader = isTerminal && verbosity != .quiet
    usesColor = allowsColor && isTerminal && !Environment.isSet("NO_COLOR")
  }

  /// This console, with messages going to `log` and `prefix` before diagnostics. Nobody reads along.
  func collecting(in log: MessageLog, prefix: @escaping @Sendable (Diagnostic) -> String) -> Console {
    var console = self
    console.log = log
    console.prefix = prefix
    console.hasReader = false
    return console
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
    let lines = diagnostics.filter(isWanted).map {
      VisibleText.escaping(prefix($0)) + (usesColor ? Self.colored($0) : $0.description)
    }
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
  func begin(_ stage: Stage) { begin(stage.rawValue) }

  /// The same in words of its own.
  func begin(_ stage: String) {
    guard hasReader, let terminal = Environment.value("TERM"), terminal != "dumb" else { return }
    ProgressLine.shared.begin(stage)
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

  /// Prints messages that were collected, each with its line end.
  func forward(_ messages: String) {
    if !messages.isEmpty { writeMessage(String(messages.dropLast())) }
  }

  private func writeMessage(_ text: String) {
    if let log { return log.append("\(text)\n") }
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

/// Messages that wait for those before them.
final class MessageLog: Sendable {
  private let contents = Mutex("")

  var text: String { contents.withLock(\.self) }

  fileprivate func append(_ text: String) { contents.withLock { $0 += text } }
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
