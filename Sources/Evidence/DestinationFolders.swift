internal import BackupPlanning

/// Where in a copy of the share the folders are to which items are backed up.
///
/// Nobody says at which level of the destination a copy begins: of `\\backup\lync\emea\contoso` it can be the share or
/// any folder. So the longest end of the destination that the copy has anywhere is taken for it; where it has none, the
/// copy is taken to begin inside.
struct DestinationFolders {
  private let folders: [ArraySlice<String>]
  /// By the cell: few destinations serve many items.
  private var found: [String: [ArraySlice<String>]] = [:]

  /// - Parameter folders: Every folder that files are in.
  init(_ folders: some Sequence<ArraySlice<String>>) { self.folders = Array(folders) }

  /// Whether `folder` is in a destination of the item; nil where the copy has none of them.
  mutating func contain(_ folder: ArraySlice<String>, of item: BackupItem) -> Bool? {
    guard let cell = item.destination else { return nil }
    let ends: [ArraySlice<String>]
    if let known = found[cell] {
      ends = known
    } else {
      ends = cell.split { $0 == ";" || $0.isNewline }.compactMap { end(of: String($0)) }
      found[cell] = ends
    }
    return ends.isEmpty ? nil : ends.contains { PathParts.contains(folder, $0) }
  }

  /// The longest end of the destination that some folder has.
  private func end(of destination: String) -> ArraySlice<String>? {
    var parts = PathParts.of(destination.trimmingSpaces)[...]
    let text = destination.trimmingSpaces
    if text.hasPrefix(#"\\"#) || text.hasPrefix("//") {
      // Host and share.
      parts = parts.dropFirst(2)
    } else if parts.first?.hasSuffix(":") ?? false {
      // A drive; of an address the host, too.
      parts = parts.dropFirst(text.contains("://") ? 2 : 1)
    }
    return parts.indices.map { parts[$0...] }.first { end in folders.contains { PathParts.contains($0, end) } }
  }
}
