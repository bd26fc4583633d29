public import Diagnostics

/// Which deployments there are and what their worksheets are made from, as people write it. Read from YAML by
/// ``FleetManifestReader``. Paths are as written: from the folder of the manifest.
public struct FleetManifest: Sendable, Equatable {
  /// The name of the YAML form and its version.
  public static let schema = "backup-worksheets/fleet/1"

  /// A text and its place in the manifest, for what is wrong with it once it is used.
  public struct Value: Sendable, Equatable {
    public var text: String
    public var location: SourceLocation

    public init(_ text: String, _ location: SourceLocation) {
      self.text = text
      self.location = location
    }
  }

  /// What can be said for all deployments or for one. Absent where it is not.
  public struct Settings: Sendable, Equatable {
    public var policy: Value?
    public var entries: Value?
    public var language: Value?
    public var formats: [String]?

    public init() {}

    /// These settings, with what they leave open taken from `fallback`.
    func filled(from fallback: Settings) -> Settings {
      var settings = self
      settings.policy = policy ?? fallback.policy
      settings.entries = entries ?? fallback.entries
      settings.language = language ?? fallback.language
      settings.formats = formats ?? fallback.formats
      return settings
    }
  }

  /// An entry of the list: one deployment, or as many as there are files that a pattern finds.
  public struct Entry: Sendable, Equatable {
    public enum Source: Sendable, Equatable {
      case file(Value)
      case pattern(Value)
    }

    public var source: Source
    public var name: Value?
    public var output: Value?
    public var settings: Settings
    public var location: SourceLocation
  }

  /// What the index is called; nil for the words that it has without.
  public var title: String?
  /// The folder of the index, and of the worksheets of those that name no other.
  public var output = "worksheets"
  public var defaults = Settings()
  /// In the order of the file.
  public var entries: [Entry] = []

  public init() {}
}
