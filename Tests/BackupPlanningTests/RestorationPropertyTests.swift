@testable import BackupPlanning
import DeploymentGenerator
import Testing

/// What holds of the restorations of any deployment: everything has its procedure once, in an order that works, with
/// commands that exist. Over 240 generated deployments, half of them awkward, in both shapes.
struct RestorationPropertyTests {
  struct Variant: CustomTestStringConvertible, Sendable {
    var shape: Shape
    var awkward: Bool
    var testDescription: String { "\(shape.rawValue)\(awkward ? ", awkward" : "")" }
    static let all = Shape.allCases.flatMap { shape in [false, true].map { Variant(shape: shape, awkward: $0) } }
  }

  private static let seeds: Range<UInt64> = 200..<320

  /// Fails once, with what `check` complains about in all deployments.
  private func forEachDeployment(_ variant: Variant, _ check: (PlannedDeployment) throws -> [String]) throws {
    var complaints: [String] = []
    for seed in Self.seeds {
      let planned = try PlannedDeployment(seed: seed, awkward: variant.awkward, shape: variant.shape)
      complaints += try check(planned).map { "seed \(seed): \($0)" }
    }
    #expect(complaints.isEmpty, "\(complaints.count): \(complaints.prefix(12).joined(separator: "\n"))")
  }

  @Test(arguments: Variant.all)
  func theOrderWorks(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let restorations = planned.plan.restorations
      let items = Set(planned.plan.backupItems.map(\.id))
      let priorities = Dictionary(restorations.map { ($0.id, $0.priority) }) { first, _ in first }
      var complaints = priorities.count == restorations.count ? [] : ["an id comes twice"]
      for restoration in restorations {
        for before in restoration.after {
          guard let priority = priorities[before] else {
            complaints.append("\(restoration.id) is after \(before), which is none")
            continue
          }
          if priority >= restoration.priority { complaints.append("\(restoration.id) is not after \(before)") }
        }
        complaints += restoration.needs.filter { !items.contains($0) }.map { "\(restoration.id) needs \($0)" }
        if Set(restoration.needs).count != restoration.needs.count {
          complaints.append("\(restoration.id) needs twice")
        }
        if restoration.id != "\(restoration.procedure.rawValue):\(restoration.target.lowercased())" {
          complaints.append("\(restoration.id) is for \(restoration.target)")
        }
        if restoration.steps.map(\.number) != Array(1...max(1, restoration.steps.count)) || restoration.steps.isEmpty {
          complaints.append("\(restoration.id) has steps \(restoration.steps.map(\.number))")
        }
      }
      let order = restorations.map { ($0.priority, $0.target.lowercased()) }
      return complaints + zip(order, order.dropFirst()).filter { $1 < $0 }.map { "\($0) before \($1)" }
    }
  }

  /// A restoration for everything that is in the deployment, counted from it alone, and no other.
  @Test(arguments: Variant.all)
  func everythingHasItsProcedureOnce(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let expected = ExpectedRestorations(deployment: planned.deployment, shape: planned.shape).ids
      let found = Set(planned.plan.restorations.map(\.id))
      return found.subtracting(expected).sorted().map { "unexpected \($0)" }
        + expected.subtracting(found).sorted().map { "missing \($0)" }
    }
  }

  @Test(.enabled(if: CmdletReference.isPresent, "needs ../shared/domain/cmdlets.json"), arguments: Variant.all)
  func everyPrintedCommandFitsItsReference(variant: Variant) throws {
    let reference = try CmdletReference()
    var seen: Set<String> = []
    try forEachDeployment(variant) { planned in
      let commands =
        planned.plan.restorations.flatMap(\.steps).compactMap(\.command)
        + planned.plan.backupItems.compactMap(\.command)
      return try Set(commands).flatMap { text -> [String] in
        let command = try PrintedCommand(text)
        seen.insert(command.program)
        return command.program.contains("-Cs") ? command.complaints(reference) : []
      }
    }
    #expect(seen.count > 25)
  }

  @Test(arguments: PrintedCommand.refused)
  func whatIsNoSafeCommandIsNotRead(text: String) {
    #expect(throws: PrintedCommand.Unreadable.self) { try PrintedCommand(text) }
  }

  /// Every machine, instance and share is in the index once, with what stops and with procedures that exist.
  @Test(arguments: Variant.all)
  func everythingThatCanBeLostIsInTheIndexOnce(variant: Variant) throws {
    try forEachDeployment(variant) { planned in
      let deployment = planned.deployment
      let lost = planned.plan.lostComponents
      let expected = Set(
        deployment.machines.map { "server \($0.lowercased())" }
          + deployment.sqlInstances.indices.map { "sqlInstance \(deployment.name(ofInstance: $0).lowercased())" }
          + deployment.fileShares.map { "fileShare \($0.lowercased())" })
      let found = lost.map { "\($0.kind.rawValue) \($0.name.lowercased())" }
      let ids = Set(planned.plan.restorations.map(\.id))
      let named = Set(lost.flatMap(\.restorations))
      // A pool of several machines is no one component: its procedure is named by those of its members.
      let forOne = ids.filter { !$0.hasPrefix("pool") && !$0.hasPrefix("abcFailover") }
      return Set(found).symmetricDifference(expected).sorted().map { "\($0) only in one" }
        + (Set(found).count == found.count ? [] : ["something comes twice"])
        + named.subtracting(ids).map { "\($0) does not exist" } + forOne.subtracting(named).map { "\($0) is not named" }
        + lost.filter { $0.impact.isEmpty && !self.holdsNothing($0, planned) }.map { "\($0.name) has no impact" }
    }
  }

  /// Whether it is an instance without a store, or a server of nothing else.
  private func holdsNothing(_ lost: LostComponent, _ planned: PlannedDeployment) -> Bool {
    let deployment = planned.deployment
    let name = lost.name.lowercased()
    return !deployment.services.contains { service in
      guard deployment.isWritten(service, in: planned.shape) else { return false }
      if case .sqlInstance(let instance) = service.place,
        deployment.name(ofInstance: instance).lowercased() == name
      {
        return true
      }
      let cluster = deployment.clusters[deployment.cluster(of: service)]
      return lost.kind == .server && (cluster.machines + [cluster.fqdn]).contains { $0.lowercased() == name }
    }
  }
}

