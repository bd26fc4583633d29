public import Diagnostics

/// One deployment of a fleet with all that is said about it: what is read and where its worksheets go.
public struct FleetDeployment: Sendable, Equatable {
  /// Where it is said; nil for one of the command line.
  public var location: SourceLocation?
  /// Name of its folder and in the index.
  public var name: String
  public var topology: String
  public var policy: String?
  public var entries: String?
  /// Whether the entries are named for many, some of which may have none yet.
  public var mayLackEntries: Bool
  public var output: String
  public var language: String?
  public var formats: [String]?

  public init(
    location: SourceLocation? = nil, name: String, topology: String, policy: String? = nil, entries: String? = nil,
    mayLackEntries: Bool = false, output: String, language: String? = nil, formats: [String]? = nil
  ) {
    self.location = location
    self.name = name
    self.topology = topology
    self.policy = policy
    self.entries = entries
    self.mayLackEntries = mayLackEntries
    self.output = output
    self.language = language
    self.formats = formats
  }
}

/// The deployments of a manifest, in its order.
public struct FleetDeployments {
  /// What stands for the name in the paths of entries that find many.
  private static let placeholder = "{name}"

  private let manifest: FleetManifest
  private let folder: String
  private var deployments: [FleetDeployment] = []
  private var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - folder: What leads to the manifest's folder, with a slash at its end; empty for none.
  ///   - files: The files that a pattern finds, sorted.
  /// - Throws: ``UnusableInput`` where a pattern finds nothing, a name is none, or two share a name or a folder.
  public static func all(
    of manifest: FleetManifest, in folder: String, files: (String) -> [String]
  ) throws(UnusableInput) -> [FleetDeployment] {
    var all = FleetDeployments(manifest: manifest, folder: folder)
    for entry in manifest.entries { all.add(entry, files) }
    all.refuseClashes()
    guard all.diagnostics.isEmpty else { throw UnusableInput(all.diagnostics) }
    return all.deployments
  }

  /// The folder of the index.
  public static func output(of manifest: FleetManifest, in folder: String) -> String {
    path(manifest.output, in: folder)
  }

  private init(manifest: FleetManifest, folder: String) {
    self.manifest = manifest
    self.folder = folder
  }

