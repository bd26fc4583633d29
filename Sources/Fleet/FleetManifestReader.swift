public import Diagnostics
internal import StrictYAML
internal import Yams

/// Reads a manifest from YAML, strictly: an unknown key, a wrong type or an impossible value is an error with file, line
/// and remedy. All errors are found, not the first alone.
public struct FleetManifestReader {
  private let languages: [String]
  private let formats: [String]
  private var reader: NodeReader

  /// - Parameters:
  ///   - fileName: For messages only.
  ///   - languages: What can be asked for as `language`.
  ///   - formats: What can be asked for as `format`.
  public init(fileName: String, languages: [String], formats: [String]) {
    self.languages = languages
    self.formats = formats
    reader = NodeReader(fileName: fileName, kind: "fleet")
  }

  /// The manifest that `yaml` states.
  /// - Throws: ``UnusableInput`` with every error found.
  public mutating func read(_ yaml: String) throws(UnusableInput) -> FleetManifest {
    var manifest = FleetManifest()
    guard let root = try reader.root(of: yaml) else {
      throw UnusableInput(
        Diagnostic(
          id: "fleet-empty", severity: .error, location: SourceLocation(file: reader.fileName),
          message: "the manifest is empty", remedy: "write schema: \(FleetManifest.schema) and deployments: [...]"))
    }
    if let mapping = reader.mapping(root, "the manifest") { read(mapping, into: &manifest) }
    guard reader.diagnostics.isEmpty else { throw UnusableInput(reader.diagnostics) }
    return manifest
  }

  private static let keys = ["schema", "title", "output", "defaults", "deployments"]

  private mutating func read(_ mapping: NodeReader.Mapping, into manifest: inout FleetManifest) {
    var schema: String?
    for (key, keyNode, value) in mapping.entries {
      switch key {
      case "schema":
        schema = reader.text(value, key) ?? ""
        if schema != FleetManifest.schema { reportSchema(schema, value) }
      case "title": manifest.title = title(value)
      case "output": if let path = path(value, key) { manifest.output = path.text }
      case "defaults": manifest.defaults = defaults(value)
      case "deployments": manifest.entries = (reader.sequence(value, key) ?? []).compactMap { entry($0) }
      default: reader.reportUnknownKey(key, keyNode, in: mapping.path, known: Self.keys)
      }
    }
    // Other files are YAML, too: a policy given by mistake must not look like an empty fleet.
    if schema == nil { reportSchema(nil, mapping.node) }
    if !mapping.entries.contains(where: { $0.key == "deployments" }) {
      reader.report(
        "fleet-missing-key", mapping.node, "the manifest has no deployments",
        remedy: "add deployments: with an entry such as - {topology: contoso/topology.xml}")
    }
  }

  private mutating func reportSchema(_ schema: String?, _ node: Node) {
    let message =
      schema.map { "schema \"\($0)\" is not the one this version reads" } ?? "the manifest does not state its schema"
    reader.report("fleet-wrong-schema", node, message, remedy: "write schema: \(FleetManifest.schema)")
  }

  /// It is the heading of a page: one short line.
  private mutating func title(_ node: Node) -> String? {
    guard let text = reader.text(node, "title") else { return nil }
    guard text.count <= Self.longestTitle, !text.unicodeScalars.contains(where: VisibleText.isHidden) else {
      reader.report(
        "fleet-wrong-value", node, "title is no single line of at most \(Self.longestTitle) characters",
        remedy: "write a short one, such as Hosted deployments")
      return nil
    }
    return text
  }

  private static let longestTitle = 120

  // MARK: Settings

  private static let settingKeys = ["policy", "entries", "language", "format"]

  private mutating func defaults(_ node: Node) -> FleetManifest.Settings {
    var settings = FleetManifest.Settings()
    for (key, keyNode, value) in reader.mapping(node, "defaults")?.entries ?? [] {
      readSetting(key, keyNode, value, in: "defaults", into: &settings)
    }
    return settings
  }