/// The ids of the restorations of a generated deployment, counted from the deployment alone.
struct ExpectedRestorations {
  let deployment: GeneratedDeployment
  let shape: Shape

  var ids: Set<String> {
    let places = ExpectedPlan(deployment: deployment).places.map(\.id)
    var ids = Set(places.filter { $0.hasPrefix("fileStore:") })
    ids.formUnion(
      places.filter { $0.hasPrefix("responseGroupConfiguration:") }
        .map { "responseGroupSettings:" + $0.dropFirst("responseGroupConfiguration:".count) })
    let central = centralManagementServer
    if let central { ids.insert("centralManagementStore:\(central)") }
    for component in deployment.expectedComponents where isPlanned(component.fqdn) {
      let fqdn = component.fqdn.lowercased()
      switch component.kind {
      case .standardEditionServer:
        if fqdn != central { ids.insert("standardEditionServer:\(fqdn)") }
      case .frontEndPool, .directorPool, .edgePool, .mediationPool, .persistentChatPool:
        guard !isStandardEdition(component.fqdn) else { continue }
        ids.insert("pool:\(fqdn)")
        ids.formUnion(component.machines.map { "memberServer:\($0.lowercased())" })
      default: break
      }
    }
    return ids.union(backEnds(but: central)).union(databases).union(pairs)
  }

  private var pairs: [String] {
    deployment.pairedPools.flatMap { [$0.first, $0.second] }.flatMap { pool in
      ["poolFailover", "poolFailback", "abcFailover"].map { "\($0):\(pool.lowercased())" }
    }
  }

  private func backEnds(but central: String?) -> [String] {
    principals("UserStore").flatMap { store -> [String] in
      guard case .sqlInstance(let instance) = store.place else { return [] }
      let server = server(instance)
      guard !isStandardEdition(server) else { return [] }
      let mirrors = store.version < 8 ? deployment.mirrors.filter { $0.principal == instance } : []
      return (server == central ? [] : ["backEndServer:\(server)"])
        + mirrors.flatMap {
          ["mirroredBackEndPrimary:\(server)", "mirroredBackEndMirror:\(self.server($0.mirror))"]
        }
    }
  }

  private var databases: [String] {
    let procedures = [
      "ArchivingStore": "archivingDatabase", "MonitoringStore": "monitoringDatabase",
      "PersistentChatStore": "persistentChatDatabase",
    ]
    return procedures.flatMap { role, procedure in
      principals(role).compactMap { store in
        guard case .sqlInstance(let instance) = store.place else { return nil }
        return "\(procedure):\(deployment.name(ofInstance: instance).lowercased())"
      }
    }
  }

  /// Stores of later versions than Lync Server 2010 that something depends on otherwise than as on a mirror.
  private func principals(_ role: String) -> [GeneratedDeployment.Service] {
    let standby = Set(deployment.services.flatMap(\.dependencies).filter { $0.usage != "Default" }.map(\.service))
    return deployment.services.indices
      .filter { deployment.services[$0].role == role && !standby.contains($0) && deployment.services[$0].version > 5 }
      .map { deployment.services[$0] }
  }

  private var centralManagementServer: String? {
    let active = deployment.services.first { $0.isActive && deployment.isWritten($0, in: shape) }
    let store = active?.dependencies.first { deployment.services[$0.service].role == "CentralMgmtStore" }
    guard let store, case .sqlInstance(let instance) = deployment.services[store.service].place else { return nil }
    return server(instance)
  }

  private func server(_ instance: Int) -> String {
    deployment.clusters[deployment.sqlInstances[instance].cluster].fqdn.lowercased()
  }

  private func isStandardEdition(_ fqdn: String) -> Bool {
    deployment.expectedComponents.contains {
      $0.kind == .standardEditionServer && $0.fqdn.lowercased() == fqdn.lowercased()
    }
  }

  private func isPlanned(_ fqdn: String) -> Bool {
    let services = deployment.services.filter { service in
      guard case .cluster(let cluster) = service.place else { return false }
      return deployment.clusters[cluster].fqdn.lowercased() == fqdn.lowercased()
    }
    let deciding = services.filter { $0.role == "Registrar" || $0.role == "UserServices" }
    return (deciding.first?.version ?? services.map(\.version).max() ?? 6) > 5
  }
}
