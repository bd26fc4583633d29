import BackupPlanning
import DeploymentGenerator
import Diagnostics
import Foundation
import Testing
import TopologyImport

/// What goes in comes out: over generated deployments, everything that was put into a topology file is in the plan,
/// as a component, a row, an exclusion or a requirement, and nothing else is.
@Suite struct PlanPropertyTests {
  /// 320 deployments, half of them awkward, each in both shapes.
  static let seeds: Range<UInt64> = 0..<160

  struct Variant: CustomTestStringConvertible, Sendable {
    var shape: Shape
    var awkward: Bool
    var testDescription: String { "\(shape.rawValue)\(awkward ? ", awkward" : "")" }

    static let all = Shape.allCases.flatMap { shape in [false, true].map { Variant(shape: shape, awkward: $0) } }
  }

  /// Every deployment, planned once for all tests.
  private static let planned: [Result<[PlannedDeployment], any Error>] = Variant.all.map { variant in
    Result {
      try seeds.map { try PlannedDeployment(seed: $0, awkward: variant.awkward, shape: variant.shape) }
    }
  }

  private static func planned(_ shape: Shape, awkward: Bool) throws -> [PlannedDeployment] {
    try zip(Variant.all, planned).first { $0.0.shape == shape && $0.0.awkward == awkward }?.1.get() ?? []
  }

  /// Calls `check` with every deployment, and fails once with what it complains about.
  private func forEachDeployment(
    _ variant: Variant, _ check: (PlannedDeployment) throws -> [String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    var complaints: [String] = []
    for planned in try Self.planned(variant.shape, awkward: variant.awkward) {
      complaints += try check(planned).map { "seed \(planned.deployment.seed): \($0)" }
    }
    Self.report(complaints, sourceLocation)
  }

  private static func report(_ complaints: [String], _ sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    guard !complaints.isEmpty else { return }
    let first = complaints.prefix(12).joined(separator: "\n")
    Issue.record("\(complaints.count) complaints:\n\(first)", sourceLocation: sourceLocation)
  }

  @Test(arguments: Variant.all)
  func everyMachineAndServiceIsInAComponentOfItsKind(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      var complaints: [String] = []
      let components = Dictionary(planned.plan.components.map { ($0.id, $0) }) { first, _ in first }
      let expected = planned.deployment.expectedComponents
      let unexpected = Set(components.keys).symmetricDifference(expected.map(\.id))
      complaints += unexpected.sorted().map { "\($0) is only in the deployment or only in the plan" }
      for component in expected {
        let servers = components[component.id]?.servers ?? []
        // Several clusters of one name are one server: all its components have all its machines.
        let machines = planned.deployment.clusters.filter { $0.fqdn.lowercased() == component.fqdn.lowercased() }
          .flatMap(\.machines)
        if Set(servers.map { $0.lowercased() }) != Set(machines.map { $0.lowercased() }) {
          complaints.append("\(component.id) has servers \(servers), not \(machines)")
        }
      }
      for service in planned.deployment.expectedServices(in: planned.shape) {
        let id = "\(service.kind.rawValue):\(service.clusterFQDN.lowercased())"
        if components[id]?.roles.contains(service.role) != true { complaints.append("\(id) lacks \(service.role)") }
      }
      return complaints
    }
  }

