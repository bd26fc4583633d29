internal import ArgumentParser
internal import Diagnostics
internal import TopologyImport
internal import XMLStream

/// The topology that a command reads.
struct TopologyArgument: ParsableArguments {
  @Argument(help: "A published topology (XML) or a Topology Builder file (.tbxml); - for standard input.")
  var topology: String

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

  private var limits: ImportLimits {
    ImportLimits(xml: XMLLimits(inputBytes: largestInput, depth: deepest, lookAheadBytes: longestTag))
  }

  var file: InputFile { InputFile(path: topology) }

  /// Imports the topology, a piece at a time.
  func imported() throws(CommandFailure) -> ImportedTopology {
    var importer = TopologyImporter(fileName: file.name, limits: limits)
    try file.readChunks { chunk throws(CommandFailure) in
      do throws(UnusableInput) {
        try importer.read(chunk)
      } catch {
        throw CommandFailure(error)
      }
    }
    do throws(UnusableInput) {
      return try importer.finish()
    } catch {
      throw CommandFailure(error)
    }
  }
}
