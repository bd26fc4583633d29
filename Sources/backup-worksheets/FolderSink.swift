internal import Rendering

/// Writes files into temporary files of an output folder while they are rendered.
final class FolderSink: OutputSink {
  private let folder: OutputFolder
  private var files: [(name: String, file: StreamedFile)] = []

  init(_ folder: OutputFolder) { self.folder = folder }

  func take(_ bytes: inout [UInt8], of name: String) {
    if files.last?.name != name { files.append((name, StreamedFile(folder.target(name)))) }
    files.last?.file.append(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Ends the files. To be called once.
  func finish() -> [StreamedFile.Outcome] { files.map { $0.file.finish() } }
}
