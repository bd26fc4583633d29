internal import ArgumentParser

/// Options of every command about what is said on standard error.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say notes too.")
  var verbose = false

  @Flag(name: .customLong("no-color"), help: "Never colour anything. NO_COLOR in the environment does the same.")
  var noColor = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose contradict each other.") }
  }

  /// Whether results may be coloured.
  var colorsResults: Bool { !noColor && Console.colorsResults }

  var console: Console {
    Console(verbosity: quiet ? .quiet : verbose ? .verbose : .normal, allowsColor: !noColor)
  }
}
