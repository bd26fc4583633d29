internal import BackupPlanning
internal import CivilTime

/// Files and folders of a backup share, put to the items whose planned names they have.
struct FileMatches {
  private(set) var count = 0
  private(set) var matched = 0
  private(set) var disputed = 0
  private(set) var foreign = CappedList()
  /// Each once.
  private(set) var notes: Set<String> = []

  private let planned: [BackupItem]
  private let names: PlannedNames
  private var files: [PlannedNames.Position: [BackupGeneration]] = [:]
  private var folders: [PlannedNames.Position: [String: BackupGeneration]] = [:]
  /// How many sources there were: folders of one path in two of them are two backups.
  private var sources = 0

  init(_ planned: [BackupItem], _ names: PlannedNames) {
    self.planned = planned
    self.names = names
  }

  func generations(of item: PlannedNames.Position) -> [BackupGeneration] {
    (files[item] ?? []) + (folders[item] ?? [:]).values
  }

  /// A folder in which all files have the same fate, or none that concerns them.
  private struct Place {
    var parts: ArraySlice<String> = []
    /// The backed-up folder that this one is, or is in: how many names of the path it has, and whose it can be.
    var backup: (depth: Int, items: [PlannedNames.Position])?
  }

  mutating func add(_ source: EvidenceSource) {
    sources += 1
    var seen: Set<Key> = []
    let unique = source.files.filter { seen.insert(Key($0)).inserted }.sorted { $0.path < $1.path }
    count += unique.count
    let parents = Set(
      unique.map { PathParts.of($0.path).dropLast() } + source.folders.map { PathParts.of($0.path)[...] })
    var destinations = DestinationFolders(parents)
    var place = Place()
    for file in unique {
      let parts = PathParts.of(file.path)
      let parents = parts.dropLast()
      if place.parts != parents { place = self.place(of: parents) }
      if let backup = place.backup {
        let name = Self.prefix(of: file.path, backup.depth)
        guard let item = owner(backup.items, parts[..<backup.depth], name, &destinations) else { continue }
        matched += 1
        grow(item, name: name, by: file)
      } else {
        let candidates = names.items(parts[...], isFolder: false)
        guard !candidates.isEmpty else {
          foreign.append(file.path)
          continue
        }
        guard let item = owner(candidates, parts[...], file.path, &destinations) else { continue }
        matched += 1
        files[item, default: []].append(BackupGeneration(file))
      }
    }
    for folder in source.folders { addEmpty(folder, &destinations) }
  }

  /// The same file can be in a folder and in its manifest.
  private struct Key: Hashable {
    let path: [String]
    let size: Int
    let finished: [Int?]

    init(_ file: BackupFile) {
      path = PathParts.of(file.path)
      size = file.size
      finished = [file.modified.day.number, file.modified.secondOfDay]
    }
  }

  /// The outermost folder counts: what is in a copy of a share is part of it, whatever it is called.
  private func place(of parts: ArraySlice<String>) -> Place {
    for depth in parts.indices.map({ $0 + 1 }) {
      let items = names.items(parts[..<depth], isFolder: true)
      if !items.isEmpty { return Place(parts: parts, backup: (depth, items)) }
    }
    return Place(parts: parts)
  }

  /// The one item that a file or folder belongs to. Where it is none, or not one alone, nobody's backup is passed.
  private mutating func owner(
    _ candidates: [PlannedNames.Position], _ parts: ArraySlice<String>, _ path: String,
    _ destinations: inout DestinationFolders
  ) -> PlannedNames.Position? {
    var inside: [PlannedNames.Position] = []
    var anywhere: [PlannedNames.Position] = []
    for candidate in candidates {
      switch destinations.contain(parts.dropLast(), of: planned[candidate]) {
      case true?: inside.append(candidate)
      case nil: anywhere.append(candidate)
      case false?: break
      }
    }
    let possible = inside.isEmpty ? anywhere : inside
    if possible.count == 1 { return possible[0] }
    disputed += 1
    let ids = (possible.isEmpty ? candidates : possible).map { planned[$0].id }.joined(separator: ", ")
    notes.insert(
      possible.isEmpty
        ? "\(path) is called like the backup of \(ids), but is not in the folder of its destination: not counted"
        : "\(path) can be the backup of \(ids): counted for none; give them names or destinations of their own")
    return nil
  }

  private func key(_ folder: String) -> String { "\(sources):\(folder.lowercased())" }

  private mutating func grow(_ item: PlannedNames.Position, name: String, by file: BackupFile) {
    let key = self.key(name)
    guard var folder = folders[item]?[key] else {
      folders[item, default: [:]][key] = BackupGeneration(
        name: name, finished: file.modified, size: file.size, flaw: file.size == 0 ? .empty : nil, isUnexamined: false)
      return
    }
    if folder.finished.isBefore(file.modified) { folder.finished = file.modified }
    let sum = (folder.size ?? 0).addingReportingOverflow(file.size)
    folder.size = sum.overflow ? .max : sum.partialValue
    folder.flaw = folder.size == 0 ? .empty : nil
    folders[item]?[key] = folder
  }

  /// A folder of a planned name in which no file was found.
  private mutating func addEmpty(_ folder: BackupFolder, _ destinations: inout DestinationFolders) {
    let parts = PathParts.of(folder.path)
    guard let backup = place(of: parts[...]).backup, backup.depth == parts.count else { return }
    let key = self.key(folder.path)
    guard !backup.items.contains(where: { folders[$0]?[key] != nil }) else { return }
    let before = disputed
    let item = owner(backup.items, parts[...], folder.path, &destinations)
    disputed = before
    guard let item else { return }
    folders[item, default: [:]][key] = BackupGeneration(
      name: folder.path, finished: folder.modified, size: 0, flaw: .empty, isUnexamined: false)
  }

  /// The first `count` names of a path, as written.
  private static func prefix(of path: String, _ count: Int) -> String {
    var names = 0
    var isInName = false
    for index in path.indices {
      let isSeparator = path[index] == "/" || path[index] == "\\"
      if !isSeparator, !isInName { names += 1 }
      isInName = !isSeparator
      if isSeparator, names == count { return String(path[..<index]) }
    }
    return path
  }
}

extension BackupGeneration {
  fileprivate init(_ file: BackupFile) {
    let isArchive = file.path.lowercased().hasSuffix(".zip")
    let flaw: Flaw? =
      switch file.archive {
      case _ where file.size == 0: .empty
      case .unreadable(let reason): .unreadable(reason)
      case .unknown, .readable: nil
      }
    self.init(
      name: file.path, finished: file.modified, size: file.size, flaw: flaw,
      isUnexamined: isArchive && file.archive == .unknown, sha256: file.sha256)
  }
}
