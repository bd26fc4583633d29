import DeploymentGenerator
import Foundation
import TestSupport
import Testing
import Topology
import TopologyImport

/// The importer against a reader that shares nothing with it: Python's lxml, with XPath.
@Suite struct DifferentialTests {
  /// A tenth of what `Scripts/differential` tries.
  private static let deployments = UInt64(ProcessInfo.processInfo.environment["DIFFERENTIAL_DEPLOYMENTS"] ?? "100") ?? 0

  @Test func anotherReaderSeesTheSame() throws {
    try #require(Self.deployments > 0)
    let folder = FileManager.default.temporaryDirectory.appending(path: "differential-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let encoder = JSONEncoder()
    for seed in 0..<Self.deployments {
      let deployment = GeneratedDeployment(seed: 10_000 + seed, awkward: seed.isMultiple(of: 2))
      for shape in Shape.allCases {
        let xml = deployment.xml(shape)
        let file = folder.appending(path: "\(deployment.seed)-\(shape.rawValue)")
        try Data(xml).write(to: file.appendingPathExtension("xml"))
        let seen = SeenTopology(try importing(xml).topology)
        try encoder.encode(seen).write(to: file.appendingPathExtension("json"))
      }
    }
    let result = try runProcess(
      Fixture.repository.appending(path: "Scripts/test-python").path,
      ["Differential", Fixture.repository.appending(path: "Tests/Differential/compare.py").path, folder.path])
    #expect(result.status == 0, "\(result.outputText)\(result.errorText)")
    #expect(result.outputText == "\(2 * Self.deployments) files, 0 differences\n")
  }
}

/// A topology with keys in place of positions, for a reader in another language.
private struct SeenTopology: Encodable {
  struct Site: Encodable {
    var id: String?
    var name: String?
    var parent: String?
    var isBranch: Bool
  }

  struct Cluster: Encodable {
    var key: String
    var fqdn: String
    var site: String?
    var machines: [String]
    var requiresReplication: Bool
  }

  struct Instance: Encodable {
    var cluster: String?
    var name: String?
    var primaryNode: String?
  }

  struct Service: Encodable {
    var key: String
    var folder: String?
    var role: String
    var version: Int?
    var cluster: String?
    var instance: String?
    var dependencies: [[String]]
    var backupRegistrar: String?
    var isDirector: Bool
    var isActive: Bool?
    var shareName: String?
    var applications: [String]
  }

  var isPublished: Bool
  var sipDomains: [String]
  var simpleURLs: [[String]]
  var sites: [Site]
  var clusters: [Cluster]
  var instances: [Instance]
  var services: [Service]

  init(_ topology: Topology) {
    isPublished = topology.isPublished
    sipDomains = topology.sipDomains
    simpleURLs = topology.simpleURLs.map { [$0.component, $0.domain, $0.activeURL] }
    sites = topology.sites.map { site in
      let parent = site.parent.flatMap { topology[$0].id }
      return Site(id: site.id, name: site.name, parent: parent, isBranch: site.kind == .branch)
    }
    clusters = topology.clusters.map { cluster in
      Cluster(
        key: cluster.key, fqdn: cluster.fqdn.text, site: cluster.site.flatMap { topology[$0].id },
        machines: cluster.machines.map(\.text), requiresReplication: cluster.requiresReplication)
    }
    instances = topology.sqlInstances.map { instance in
      Instance(
        cluster: instance.cluster.map { topology[$0].key }, name: instance.name?.text,
        primaryNode: instance.alwaysOnPrimaryNode?.text)
    }
    services = topology.services.map { service in
      var instance: String?
      if case .sqlInstance(let reference) = service.installation { instance = topology[reference].name?.text }
      return Service(
        key: service.key, folder: service.folder, role: service.role.name, version: service.serviceVersion,
        cluster: topology.cluster(of: service).map { topology[$0].key }, instance: instance,
        dependencies: service.dependencies.map { [topology[$0.service].key, $0.usage] },
        backupRegistrar: service.backupRegistrar.map { topology[$0].key }, isDirector: service.isDirector,
        isActive: service.isActive, shareName: service.shareName?.text, applications: service.applications)
    }
  }
}
