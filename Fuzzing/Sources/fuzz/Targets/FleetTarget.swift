import Diagnostics
import Fleet

/// A manifest in YAML: accepted, or refused with the place; every folder that it gives is its deployment's alone. A
/// record: what is accepted is the same after being written and read again.
enum FleetTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    checkManifest(String(decoding: bytes, as: UTF8.self))
    if let record = DeploymentRecord(json: bytes) {
      require(DeploymentRecord(json: record.json) == record, "reading undoes writing: \(record)")
    }
    return 0
  }

  private static func checkManifest(_ yaml: String) {
    let file = "fleet.yml"
    do throws(UnusableInput) {
      var reader = FleetManifestReader(fileName: file, languages: ["en", "fr"], formats: ["markdown", "html"])
      let manifest = try reader.read(yaml)
      let deployments = try FleetDeployments.all(of: manifest, in: "fleet/") { pattern in
        ["a", "b-b"].map { pattern.replacing("*", with: $0) }
      }
      require(
        deployments.allSatisfy { DeploymentName.problem(with: $0.name) == nil }, "a name names a folder: \(deployments)"
      )
      let folders = deployments.map { $0.output.lowercased() + "/" }
      for (index, folder) in folders.enumerated() {
        require(
          !folders.enumerated().contains { $0.offset != index && $0.element.hasPrefix(folder) },
          "no deployment writes into another's folder: \(deployments)")
      }
    } catch {
      requireUsable(error, file: file)
    }
  }
}
