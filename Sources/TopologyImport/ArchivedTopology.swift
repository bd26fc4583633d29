internal import Diagnostics
internal import ZipArchive

/// Finds the topology among the entries of an archive, and imports it while it is unpacked.
///
/// It is the entry called `DocItemSet.xml`, in any folder and case. Where there is none, it is the one file called
/// `.xml` or `.tbxml` that would be accepted by itself: people pack a topology before they mail it.
struct ArchivedTopology: ~Copyable, ZipReceiver {
  private enum Rank: Comparable {
    /// Called like a topology, but unusable as one.
    case broken
    case topology
    /// Called `DocItemSet.xml`, usable or not.
    case export
  }

  private struct Candidate {
    let entry: String
    let rank: Rank
    let result: Result<ImportedTopology, UnusableInput>
  }

  private let file: String
  private let limits: ImportLimits
  private var importer: TopologyImporter?
  private var failure: UnusableInput?
  /// The entry that is being read.
  private var entry = ""
  private var isExport = false

  private var best: Candidate?
  /// A second one of the rank of the best.
  private var rival: String?
  private var innerArchive: String?

  init(fileName: String, limits: ImportLimits) {
    file = fileName
    self.limits = limits
  }

  mutating func begin(_ entry: ZipEntry) -> Bool {
    guard !entry.isFolder, let last = entry.parts.last?.lowercased() else { return false }
    isExport = last == "docitemset.xml"
    if last.hasSuffix(".zip"), innerArchive == nil { innerArchive = entry.name }
    guard isExport || best?.rank != .export && (last.hasSuffix(".xml") || last.hasSuffix(".tbxml")) else {
      return false
    }
    self.entry = entry.name
    failure = nil
    guard !isExport, entry.obstacle != nil else {
      importer = TopologyImporter(fileName: ArchiveName.file(of: entry.name, in: file), limits: limits)
      return true
    }
    // Not an error yet: the export may be another entry.
    let error = ZipError(.obstacle(entry.obstacle ?? .encrypted), entry: entry.name)
    add(.failure(UnusableInput(ZipProblem.diagnostic(error, file: file, limits: limits.zip))))
    return false
  }

  mutating func take(_ bytes: Span<UInt8>) {
    // After a failure the entry is unpacked to its end all the same: if it is damaged, that is the better answer.
    guard failure == nil else { return }
    do throws(UnusableInput) {
      try importer?.read(bytes)
    } catch {
      failure = error
    }
  }

  mutating func end() {
    guard let importer = importer.take() else { return }
    if let failure { return add(.failure(failure)) }
    do throws(UnusableInput) {
      var imported = try importer.finish()
      imported.archiveEntry = ArchiveName.shown(entry)
      add(.success(imported))
    } catch {
      add(.failure(error))
    }
  }

  /// The topology, once the archive was read to its end.
  consuming func finish() throws(UnusableInput) -> ImportedTopology {
    guard let best else { throw UnusableInput(ZipProblem.noTopology(file: file, inner: innerArchive)) }
    if let rival, best.rank != .broken {
      throw UnusableInput(ZipProblem.twoTopologies(file: file, best.entry, rival))
    }
    return try best.result.get()
  }

  private mutating func add(_ result: Result<ImportedTopology, UnusableInput>) {
    let rank: Rank
    switch result {
    case _ where isExport: rank = .export
    case .success: rank = .topology
    case .failure(let error):
      if error.diagnostics.contains(where: { Self.otherKinds.contains($0.id) }) { return }
      rank = .broken
    }
    let candidate = Candidate(entry: entry, rank: rank, result: result)
    guard let best, best.rank >= rank else {
      best = candidate
      rival = nil
      return
    }
    if best.rank == rank, rival == nil { rival = entry }
  }

  /// What the importer says of files that are nothing to do with a topology.
  private static let otherKinds: Set<String> = [
    "topology-empty", "topology-not-xml", "topology-other-xml", "topology-property-list", "topology-clixml",
    "topology-zip",
  ]
}