  @Test(arguments: Variant.all)
  func everyStoreHasItsRowAndNoRowIsInvented(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let wholeDeployment = ["topologyConfiguration:deployment", "locationInformation:deployment"]
      let found = planned.plan.backupItems.filter { !wholeDeployment.contains($0.id) }.map { item in
        ExpectedPlan.Place(
          id: item.id, server: item.server?.lowercased(), instance: item.instance?.lowercased(),
          share: item.share?.lowercased(), pools: item.pools.map { $0.lowercased() })
      }
      let missing = wholeDeployment.filter { id in !planned.plan.backupItems.contains { $0.id == id } }
      let expected = ExpectedPlan(deployment: planned.deployment).places
      return missing.map { "\($0) is missing" }
        + Set(found).subtracting(expected).sorted().map { "unexpected: \($0)" }
        + expected.subtracting(found).sorted().map { "missing: \($0)" }
    }
  }

  @Test(arguments: Variant.all)
  func everyDatabaseWithoutBackupIsExcludedWhereItIs(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let found = planned.plan.exclusions.map { "\($0.database) \($0.server) \($0.instance ?? "-")".lowercased() }
      let expected = ExpectedPlan(deployment: planned.deployment).exclusions
      return Set(found).symmetricDifference(expected).sorted()
        + (Set(found).count == found.count ? [] : ["an exclusion comes twice"])
    }
  }

  /// The store of every role but the ones that are standby or hold nothing: a row or an exclusion names its place.
  @Test(arguments: Variant.all)
  func noInstanceThatHoldsDataIsForgotten(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let deployment = planned.deployment
      var named = Set(planned.plan.exclusions.map { "\($0.server)\\\($0.instance ?? "")".lowercased() })
      named.formUnion(planned.plan.backupItems.map { "\($0.server ?? "")\\\($0.instance ?? "")".lowercased() })
      let standby = Set(
        deployment.services.flatMap(\.dependencies).filter { $0.usage != "Default" }.map(\.service))
      return deployment.services.indices.compactMap { position -> String? in
        let service = deployment.services[position]
        guard case .sqlInstance(let instance) = service.place, !standby.contains(position), service.version > 5,
          deployment.isWritten(service, in: planned.shape)
        else { return nil }
        let server = deployment.clusters[deployment.sqlInstances[instance].cluster].fqdn
        let place = "\(server)\\\(deployment.sqlInstances[instance].name)".lowercased()
        return named.contains(place) ? nil : "\(service.role) on \(place) has neither row nor exclusion"
      }
    }
  }

  @Test(arguments: Variant.all)
  func everyServerAndGatewayHasItsRequirement(variant: Variant) throws {
    let kinds = ["certificates", "pstnGateway", "officeWebApps", "trustedApplication", "coexistingVersion"]
    try forEachDeployment(variant) { planned in
      kinds.compactMap { kind in
        let found = planned.plan.requirements(kind).map { $0.lowercased() }
        let expected = ExpectedPlan(deployment: planned.deployment).subjects(ofRequirement: kind)
        return Set(found) == expected && found.count == expected.count ? nil : "\(kind): \(found), not \(expected)"
      }
    }
  }

  @Test(arguments: Variant.all)
  func theCentralManagementStoreIsTheActiveOne(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let deployment = planned.deployment
      let active = deployment.services.filter { $0.isActive && deployment.isWritten($0, in: planned.shape) }
      let store = active.first?.dependencies.first { deployment.services[$0.service].role == "CentralMgmtStore" }
      let place = store.map { deployment.services[$0.service].place }
      var server: String?
      if case .sqlInstance(let instance) = place {
        server = deployment.clusters[deployment.sqlInstances[instance].cluster].fqdn.lowercased()
      }
      let rows = planned.plan.items(.topologyConfiguration) + planned.plan.items(.locationInformation)
      let hosts = planned.plan.components.filter(\.hostsCentralManagementStore).compactMap { $0.fqdn?.lowercased() }
      let pool = active.first.map { deployment.clusters[deployment.cluster(of: $0)].fqdn.lowercased() }
      let asked = planned.plan.questions.contains { $0.id == "centralManagementStore" }
      return (rows.map { $0.server?.lowercased() } == [server, server] ? [] : ["rows on \(rows.map(\.server))"])
        + (Set(hosts) == Set([pool, server].compactMap(\.self)) ? [] : ["hosts are \(hosts)"])
        + (asked == (server == nil) ? [] : ["asked: \(asked)"])
    }
  }

  @Test(arguments: Variant.all)
  func idsAreUniqueAndPoolsAreComponents(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let plan = planned.plan
      let names = Set(plan.components.compactMap { $0.fqdn?.lowercased() })
      let unknown = plan.backupItems.flatMap(\.pools).filter { !names.contains($0.lowercased()) }
      let requirements = plan.otherRequirements.map { "\($0.kind) \($0.subject)".lowercased() }
      let misnamed = plan.backupItems.map(\.id).filter { id in
        guard let colon = id.firstIndex(of: ":") else { return true }
        return id[colon...] != id[colon...].lowercased()
      }
      return unknown.map { "\($0) is no component" } + misnamed.map { "\($0) is not in lower case" }
        + repeated(plan.backupItems.map(\.id)) + repeated(plan.components.map(\.id)) + repeated(requirements)
    }
  }

  private func repeated(_ ids: [String]) -> [String] {
    Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.map { "\($0.key) comes \($0.value.count) times" }
  }

  /// Site, then pool, then kind, without regard to case, what has none first.
  @Test(arguments: Variant.all)
  func arraysAreInTheOrderOfTheContract(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let plan = planned.plan
      return unsorted("items", plan.backupItems.map { [$0.site, $0.pools.first, $0.data.rawValue] })
        + unsorted("components", plan.components.map { [$0.site, $0.fqdn, $0.kind.rawValue] })
        + unsorted("exclusions", plan.exclusions.map { [$0.server, $0.database] })
        + unsorted("requirements", plan.otherRequirements.map { [$0.kind, $0.subject] })
        + unsorted("sites", plan.topology.sites.map { [$0.name ?? $0.id] })
        + plan.backupItems.flatMap { unsorted("pools of \($0.id)", $0.pools.map { [$0] }) }
    }
  }

  private func unsorted(_ name: String, _ keys: [[String?]]) -> [String] {
    let folded = keys.map { $0.map { ($0 ?? "").lowercased() } }
    return zip(folded, folded.dropFirst()).filter { $1.lexicographicallyPrecedes($0) }
      .map { "\(name): \($0) before \($1)" }
  }

  /// Site names come through whole, whatever they contain; a site without one is called by its id.
  @Test(arguments: Variant.all)
  func sitesKeepTheirNames(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let expected = Set(planned.deployment.sites.map { $0.name.isEmpty ? $0.id : $0.name })
      let found = planned.plan.topology.sites.map { $0.name ?? $0.id ?? "" }
      let others = Set(planned.plan.backupItems.compactMap(\.site) + planned.plan.components.compactMap(\.site))
        .subtracting(expected)
      let kinds = planned.plan.topology.sites.filter { $0.kind == "branch" }.count
      return (Set(found) == expected && found.count == planned.deployment.sites.count ? [] : ["sites are \(found)"])
        + others.map { "\($0.debugDescription) is no site" }
        + (kinds == planned.deployment.sites.filter(\.isBranch).count ? [] : ["\(kinds) branches"])
    }
  }

  @Test(arguments: [false, true])
  func bothShapesGiveTheSamePlan(awkward: Bool) throws {
    var complaints: [String] = []
    let published = try Self.planned(.published, awkward: awkward)
    for (one, other) in zip(published, try Self.planned(.topologyBuilder, awkward: awkward)) {
      complaints += Comparable(one).differences(Comparable(other)).map { "seed \(one.deployment.seed): \($0)" }
    }
    Self.report(complaints)
  }

  /// A plan without what only one of the shapes carries: simple URLs, and for a draft all Central Management services
  /// and the numbers that folders are made of.
  private struct Comparable {
    var items: [BackupItem]
    var components: [Component]
    var exclusions: [Exclusion]
    /// Of a server that is two clusters, the one that comes first in the file gives site and spelling; the shapes have
    /// their clusters in different order.
    var namesAreUnique: Bool

    init(_ planned: PlannedDeployment) {
      items = planned.plan.backupItems
      components = planned.plan.components
      exclusions = planned.plan.exclusions
      let names = planned.deployment.clusters.map { $0.fqdn.lowercased() }
      namesAreUnique = Set(names).count == names.count
      guard !planned.deployment.isPublished else { return }
      items.removeAll { $0.data == .topologyConfiguration || $0.data == .locationInformation }
      for index in items.indices {
        items[index].notes = []
        items[index].command = nil
      }
      for index in components.indices {
        components[index].hostsCentralManagementStore = false
        components[index].roles.removeAll { $0.hasPrefix("CentralMgmt") }
      }
    }

    private func names(_ mine: [BackupItem], _ others: [BackupItem]) -> [String] {
      Set(mine.map(\.id)).symmetricDifference(others.map(\.id)).map { "item \($0)" }
    }

    private func names(_ mine: [Component], _ others: [Component]) -> [String] {
      Set(mine.map(\.id)).symmetricDifference(others.map(\.id)).map { "component \($0)" }
    }

    func differences(_ other: Comparable) -> [String] {
      let items = items.filter { !other.items.contains($0) } + other.items.filter { !self.items.contains($0) }
      let components =
        components.filter { !other.components.contains($0) }
        + other.components.filter { !self.components.contains($0) }
      guard namesAreUnique else { return names(self.items, other.items) + names(self.components, other.components) }
      return items.map { "item \($0.id)" } + components.map { "component \($0.id)" }
        + (exclusions == other.exclusions ? [] : ["exclusions"])
        + (self.items.map(\.id) == other.items.map(\.id) ? [] : ["order of the items"])
    }
  }

  /// A file that holds the topology twice, as a downloaded one does, is read once.
  @Test func theOriginalTopologyOfABuilderFileIsNotCounted() throws {
    for seed in Self.seeds.prefix(20) {
      let deployment = GeneratedDeployment(seed: seed)
      let once = try importedJSON(deployment.topologyBuilderXML())
      #expect(try importedJSON(deployment.topologyBuilderXML(repeatingOriginal: true)) == once)
    }
  }

  @Test(arguments: Shape.allCases)
  func planningTwiceGivesTheSameBytes(shape: Shape) throws {
    for planned in try Self.planned(shape, awkward: true) {
      let again = try PlannedDeployment(planned.deployment, shape: shape)
      #expect(again.plan.json == planned.plan.json)
    }
  }

  /// Without the lines of findings: another file has them elsewhere.
  private func importedJSON(_ xml: [UInt8]) throws -> [UInt8] {
    var importer = TopologyImporter(fileName: "x")
    try importer.read(xml.span)
    let imported = try importer.finish()
    var plan = try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
    for index in plan.findings.indices { plan.findings[index].line = nil }
    return plan.json
  }

  /// Good deployments raise no alarm, and the awkward ones only those that were put in.
  @Test(arguments: Variant.all)
  func nothingIsFoundThatWasNotPutIn(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let deployment = planned.deployment
      var allowed: Set<String> = ["central-management-store-unknown", "version-not-planned"]
      allowed.formUnion(["archiving-unanswered", "compliance-unanswered", "file-store-unused"])
      // A role that nobody knows comes with a version of its own.
      if deployment.services.contains(where: { $0.kind == .other }) {
        allowed.formUnion(["role-unknown", "version-mixed"])
      }
      // Pairs are drawn without regard to AlwaysOn.
      if deployment.sqlInstances.contains(where: { $0.alwaysOnPrimaryNode != nil }) { allowed.insert("pair-mismatch") }
      if variant.awkward {
        allowed.formUnion(["duplicate-object", "central-management-store-inactive"])
      }
      // Nobody has planned any backup: every restoration that needs one says so, and no other does.
      let unbacked = planned.plan.findings.filter { $0.rule == "restoration-without-backup" }.map(\.subject)
      let needing = planned.plan.restorations.filter { !$0.needs.isEmpty }.map(\.id)
      let others = Set(unbacked).symmetricDifference(needing).sorted().map { "needs or finding only: \($0)" }
      allowed.insert("restoration-without-backup")
      return others + repeated(unbacked)
        + planned.plan.findings.filter { !allowed.contains($0.rule) }
        .map { "\($0.rule) on \($0.subject): \($0.message.text)" }
    }
  }
}
