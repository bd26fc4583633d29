internal import ArgumentParser
internal import Diagnostics
internal import Fleet
internal import WorkbookRendering

/// A fleet as somebody asked for it.
struct RequestedFleet {
  var deployments: [FleetDeployment]
  var title: String?
  /// The folder of the index.
  var output: String
  /// What leads to the folder of the manifest; empty where there is none.
  var folder = ""
  /// Where no deployment says otherwise; the language is the index's, too.
  var formats: [WorksheetFormat]
  var language: String
}

/// Topologies of the command line.
enum CommandLineFleet {
  /// - Throws: `ValidationError` where a file's name cannot name a folder, or two give the same.
  static func check(_ topologies: [String]) throws {
    var known: [String: String] = [:]
    for topology in topologies {
      let name = DeploymentName.stem(of: topology)
      if let problem = DeploymentName.problem(with: name) {
        throw ValidationError(
          "'\(topology)' gives the folder '\(name)', which cannot be: the name \(problem). Rename the file, or use --fleet."
        )
      }
      if let other = known.updateValue(topology, forKey: DeploymentName.key(of: name)) {
        throw ValidationError(
          "'\(other)' and '\(topology)' would be written into the same folder, '\(name)'. Rename one, or use --fleet.")
      }
    }
  }

  static func fleet(
    of topologies: [String], policy: String?, entries: String?, _ options: WorksheetOptions
  ) -> RequestedFleet {
    let deployments = topologies.map { topology in
      let name = DeploymentName.stem(of: topology)
      return FleetDeployment(
        name: name, topology: topology, policy: policy, entries: entries, output: "\(options.output)/\(name)")
    }
    return RequestedFleet(
      deployments: deployments, output: options.output, formats: options.formats, language: options.language)
  }
}

/// A manifest on the disk.
struct ManifestFile {
  let path: String
  /// The folder given by `--templates`, which may have languages.
  let templates: String?

  /// 16 MiB: a hundred thousand deployments.
  private static let largest = 1 << 24

  /// - Throws: ``CommandFailure`` with status 66 where it cannot be opened, 65 where it cannot be used.
  func read() throws(CommandFailure) -> RequestedFleet {
    let file = InputFile(path: path)
    let bytes = try file.contents(limit: Self.largest)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .unusableInput, id: "fleet-not-utf8", file: file.name, "the manifest is not UTF-8", remedy: "save it as UTF-8")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var unreadable: CommandFailure?
    do throws(UnusableInput) {
      var reader = FleetManifestReader(
        fileName: file.name, languages: LanguageChoice(folder: templates).names, formats: Self.formats)
      let manifest = try reader.read(text)
      let deployments = try FleetDeployments.all(of: manifest, in: folder) { pattern in
        do throws(CommandFailure) {
          return try FoundFiles.matching(pattern)
        } catch {
          unreadable = unreadable ?? error
          return []
        }
      }
      return RequestedFleet(
        deployments: deployments, title: manifest.title, output: FleetDeployments.output(of: manifest, in: folder),
        folder: folder,
        formats: manifest.defaults.formats?.compactMap { WorksheetFormat(rawValue: $0) } ?? WorksheetFormat.usual,
        language: manifest.defaults.language?.text ?? "en")
    } catch {
      throw unreadable ?? CommandFailure(error)
    }
  }

  /// What this program can write.
  private static let formats = WorksheetFormat.allCases.filter { $0 != .xlsx || WorkbookRenderer.isBuiltIn }
    .map(\.rawValue)
}
