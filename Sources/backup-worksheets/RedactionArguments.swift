internal import ArgumentParser
internal import Redaction

/// Whether names are replaced by pseudonyms.
struct RedactionArguments: ParsableArguments {
  @Flag(name: .long, help: "Replace every name by a pseudonym that is always the same, for publishing.")
  var redact = false

  @Option(
    name: .customLong("redact-key"),
    help: "A file with a secret that pseudonyms are made with. Without it, whoever guesses a name can check the guess.")
  var keyFile: String?

  func validate() throws {
    if keyFile != nil && !redact { throw ValidationError("--redact-key is of use with --redact only.") }
  }

  /// Nil where names stay.
  func pseudonyms() throws(CommandFailure) -> Pseudonyms? {
    redact ? try Self.key(keyFile).map { Pseudonyms(key: $0) } ?? Pseudonyms() : nil
  }

  /// The secret that a file holds; nil where none is named.
  static func key(_ keyFile: String?) throws(CommandFailure) -> [UInt8]? {
    guard let keyFile else { return nil }
    let file = InputFile(path: keyFile)
    let key = try file.contents(limit: Self.largestKey)
    guard !key.isEmpty else {
      throw CommandFailure(
        .unusableInput, id: "redact-key-empty", file: file.name, "the key is empty",
        remedy: "write a long random text into it, and keep it: another key gives other pseudonyms")
    }
    return key
  }

  private static let largestKey = 1 << 16
}