  private static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + path
  }

  private mutating func add(_ entry: FleetManifest.Entry, _ files: (String) -> [String]) {
    switch entry.source {
    case .file(let topology):
      let name = entry.name?.text ?? DeploymentName.stem(of: topology.text)
      add(
        entry, topology: Self.path(topology.text, in: folder), name: name,
        location: entry.name?.location ?? topology.location)
    case .pattern(let pattern): add(entry, pattern, files)
    }
  }

  private mutating func add(
    _ entry: FleetManifest.Entry, _ pattern: FleetManifest.Value, _ files: (String) -> [String]
  ) {
    let path = PathPattern(Self.path(pattern.text, in: Self.literal(folder)))
    guard path.hasWildcards else {
      return report(
        "fleet-wrong-value", pattern.location, "\"\(pattern.text)\" has no wildcard",
        remedy: "give one file as topology, or put * where the names differ")
    }
    let found = files(Self.path(pattern.text, in: Self.literal(folder)))
    if found.isEmpty {
      report(
        "fleet-nothing-found", pattern.location, "\"\(pattern.text)\" finds no file",
        remedy: "check the path from the manifest's folder, or remove the entry")
    }
    for file in found {
      guard let name = path.name(of: file) else {
        report(
          "fleet-name-unusable", pattern.location, "what the wildcards stand for in \"\(file)\" cannot be told",
          remedy: "use * and ? only, or give the file as topology with a name")
        continue
      }
      add(entry, topology: file, name: name, location: pattern.location)
    }
  }

  /// The manifest's folder has no wildcards, whatever it is called.
  private static func literal(_ folder: String) -> String {
    var literal = ""
    for scalar in folder.unicodeScalars {
      if "*?[]\\".unicodeScalars.contains(scalar) { literal.unicodeScalars.append("\\") }
      literal.unicodeScalars.append(scalar)
    }
    return literal
  }

  private mutating func add(
    _ entry: FleetManifest.Entry, topology: String, name: String, location: SourceLocation
  ) {
    if let problem = DeploymentName.problem(with: name) {
      return report(
        "fleet-name-unusable", location, "\"\(name)\" cannot name a deployment: it \(problem)",
        remedy: "give the deployment another name")
    }
    let settings = entry.settings.filled(from: manifest.defaults)
    func path(_ value: FleetManifest.Value?) -> String? {
      value.map { Self.path($0.text.filling(Self.placeholder, with: name), in: folder) }
    }
    deployments.append(
      FleetDeployment(
        location: location, name: name, topology: topology, policy: path(settings.policy),
        entries: path(settings.entries),
        mayLackEntries: settings.entries?.text.contains(Self.placeholder) ?? false,
        output: path(entry.output) ?? "\(Self.output(of: manifest, in: folder))/\(name)",
        language: settings.language?.text, formats: settings.formats))
  }

  // MARK: Clashes

  private mutating func refuseClashes() {
    var positions: [String: Int] = [:]
    for (position, deployment) in deployments.enumerated() {
      if let other = positions.updateValue(position, forKey: DeploymentName.key(of: deployment.name)) {
        let other = deployments[other]
        report(
          "fleet-name-repeated", deployment.location,
          "\"\(deployment.name)\" is the name of two deployments, at most a difference of case apart: \(other.topology) "
            + "(\(Self.place(other))) and \(deployment.topology)",
          remedy: "give one of them another name")
      }
    }
    guard diagnostics.isEmpty else { return }
    refuseFoldersInEachOther()
  }

  private mutating func refuseFoldersInEachOther() {
    let index = LexicalPath.parts(Self.output(of: manifest, in: folder))
    let records = index + [FleetIndexFiles.records]
    var sorted: [(parts: [String], position: Int)] = []
    for (position, deployment) in deployments.enumerated() {
      let parts = LexicalPath.parts(deployment.output)
      if index.starts(with: parts) || parts.starts(with: records) {
        report(
          "fleet-output-clash", deployment.location,
          "\"\(deployment.output)\" holds, or is in, the folder of the index",
          remedy: "leave output out, or name a folder of its own")
      }
      sorted.append((parts, position))
    }
    sorted.sort { $0.parts.lexicographicallyPrecedes($1.parts) }
    for (one, other) in zip(sorted, sorted.dropFirst()) where other.parts.starts(with: one.parts) {
      let (one, other) = (deployments[one.position], deployments[other.position])
      report(
        "fleet-output-clash", other.location,
        "\(other.name) would write into the folder of \(one.name), \(one.output) (\(Self.place(one)))",
        remedy: "give one of them another output")
    }
  }

  private static func place(_ deployment: FleetDeployment) -> String {
    deployment.location?.line.map { "line \($0)" } ?? deployment.topology
  }

  private mutating func report(_ id: String, _ location: SourceLocation?, _ message: String, remedy: String) {
    diagnostics.append(Diagnostic(id: id, severity: .error, location: location, message: message, remedy: remedy))
  }
}

/// Paths by their names alone, as no file system has to be asked.
enum LexicalPath {
  /// The names on the way, without `.` and what `..` takes back; case does not count.
  static func parts(_ path: String) -> [String] {
    var parts: [String] = path.hasPrefix("/") ? ["/"] : []
    for part in path.lowercased().split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", last != "/" {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }
}

extension String {
  /// With `text` in place of every `placeholder`; what `text` holds is not looked at again.
  fileprivate func filling(_ placeholder: String, with text: String) -> String {
    replacing(placeholder, with: text)
  }
}
