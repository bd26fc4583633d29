internal import Rendering

/// Writes files into temporary files of an output folder while they are rendered.
final class FolderSink: OutputSink {
  /// A file that was rendered.
  struct Rendered {
    let name: String
    /// SHA-256 of what it holds, hexadecimal; nil where nobody asked.
    let digest: String?
    let outcome: StreamedFile.Outcome
  }

  private let folder: OutputFolder
  private let takesDigests: Bool
  private var files: [(name: String, file: StreamedFile, tally: DigestTally?)] = []

  init(_ folder: OutputFolder, takesDigests: Bool = false) {
    self.folder = folder
    self.takesDigests = takesDigests
  }

  func take(_ bytes: inout [UInt8], of name: String) {
    if files.last?.name != name {
      files.append((name, StreamedFile(folder.target(name)), takesDigests ? DigestTally() : nil))
    }
    files.last?.file.append(bytes)
    files.last?.tally?.add(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Ends the files. To be called once.
  func finish() -> [Rendered] {
    files.map { Rendered(name: $0.name, digest: $0.tally?.finish(), outcome: $0.file.finish()) }
  }
}
