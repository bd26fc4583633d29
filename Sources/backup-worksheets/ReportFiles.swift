internal import Glibc

/// Reports that a command writes beside its results, in whatever folders. All of them are replaced or none.
struct ReportFiles {
  /// As the user named it, and where it is.
  private struct Report {
    let path: String
    let file: StagedFile
    let bytes: [UInt8]
  }

  private let reports: [Report]

  /// - Throws: ``CommandFailure`` with status 73 where a path cannot be followed.
  init(_ files: [(path: String, bytes: [UInt8])]) throws(CommandFailure) {
    var reports: [Report] = []
    for (path, bytes) in files {
      reports.append(Report(path: path, file: StagedFile(try StagedFile.resolve(path)), bytes: bytes))
    }
    self.reports = reports
  }

  /// Writes all files under other names, calls `body`, and renames them. A run that writes to the same folders at the
  /// same time waits.
  /// - Throws: ``CommandFailure`` with status 73 where a file cannot be created, 74 where writing fails, or what `body`
  ///   throws. Every file is as it was then.
  func write(andThen body: () throws(CommandFailure) -> Void) throws(CommandFailure) {
    var locks: [FileDescriptor] = []
    defer { for lock in locks { try? lock.close() } }
    for report in try inOrderOfFolders() {
      do {
        let folder = try FileDescriptor.open(report.file.folder, O_RDONLY | O_DIRECTORY)
        locks.append(folder)
        try folder.lock()
      } catch {
        throw Self.cannotCreate(report, error.message)
      }
    }
    defer { for report in reports { report.file.discard() } }
    for report in reports { try stage(report) }
    try body()
    do {
      try StagedFile.replaceAll(reports.map(\.file))
    } catch {
      let path = reports.first { $0.file.target == error.file.target }?.path ?? error.file.target
      throw OutputFolder.cannotWrite(path, error.error)
    }
  }

  /// A report of each folder, in an order that is the same for every run: two runs that wait for each other's folder
  /// would wait for ever.
  private func inOrderOfFolders() throws(CommandFailure) -> [Report] {
    var folders: [(dev_t, ino_t, Report)] = []
    for report in reports {
      var status = stat()
      guard unsafe stat(report.file.folder, &status) == 0 else {
        throw Self.cannotCreate(report, SystemError.last.message)
      }
      if !folders.contains(where: { $0.0 == status.st_dev && $0.1 == status.st_ino }) {
        folders.append((status.st_dev, status.st_ino, report))
      }
    }
    return folders.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private func stage(_ report: Report) throws(CommandFailure) {
    var old = stat()
    let exists = unsafe stat(report.file.target, &old) == 0
    if exists, old.st_mode & S_IFMT != S_IFREG { throw Self.cannotCreate(report, "not an ordinary file") }
    if exists, unsafe access(report.file.target, W_OK) != 0 {
      throw Self.cannotCreate(report, SystemError.last.message)
    }
    report.file.discard()
    do {
      try report.file.write(report.bytes, permissions: exists ? 0o600 : 0o666) { file throws(SystemError) in
        if exists { try file.adopt(old) }
      }
    } catch {
      switch error {
      case .creating(let error): throw Self.cannotCreate(report, error.message)
      case .writing(let error): throw OutputFolder.cannotWrite(report.path, error)
      }
    }
  }

  private static func cannotCreate(_ report: Report, _ reason: String) -> CommandFailure {
    CommandFailure(
      .outputCannotBeCreated, id: "output-not-created", file: report.path, "cannot be created or replaced: \(reason)",
      remedy: "choose another file after the \"=\" of the option, or mend the permissions")
  }
}