  private mutating func readSetting(
    _ key: String, _ keyNode: Node, _ value: Node, in path: String, alsoKnown: [String] = [],
    into settings: inout FleetManifest.Settings
  ) {
    let name = "\(path).\(key)"
    switch key {
    case "policy": settings.policy = self.path(value, name)
    case "entries": settings.entries = self.path(value, name)
    case "language": settings.language = language(value, name)
    case "format": settings.formats = formats(value, name)
    default: reader.reportUnknownKey(key, keyNode, in: path, known: alsoKnown + Self.settingKeys)
    }
  }

  private mutating func language(_ node: Node, _ path: String) -> FleetManifest.Value? {
    guard let name = reader.text(node, path) else { return nil }
    guard languages.contains(name) else {
      reportChoice(node, path, name, among: languages)
      return nil
    }
    return FleetManifest.Value(name, reader.location(of: node))
  }

  private mutating func formats(_ node: Node, _ path: String) -> [String]? {
    guard let nodes = reader.sequence(node, path) else { return nil }
    var names: Set<String> = []
    for node in nodes {
      guard let name = reader.text(node, path) else { continue }
      if formats.contains(name) { names.insert(name) } else { reportChoice(node, path, name, among: formats) }
    }
    if nodes.isEmpty {
      reader.report(
        "fleet-wrong-value", node, "\(path) is empty", remedy: "name one of: \(formats.joined(separator: ", "))")
    }
    return formats.filter(names.contains)
  }

  private mutating func reportChoice(_ node: Node, _ path: String, _ word: String, among names: [String]) {
    reader.report(
      "fleet-wrong-value", node, "\(path) is \"\(word)\", which is none of its values",
      remedy: reader.suggestion(for: word, among: names))
  }

  /// A path of a file or folder. `-` would be standard input, of which there is one.
  private mutating func path(_ node: Node, _ path: String) -> FleetManifest.Value? {
    guard let text = reader.text(node, path) else { return nil }
    guard text != "-", !text.unicodeScalars.contains("\0") else {
      reader.report(
        "fleet-wrong-value", node, "\(path) is no path of a file", remedy: "write a path from the manifest's folder")
      return nil
    }
    return FleetManifest.Value(text, reader.location(of: node))
  }

  // MARK: Deployments

  private static let entryKeys = ["name", "topology", "topologies", "output"]

  private mutating func entry(_ node: Node) -> FleetManifest.Entry? {
    let path = "deployments"
    guard let mapping = reader.mapping(node, "an entry of \(path)") else { return nil }
    var sources: [FleetManifest.Entry.Source] = []
    var name: FleetManifest.Value?
    var output: FleetManifest.Value?
    var settings = FleetManifest.Settings()
    var isReadable = true
    for (key, keyNode, value) in mapping.entries {
      let valuePath = "\(path).\(key)"
      switch key {
      case "topology", "topologies":
        guard let file = self.path(value, valuePath) else {
          isReadable = false
          continue
        }
        sources.append(key == "topology" ? .file(file) : .pattern(file))
      case "name": name = reader.text(value, valuePath).map { FleetManifest.Value($0, reader.location(of: value)) }
      case "output": output = self.path(value, valuePath)
      default: readSetting(key, keyNode, value, in: path, alsoKnown: Self.entryKeys, into: &settings)
      }
    }
    guard let source = sources.first, sources.count == 1 else {
      if isReadable || sources.count > 1 { reportSources(node, sources.count) }
      return nil
    }
    if case .pattern = source, let name {
      reader.report(
        "fleet-wrong-value", at: name.location, "deployments.name stands beside a pattern, which finds many",
        remedy: "leave it out: each is named by what the wildcards matched")
    }
    return FleetManifest.Entry(
      source: source, name: name, output: output, settings: settings, location: reader.location(of: node))
  }

  private mutating func reportSources(_ node: Node, _ count: Int) {
    reader.report(
      count == 0 ? "fleet-missing-key" : "fleet-wrong-value", node,
      count == 0 ? "an entry of deployments names no topology" : "an entry of deployments names its topology twice",
      remedy: "give it topology: FILE, or topologies: with a pattern such as \"customers/*/topology.xml\"")
  }
}
