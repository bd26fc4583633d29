internal import FoundationEssentials

/// What was written for a deployment and from what, kept so that a later run can tell whether there is anything to do.
public struct DeploymentRecord: Sendable, Equatable, Codable {
  /// The name of the JSON form and its version.
  public static let schema = "backup-worksheets/record/1"

  public var schema = Self.schema
  public var name: String
  /// ``InputDigest`` of everything that the files are a function of.
  public var inputs: String
  /// SHA-256 of each file, by its name; hexadecimal.
  public var files: [String: String]
  public var counts: DeploymentCounts

  public init(name: String, inputs: String, files: [String: String], counts: DeploymentCounts) {
    self.name = name
    self.inputs = inputs
    self.files = files
    self.counts = counts
  }

  /// The record that a file holds; nil where it is none that this version wrote. Then all is written anew.
  public init?(json: [UInt8]) {
    guard let record = try? JSONDecoder().decode(Self.self, from: Data(json)), record.schema == Self.schema,
      // They become part of paths.
      record.files.keys.allSatisfy({ !$0.contains("/") && !$0.hasPrefix(".") })
    else { return nil }
    self = record
  }

  /// The same bytes for the same record.
  public var json: [UInt8] { SortedJSON.bytes(of: self, isIndented: true) }

  /// The file of a record in ``FleetIndexFiles/records``.
  public static func fileName(of name: String) -> String { name + suffix }

  /// The deployment that a file of ``FleetIndexFiles/records`` is about; nil for a file that is no record's.
  public static func name(ofFile file: String) -> String? {
    file.hasSuffix(suffix) && !file.hasPrefix(".") ? String(file.dropLast(suffix.count)) : nil
  }

  private static let suffix = ".json"
}

/// JSON whose bytes depend on the value alone.
enum SortedJSON {
  static func bytes(of value: some Encodable, isIndented: Bool) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isIndented { encoder.outputFormatting.insert(.prettyPrinted) }
    // Numbers, texts and lists of them: there is nothing that JSON cannot hold.
    let data = (try? encoder.encode(value)) ?? Data()
    return Array(data) + [UInt8(ascii: "\n")]
  }
}
