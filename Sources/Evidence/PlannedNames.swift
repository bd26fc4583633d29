public import BackupPlanning

/// By which names the backups of items are found.
public struct PlannedNames: Sendable {
  /// The place of an item in the plan.
  typealias Position = Int

  private struct Name {
    var item: Position
    /// Names of the folders that the planned name has in front, such as `filestore`.
    var parents: ArraySlice<String>
    /// Whether a folder of the name is a backup of the item, too.
    var canBeFolder: Bool
  }

  private var names: [String: [Name]] = [:]

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
          canBeFolder: item.worksheet == .fileStore))
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
        (planned.canBeFolder || !isFolder) && parents.suffix(planned.parents.count).elementsEqual(planned.parents)
      }
      if !found.isEmpty { return found.map(\.item) }
    }
    return []
  }
}
