public import BackupPlanning
public import Diagnostics
internal import FoundationEssentials

/// A plan as a comparison sees it: what `plan.json` says, in groups of entries.
public struct PlanSnapshot: Sendable {
  /// What people call it, such as the name of its file.
  public var name: String
  let components: [Component]
  let records: [PlanGroup: [PlanRecord]]

  /// What tells whether a component only changed its name.
  struct Component: Sendable {
    var kind: String
    var fqdn: String
    /// In lower case.
    var servers: Set<String>
  }

  /// The plan as its JSON form says it: one way in, so that a topology and its `plan.json` never differ.
  public init(_ plan: Plan, name: String) throws(UnusableInput) { try self.init(plan.json, name: name) }

  /// Reads a `plan.json`.
  public init(_ json: [UInt8], name: String) throws(UnusableInput) {
    let data = Data(json)
    let header: PlanFile.Header = try Self.decode(data, name)
    guard header.schema == Plan.schema else {
      throw Self.unusable(
        "plan-wrong-schema", name,
        header.schema.map { "the schema is \"\($0)\", not \"\(Plan.schema)\"" }
          ?? "JSON without \"schema\": no plan.json",
        "name a topology, or a plan.json that this version of the program wrote")
    }
    let file: PlanFile = try Self.decode(data, name)
    self.init(file, name: name)
  }

  /// Whether a file is JSON and no topology, by its first bytes; nil where they do not tell.
  public static func isJSON(_ beginning: [UInt8]) -> Bool? {
    // White space, and what UTF-16 and byte order marks add.
    let passedOver: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    return beginning.first { !passedOver.contains($0) }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
  }

  private init(_ file: PlanFile, name: String) {
    self.name = name
    components = file.components.compactMap { component in
      component.fqdn.map {
        Component(kind: component.kind, fqdn: $0, servers: Set(component.servers.map { $0.lowercased() }))
      }
    }
    records = [
      .backupItems: Self.unique(file.backupItems.map(\.record)),
      .components: Self.unique(file.components.map(\.record)),
      .exclusions: Self.unique(file.exclusions.map(\.record)),
      .otherRequirements: Self.unique(file.otherRequirements.map(\.record)),
      .questions: Self.unique(file.questions.map(\.record)),
      .restorations: Self.unique(file.restorations.map(\.record)),
      .findings: Self.unique(file.findings.map(\.record)),
    ]
  }

  /// Later entries of one id get a number.
  private static func unique(_ records: [PlanRecord]) -> [PlanRecord] {
    var counts: [String: Int] = [:]
    return records.map { record in
      let count = counts[record.id, default: 0] + 1
      counts[record.id] = count
      guard count > 1 else { return record }
      var record = record
      record.id += " #\(count)"
      return record
    }
  }

  private static func decode<Value: Decodable>(_ data: Data, _ name: String) throws(UnusableInput) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: data)
    } catch let error as DecodingError {
      throw unusable("plan-unreadable", name, explanation(of: error), remedy)
    } catch {
      throw unusable("plan-unreadable", name, "no JSON", remedy)
    }
  }

  private static let remedy = "write it again with `backup-worksheets plan`, or name the topology"

  private static func explanation(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "\(path(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context): "\(path(context.codingPath)) is missing"
    case .typeMismatch(_, let context): "\(path(context.codingPath)) is of another kind than in a plan.json"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "no JSON, or cut off" : "\(path(context.codingPath)) cannot be read"
    @unknown default: "no plan.json"
    }
  }

  /// Such as `backupItems[3].pools`.
  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let position = key.intValue {
        path += "[\(position)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }

  private static func unusable(_ id: String, _ name: String, _ message: String, _ remedy: String) -> UnusableInput {
    UnusableInput(
      Diagnostic(
        id: id, severity: .error, location: SourceLocation(file: name),
        message: message.isEmpty ? "no plan.json" : message, remedy: remedy))
  }
}
