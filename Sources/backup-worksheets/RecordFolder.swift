internal import Fleet
internal import Glibc

/// The records of a fleet's deployments, in a hidden folder beside theirs.
struct RecordFolder {
  let path: String

  /// - Parameter output: The folder of the fleet.
  init(output: String) { path = "\(output)/\(FleetIndexFiles.records)" }

  /// 1 MiB: a thousand times what one holds.
  private static let largest = 1 << 20

  private func file(of name: String) -> String { "\(path)/\(DeploymentRecord.fileName(of: name))" }

  /// The record of a deployment; nil where there is none that can be used, whatever the reason: then the worksheets are
  /// written anew.
  func record(of name: String) -> DeploymentRecord? {
    let path = file(of: name)
    guard OutputFolder.kind(of: path) == S_IFREG, let bytes = try? InputFile(path: path).contents(limit: Self.largest),
      let record = DeploymentRecord(json: bytes), record.name == name
    else { return nil }
    return record
  }

  /// Puts a record in place of the one that is there, whole or not at all.
  func write(_ record: DeploymentRecord) throws(CommandFailure) {
    let file = StagedFile(file(of: record.name))
    // What a killed run left behind.
    file.discard()
    do throws(StagedFile.Failure) {
      try file.write(record.json)
    } catch {
      switch error {
      case .creating(let error): throw cannotCreate(file.target, error)
      case .writing(let error):
        file.discard()
        throw OutputFolder.cannotWrite(file.target, error)
      }
    }
    do throws(SystemError) {
      try file.replace()
    } catch {
      file.discard()
      throw OutputFolder.cannotWrite(file.target, error)
    }
  }

  /// The deployments that have a record, sorted.
  var names: [String] { InputFile.names(in: path).compactMap(DeploymentRecord.name).sorted() }

  private func cannotCreate(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .outputCannotBeCreated, id: "output-not-created", file: path, "cannot be created: \(error.message)",
      remedy: "mend the permissions of the folder of the records")
  }
}
