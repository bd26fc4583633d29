internal import Diagnostics

/// The contract's exit codes for what went wrong; sysexits.h's numbers.
enum ExitStatus: Int32 {
  case wrongUsage = 64
  case unusableInput = 65
  case inputCannotBeOpened = 66
  case internalError = 70
  case outputCannotBeCreated = 73
  case readingOrWritingFailed = 74
}

/// Why a command ends without doing its work.
struct CommandFailure: Error {
  let status: ExitStatus
  let diagnostics: [Diagnostic]
  /// Lines of ours, printed as they are after the messages.
  private(set) var linesToPaste: [String] = []

  init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
    self.status = status
    self.diagnostics = diagnostics
  }

  init(_ status: ExitStatus, id: String, file: String? = nil, _ message: String, remedy: String) {
    self.init(
      status,
      [
        Diagnostic(
          id: id, severity: .error, location: file.map { SourceLocation(file: $0) }, message: message, remedy: remedy)
      ])
  }

  /// An input that its reader refused.
  init(_ input: UnusableInput, linesToPaste: [String] = []) {
    self.init(.unusableInput, input.diagnostics)
    self.linesToPaste = linesToPaste
  }

  /// Prints what is wrong, errors in red on a terminal.
  func report() {
    let console = Console(verbosity: .normal, allowsColor: true)
    console.report(diagnostics)
    for line in linesToPaste { console.note(line) }
  }
}
