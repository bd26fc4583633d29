public import BackupPlanning

/// By which names the backups of items are found.
public struct PlannedNames: Sendable {
  /// The place of an item in the plan.
  typealias Position = Int

  private struct Name {
    var item: Position
    /// Names of the folders that the planned name has in front, such as `filestore`.
    var parents: ArraySlice<String>
    /// Whether a folder of the name is a backup of the item.
    var canBeFolder: Bool
    /// Whether a file of the name is one.
    var canBeFile: Bool
  }

  private var names: [String: [Name]] = [:]

  /// A share is copied as a folder, unless somebody gave the backup set the name of an archive.
  private static func isArchive(_ name: String) -> Bool {
    let archives = [".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".cab", ".bak", ".bkf", ".vhd", ".vhdx"]
    return archives.contains { name.lowercased().hasSuffix($0) }
  }

  public init(_ items: [BackupItem]) {
    for (position, item) in items.enumerated() {
      let parts = PathParts.of(item.backupSet.name)
      guard let last = parts.last else { continue }
      // Of a whole path, only the end is sure to be in a copy of the share.
      let isWholePath =
        item.backupSet.name.hasPrefix(#"\\"#) || item.backupSet.name.hasPrefix("/") || parts[0].hasSuffix(":")
      names[last, default: []].append(
        Name(
          item: position, parents: isWholePath ? [] : parts.dropLast(),
          canBeFolder: item.worksheet == .fileStore,
          canBeFile: item.worksheet != .fileStore || Self.isArchive(last)))
    }
  }

  /// Whether the file of this path is, by its name, a backup of some item.
  public func areOf(file path: String) -> Bool {
    !items(PathParts.of(path)[...], isFolder: false).isEmpty
  }

  /// Items that the file or folder of this path is, by its name, a backup of. A name with a date behind it counts where
  /// nothing is called so exactly.
  func items(_ path: ArraySlice<String>, isFolder: Bool) -> [Position] {
    guard let last = path.last else { return [] }
    let parents = path.dropLast()
    for name in [last] + DatedName.undated(last) {
      let found = (names[name] ?? []).filter { planned in
        (isFolder ? planned.canBeFolder : planned.canBeFile)
          && parents.suffix(planned.parents.count).elementsEqual(planned.parents)
      }
      if !found.isEmpty { return found.map(\.item) }
    }
    return []
  }
}
