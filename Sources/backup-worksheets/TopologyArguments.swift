internal import ArgumentParser
internal import Diagnostics
internal import TopologyImport
internal import XMLStream
internal import ZipArchive

/// The topology that a command reads.
struct TopologyArgument: ParsableArguments {
  @Argument(
    help: """
      A published topology (XML), a Topology Builder file (.tbxml) or an archive of Export-CsConfiguration (zip); \
      - for standard input.
      """)
  var topology: String

  @OptionGroup var limits: LimitOptions

  var file: InputFile { InputFile(path: topology) }

  /// Imports the topology.
  func imported(_ console: Console) throws(CommandFailure) -> ImportedTopology {
    try file.imported(limits.limits, console)
  }
}

extension InputFile {
  /// Imports the topology that the file holds, a piece at a time.
  func imported(_ limits: ImportLimits, _ console: Console) throws(CommandFailure) -> ImportedTopology {
    console.begin(.reading)
    var importer = PieceImporter(self, limits)
    try readChunks { chunk throws(CommandFailure) in try importer.read(chunk) }
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

  @Option(name: .customLong("max-zip-entries"), help: "The most files and folders in a zip archive.")
  var mostEntries = ZipLimits.standard.entries

  @Option(
    name: .customLong("max-zip-ratio"), help: "How many bytes one packed byte of a zip archive may become.")
  var highestRatio = ZipLimits.standard.ratio

  func validate() throws {
    guard [largestInput, deepest, longestTag, mostEntries, highestRatio].allSatisfy({ $0 > 0 }) else {
      throw ValidationError("A limit is a number greater than 0.")
    }
  }

  var limits: ImportLimits {
    // UTF-16 has two bytes for what is one in UTF-8, in which the largest input is counted.
    let inflated = largestInput.multipliedReportingOverflow(by: 2)
    return ImportLimits(
      xml: XMLLimits(inputBytes: largestInput, depth: deepest, lookAheadBytes: longestTag),
      zip: ZipLimits(
        inflatedBytes: inflated.overflow ? .max : inflated.partialValue, entries: mostEntries, ratio: highestRatio))
  }
}

/// The importer, with the command's errors.
struct PieceImporter: ~Copyable {
  private var importer: TopologyFileImporter

  init(_ file: InputFile, _ limits: ImportLimits) {
    importer = TopologyFileImporter(fileName: file.name, limits: limits)
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
