public import Diagnostics
public import Topology
internal import XMLStream

/// A deployment as a file states it, and what is odd about it.
public struct ImportedTopology: Sendable, Equatable {
  public var topology: Topology
  /// Warnings and notes, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// The entry that lines refer to, as diagnostics name it, where the file is an archive.
  public var archiveEntry: String?

  public init(topology: Topology, diagnostics: [Diagnostic], archiveEntry: String? = nil) {
    self.topology = topology
    self.diagnostics = diagnostics
    self.archiveEntry = archiveEntry
  }
}

/// Reads a topology file of any shape and encoding, but not an archive, in chunks of any size. The sizes change nothing about the result.
///
///     var importer = TopologyImporter(fileName: "topology.xml")
///     while let chunk = … { try importer.read(chunk.span) }
///     let imported = try importer.finish()
public struct TopologyImporter: ~Copyable {
  private let fileName: String
  private let limits: ImportLimits
  private var pieces = PieceBuffer(size: XMLParser.pieceSize)
  private var decoding = TextDecoding()
  private var text: TopologyText
  private var failure: UnusableInput?

  /// - Parameter fileName: the file as the user named it, for messages.
  public init(fileName: String, limits: ImportLimits = .standard) {
    self.fileName = fileName
    self.limits = limits
    text = TopologyText(document: DocumentReader(), limits: limits.xml)
  }

  /// Imports a file that is in memory.
  ///
  /// - Throws: ``UnusableInput`` with every error found, when there is no topology that could be used.
  public static func importTopology(
    _ bytes: [UInt8], fileName: String, limits: ImportLimits = .standard
  ) throws(UnusableInput) -> ImportedTopology {
    var importer = TopologyImporter(fileName: fileName, limits: limits)
    try importer.read(bytes.span)
    return try importer.finish()
  }

  /// Reads the next bytes of the file.
  ///
  /// - Throws: ``UnusableInput`` as soon as it is certain that the file is no usable topology; every further call
  ///   throws the same.
  public mutating func read(_ chunk: Span<UInt8>) throws(UnusableInput) {
    if let failure { throw failure }
    var begin = 0
    while begin < chunk.count {
      let rest = chunk.extracting(begin..<chunk.count)
      if pieces.isEmpty, rest.count >= pieces.size {
        try decode(rest.extracting(0..<pieces.size))
        begin += pieces.size
      } else {
        begin += pieces.fill(from: rest)
        if pieces.isFull { try decodeBuffered() }
      }
    }
  }

  /// Says that the file is complete, and resolves its references.
  ///
  /// - Throws: ``UnusableInput`` with every error found.
  public consuming func finish() throws(UnusableInput) -> ImportedTopology {
    if let failure { throw failure }
    if !pieces.isEmpty { try decodeBuffered() }
    var builder: DeploymentBuilder
    do throws(ImportProblem) {
      try decoding.finish(&text)
      builder = try text.finish()
    } catch {
      throw UnusableInput(error.diagnostic(file: fileName))
    }
    let problems = builder.complete(limit: limits.diagnostics)
    let diagnostics = problems.map { $0.diagnostic(file: fileName) }
    if problems.contains(where: { $0.severity == .error }) { throw UnusableInput(diagnostics) }
    return ImportedTopology(topology: builder.topology, diagnostics: diagnostics)
  }

  private mutating func decodeBuffered() throws(UnusableInput) {
    let piece = pieces.take()
    try decode(piece.span)
    pieces.giveBack(piece)
  }

  private mutating func decode(_ piece: Span<UInt8>) throws(UnusableInput) {
    do throws(ImportProblem) {
      try decoding.decode(piece, into: &text)
    } catch {
      let failure = UnusableInput(error.diagnostic(file: fileName))
      self.failure = failure
      throw failure
    }
  }
}
