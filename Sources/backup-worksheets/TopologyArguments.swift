internal import ArgumentParser
internal import Diagnostics
internal import TopologyImport
internal import XMLStream

/// The topology that a command reads.
struct TopologyArgument: ParsableArguments {
  @Argument(help: "A published topology (XML) or a Topology Builder file (.tbxml); - for standard input.")
  var topology: String

  @OptionGroup var limits: LimitOptions

  var file: InputFile { InputFile(path: topology) }

  /// Imports the topology, a piece at a time.
  func imported() throws(CommandFailure) -> ImportedTopology {
    var importer = PieceImporter(file, limits)
    try file.readChunks { chunk throws(CommandFailure) in try importer.read(chunk) }
    return try importer.finish()
  }
}

/// How large a topology may be.
struct LimitOptions: ParsableArguments {
  @Option(name: .customLong("max-input-bytes"), help: "The largest topology to read, in bytes as UTF-8.")
  var largestInput = XMLLimits.standard.inputBytes

  @Option(name: .customLong("max-depth"), help: "How deep the elements of a topology may be nested.")
  var deepest = XMLLimits.standard.depth

  @Option(name: .customLong("max-tag-bytes"), help: "The longest tag or comment in a topology, in bytes.")
  var longestTag = XMLLimits.standard.lookAheadBytes

  func validate() throws {
    guard largestInput > 0, deepest > 0, longestTag > 0 else {
      throw ValidationError("A limit is a number greater than 0.")
    }
  }

  var limits: ImportLimits {
    ImportLimits(xml: XMLLimits(inputBytes: largestInput, depth: deepest, lookAheadBytes: longestTag))
  }
}

/// The importer, with the command's errors.
struct PieceImporter: ~Copyable {
  private var importer: TopologyImporter

  init(_ file: InputFile, _ options: LimitOptions) {
    importer = TopologyImporter(fileName: file.name, limits: options.limits)
  }

  mutating func read(_ piece: Span<UInt8>) throws(CommandFailure) {
    do throws(UnusableInput) {
      try importer.read(piece)
    } catch {
      throw CommandFailure(error)
    }
  }

  consuming func finish() throws(CommandFailure) -> ImportedTopology {
    do throws(UnusableInput) {
      return try importer.finish()
    } catch {
      throw CommandFailure(error)
    }
  }
}
