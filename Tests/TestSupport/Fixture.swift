public import Foundation
public import TopologyImport

/// The files of `Tests/Fixtures`.
public enum Fixture {
  /// The files that contain no oddity, so that importing them gives no diagnostic.
  public static let clean = [
    "branch-site-appliance.xml", "director-mediation.xml", "mirror-and-witness.xml", "no-cms.xml", "paired.tbxml",
    "persistent-chat.xml", "trusted-application.xml", "two-inactive-cms.xml", "version-5-beside-6.xml",
  ]

  /// All topology files.
  public static let all =
    (clean + ["dangling.xml", "duplicates.xml", "enterprise-shared.xml", "unknown-role.xml"]).sorted()

  /// The repository, by the place of this file.
  public static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: repository.appending(path: "Tests/Fixtures/\(name)")))
  }

  public static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The imported fixture.
  public static func topology(_ name: String) throws -> ImportedTopology {
    try TopologyImporter.importTopology(try bytes(name), fileName: name)
  }
}
