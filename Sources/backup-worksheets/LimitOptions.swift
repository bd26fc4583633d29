internal import ArgumentParser
internal import TopologyImport
internal import XMLStream

/// How much a topology may cost. The limits are far above real files; a message that names one names its option.
struct LimitOptions: ParsableArguments {
  @Option(name: .customLong("max-input-bytes"), help: ArgumentHelp("Largest topology.", visibility: .hidden))
  var inputBytes = XMLLimits.standard.inputBytes

  @Option(name: .customLong("max-depth"), help: ArgumentHelp("Deepest nesting of elements.", visibility: .hidden))
  var depth = XMLLimits.standard.depth

  @Option(name: .customLong("max-tag-bytes"), help: ArgumentHelp("Longest tag or comment.", visibility: .hidden))
  var tagBytes = XMLLimits.standard.lookAheadBytes

  func validate() throws {
    guard inputBytes > 0, depth > 0, tagBytes > 0 else { throw ValidationError("A limit is a number above 0.") }
  }

  var limits: ImportLimits {
    var limits = ImportLimits.standard
    limits.xml.inputBytes = inputBytes
    limits.xml.depth = depth
    limits.xml.lookAheadBytes = tagBytes
    return limits
  }
}
