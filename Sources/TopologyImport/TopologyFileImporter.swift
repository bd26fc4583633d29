public import Diagnostics
internal import ZipArchive

/// Reads a topology as people have it: a file of any shape and encoding, or a zip archive with one in it, in chunks
/// of any size. The first bytes tell which; names do not count.
///
/// An archive is unpacked on the way to the importer: nothing of it touches a disk.
public struct TopologyFileImporter: ~Copyable {
  private let file: String
  private let limits: ImportLimits
  /// The first bytes, until they tell what the file is.
  private var beginning: [UInt8] = []
  // One of them, once that is known. Not in the cases of an enumeration: changing a payload would move it out and in.
  private var text: TopologyImporter?
  private var archive: ZipReader?
  private var entries: ArchivedTopology
  private var failure: UnusableInput?

  /// - Parameter fileName: the file as the user named it, for messages.
  public init(fileName: String, limits: ImportLimits = .standard) {
    file = fileName
    self.limits = limits
    entries = ArchivedTopology(fileName: fileName, limits: limits)
  }

  /// Reads the next bytes of the file.
  ///
  /// - Throws: ``UnusableInput`` as soon as it is certain that the file is no usable topology; every further call
  ///   throws the same.
  public mutating func read(_ chunk: Span<UInt8>) throws(UnusableInput) {
    if let failure { throw failure }
    do throws(UnusableInput) {
      if text != nil {
        try text?.read(chunk)
      } else if archive != nil {
        try unpack(chunk)
      } else {
        try begin(chunk)
      }
    } catch {
      failure = error
      throw error
    }
  }

  /// Says that the file is complete, and resolves the topology's references.
  ///
  /// - Throws: ``UnusableInput`` with every error found.
  public consuming func finish() throws(UnusableInput) -> ImportedTopology {
    if let failure { throw failure }
    // Shorter than what would tell: of an archive, when there is a second letter of it.
    if text == nil, archive == nil {
      let bytes = beginning
      try open(asArchive: bytes.count > 1, bytes.span)
    }
    if let text = text.take() { return try text.finish() }
    do throws(ZipError) {
      try archive?.finish()
    } catch {
      throw UnusableInput(ZipProblem.diagnostic(error, file: file, limits: limits.zip))
    }
    return try entries.finish()
  }

  private mutating func begin(_ chunk: Span<UInt8>) throws(UnusableInput) {
    let isFirst = beginning.isEmpty
    for index in chunk.indices {
      beginning.append(chunk[index])
      guard let isArchive = ZipReader.isArchive(beginning) else { continue }
      if !isArchive, Self.isForeign(beginning[0]), file.lowercased().hasSuffix(".zip") {
        throw UnusableInput(ZipProblem.notAnArchive(file: file))
      }
      // Whole, because the importer does not copy pieces of its own size.
      if isFirst { return try open(asArchive: isArchive, chunk) }
      let bytes = beginning
      try open(asArchive: isArchive, bytes.span)
      return try read(chunk.extracting((index + 1)..<chunk.count))
    }
  }

  private mutating func open(asArchive: Bool, _ bytes: Span<UInt8>) throws(UnusableInput) {
    if asArchive {
      archive = ZipReader(limits: limits.zip)
      try unpack(bytes)
    } else {
      text = TopologyImporter(fileName: file, limits: limits)
      try text?.read(bytes)
    }
  }

  private mutating func unpack(_ bytes: Span<UInt8>) throws(UnusableInput) {
    do throws(ZipError) {
      try archive?.read(bytes, into: &entries)
    } catch {
      throw UnusableInput(ZipProblem.diagnostic(error, file: file, limits: limits.zip))
    }
  }

  /// Whether no text that is a topology begins with the byte: no `<`, blank, mark of a Unicode encoding or its NUL.
  private static func isForeign(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "<") && !ByteText.isBlank(byte) && ![0, 0xEF, 0xFE, 0xFF].contains(byte)
  }
}
