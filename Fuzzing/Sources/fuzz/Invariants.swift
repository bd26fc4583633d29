import Diagnostics

/// Ends the program, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ rule: @autoclosure () -> String) {
  if !holds { fatalError("invariant broken: \(rule())") }
}

/// What a refusal owes to people: at least one error, each with a place, words and a remedy.
func requireUsable(_ error: UnusableInput, file: String) {
  require(error.diagnostics.contains { $0.severity == .error }, "a refusal has an error: \(error)")
  for diagnostic in error.diagnostics { requireUsable(diagnostic, file: file) }
}

func requireUsable(_ diagnostic: Diagnostic, file: String) {
  require(diagnostic.location?.file.hasPrefix(file) ?? false, "a diagnostic names the file: \(diagnostic)")
  require(
    !diagnostic.id.isEmpty && !diagnostic.message.isEmpty && !diagnostic.remedy.isEmpty,
    "a diagnostic has an id, a message and a remedy: \(diagnostic)")
  require((diagnostic.location?.line ?? 1) > 0, "lines count from 1: \(diagnostic)")
  require(
    diagnostic.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F },
    "a diagnostic is one line without control characters: \(diagnostic)")
}
