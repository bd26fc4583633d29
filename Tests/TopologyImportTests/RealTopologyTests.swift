import TestSupport
import Testing
import Topology
import TopologyImport

@Suite(.realTopologies) struct RealTopologyTests {
  struct Counts: Sendable {
    var file: String
    var format: Topology.Format
    var isPublished: Bool
    var sites: Int
    var clusters: Int
    var machines: Int
    var instances: Int
    var services: Int
    var dependencies: Int
  }

  // Counted with xmllint --xpath.
  static let counts = [
    Counts(
      file: "Contoso.tbxml", format: .topologyBuilder, isPublished: false, sites: 1, clusters: 6, machines: 11,
      instances: 1, services: 15, dependencies: 21),
    Counts(
      file: "paired-standard-edge-utf16.xml", format: .publishedTopology, isPublished: true, sites: 2, clusters: 4,
      machines: 4, instances: 2, services: 28, dependencies: 42),
    Counts(
      file: "pocketdomain.tbxml", format: .topologyBuilder, isPublished: true, sites: 1, clusters: 1, machines: 1,
      instances: 1, services: 10, dependencies: 14),
    Counts(
      file: "rlevchenko-enterprise-alwayson.xml", format: .publishedTopology, isPublished: true, sites: 1, clusters: 4,
      machines: 4, instances: 1, services: 11, dependencies: 16),
    Counts(
      file: "standard-edge-gateway.xml", format: .publishedTopology, isPublished: true, sites: 1, clusters: 3,
      machines: 3, instances: 1, services: 14, dependencies: 20),
  ]

  @Test(arguments: counts) func everythingIsThere(expected: Counts) throws {
    let imported = try RealTopologies.topology(expected.file)
    #expect(imported.diagnostics == [])
    let topology = imported.topology
    #expect(topology.format == expected.format)
    #expect(topology.isPublished == expected.isPublished)
    #expect(topology.sites.count == expected.sites)
    #expect(topology.clusters.count == expected.clusters)
    #expect(topology.clusters.reduce(0) { $0 + $1.machines.count } == expected.machines)
    #expect(topology.sqlInstances.count == expected.instances)
    #expect(topology.services.count == expected.services)
    #expect(topology.services.reduce(0) { $0 + $1.dependencies.count } == expected.dependencies)
    #expect(topology.services.allSatisfy { topology.cluster(of: $0) != nil })
  }

  @Test(arguments: RealTopologies.names) func chunksOfAnySizeGiveTheSame(name: String) throws {
    let bytes = try RealTopologies.bytes(name)
    let whole = try importing(bytes)
    for size in [1, 7, 4096] { #expect(try importing(bytes, chunk: size) == whole) }
  }

  @Test func pairedServersBackEachOtherUp() throws {
    let topology = try RealTopologies.topology("paired-standard-edge-utf16.xml").topology
    let registrars = topology.services.filter { $0.role == .registrar }
    #expect(registrars.map { $0.backupRegistrar.map { topology[$0].key } } == ["2-Registrar-1", "1-Registrar-1"])
    #expect(topology.services.filter { $0.role == .centralManagement }.map(\.isActive) == [true, false])
  }

  @Test func theDraftHasNoFoldersThePublishedOneHas() throws {
    #expect(try RealTopologies.topology("Contoso.tbxml").topology.services.allSatisfy { $0.folder == nil })
    let published = try RealTopologies.topology("pocketdomain.tbxml").topology
    #expect(published.services.first { $0.role == .fileStore }?.folder == "1-FileStore-1")
  }

  @Test func theListenerHasAPrimaryNode() throws {
    let topology = try RealTopologies.topology("rlevchenko-enterprise-alwayson.xml").topology
    #expect(topology.sqlInstances.map(\.alwaysOnPrimaryNode) == ["srv-sql-01.tenant.rlevchenko.com"])
  }
}
