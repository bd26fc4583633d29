internal import ArgumentParser
internal import BackupPlanning
internal import Diagnostics
internal import Evidence
internal import Glibc

/// What is known about backups themselves.
struct EvidenceArguments: ParsableArguments {
  @Option(
    name: .customLong("evidence"),
    help: ArgumentHelp(
      "A copy of the backup share, or a manifest or export of msdb.dbo.backupset (CSV). Can be given several times.",
      valueName: "path"))
  var paths: [String] = []

  @Option(name: .customLong("max-evidence-files"), help: "The most files and folders in a folder of evidence.")
  var mostEntries = EvidenceLimits().entries

  @Option(name: .customLong("max-evidence-depth"), help: "How deep the folders of evidence may be nested.")
  var deepest = EvidenceLimits().depth

  @Option(name: .customLong("max-evidence-path-bytes"), help: "The longest path in a folder of evidence, in bytes.")
  var longestPath = EvidenceLimits().pathBytes

  func validate() throws {
    guard mostEntries > 0, deepest > 0, longestPath > 0 else {
      throw ValidationError("A limit is a number greater than 0.")
    }
    if paths.contains("-") { throw ValidationError("Evidence is a folder or a file, not standard input.") }
  }

  /// What the folders and files say, after the diagnostics about them have been printed; nil where none is named.
  func read(_ plan: Plan, _ console: Console) throws(CommandFailure) -> [EvidenceSource]? {
    guard !paths.isEmpty else { return nil }
    let names = PlannedNames(plan.backupItems)
    var sources: [EvidenceSource] = []
    for path in paths { sources.append(try read(path, names, console)) }
    return sources
  }

  private func read(_ path: String, _ names: PlannedNames, _ console: Console) throws(CommandFailure) -> EvidenceSource
  {
    let descriptor: FileDescriptor
    let kind: mode_t
    do throws(SystemError) {
      // Without waiting for whoever would write into a pipe.
      descriptor = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      kind = try descriptor.status().st_mode & S_IFMT
    } catch {
      throw Self.cannotOpen(path, error.message)
    }
    defer { try? descriptor.close() }
    switch kind {
    case S_IFDIR: return try readFolder(path, descriptor, names, console)
    case S_IFREG:
      let table = try Self.table(descriptor, fileName: path)
      console.report(table.warnings)
      return table.source
    default: throw Self.cannotOpen(path, "neither a folder nor a file")
    }
  }

  private func readFolder(
    _ path: String, _ descriptor: FileDescriptor, _ names: PlannedNames, _ console: Console
  ) throws(CommandFailure) -> EvidenceSource {
    let limits = EvidenceLimits(entries: mostEntries, depth: deepest, pathBytes: longestPath)
    var folder = EvidenceFolder(name: path, limits: limits, isPlanned: names.areOf)
    try folder.read(descriptor)
    var source = folder.source
    for name in Self.tableNames {
      guard let position = source.files.firstIndex(where: { $0.path == name }) else { continue }
      guard let table = try tableInFolder(name, path, descriptor, console) else { continue }
      source.files.remove(at: position)
      source.files += table.source.files
      source.databaseBackups += table.source.databaseBackups
    }
    return source
  }

  /// Files of a folder that describe backups, where they are what their names say.
  private static let tableNames = ["backupset.csv", "manifest.csv"]

  /// Nil where the file is called so by chance: then it is a file like others.
  private func tableInFolder(
    _ name: String, _ path: String, _ folder: FileDescriptor, _ console: Console
  ) throws(CommandFailure) -> EvidenceTable? {
    let fileName = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    let descriptor: FileDescriptor
    do {
      descriptor = try folder.openEntry(FileDescriptor.EntryName(bytes: Array(name.utf8)))
    } catch {
      throw Self.cannotOpen(fileName, error.message)
    }
    defer { try? descriptor.close() }
    do {
      let table = try Self.table(descriptor, fileName: fileName)
      console.report(table.warnings)
      return table
    } catch {
      guard error.diagnostics.allSatisfy({ EvidenceTable.unknownForms.contains($0.id) }) else { throw error }
      console.report(
        error.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.severity = .warning
          return diagnostic
        })
      return nil
    }
  }

  private static func table(_ descriptor: FileDescriptor, fileName: String) throws(CommandFailure) -> EvidenceTable {
    let bytes: [UInt8]
    do {
      // One byte more, in case the file grows while it is read.
      let size = min(Int(try descriptor.status().st_size), largestTable)
      bytes = try descriptor.read(at: 0, count: size + 1)
    } catch {
      throw CommandFailure(
        .readingOrWritingFailed, id: "input-failed", file: fileName, "reading failed: \(error.message)",
        remedy: "check the disk or the connection, then try again")
    }
    guard bytes.count <= largestTable else {
      throw CommandFailure(
        .unusableInput, id: "limit-exceeded", file: fileName,
        "larger than \(largestTable) bytes, the limit for such a file", remedy: "leave out what is older than a month")
    }
    do {
      return try EvidenceTable(bytes, fileName: fileName)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// 64 MiB: half a million rows and more.
  private static let largestTable = 1 << 26

  private static func cannotOpen(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      .inputCannotBeOpened, id: "input-not-opened", file: path, "cannot be opened: \(reason)",
      remedy: "name a folder, a manifest or an export that you may read")
  }
}
