import Foundation
public import Testing
public import TopologyImport

/// Topology files that others published. They are not ours to ship: tests of them run where the folder
/// `shared/topologies` lies beside the checkout.
public enum RealTopologies {
  public static let names = [
    "Contoso.tbxml", "paired-standard-edge-utf16.xml", "pocketdomain.tbxml", "rlevchenko-enterprise-alwayson.xml",
    "standard-edge-gateway.xml",
  ]

  private static let folder = Fixture.repository.appending(path: "../shared/topologies").standardizedFileURL

  public static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  public static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  public static func topology(_ name: String) throws -> ImportedTopology {
    try TopologyImporter.importTopology(try bytes(name), fileName: name)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where the real files are absent, and says so.
  public static var realTopologies: Self {
    .enabled(if: RealTopologies.arePresent, "needs ../shared/topologies beside the checkout")
  }
}
