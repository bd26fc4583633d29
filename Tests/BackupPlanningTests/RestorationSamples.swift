@testable import BackupPlanning
import Diagnostics
import Topology

/// Deployments for tests of restorations.
enum RestorationSamples {
  /// Every procedure applies: two paired Standard Edition servers, one with the Central Management store, one with
  /// Persistent Chat; an Enterprise pool with a mirrored back end and a witness; archiving and monitoring on a server of
  /// their own; an Edge pool, and a Persistent Chat pool.
  static func everything(version: Int = 6, witness: Bool = true) -> SampleDeployment {
    var (sample, pool) = SampleDeployment.enterprise()
    for index in sample.topology.services.indices where sample.topology.services[index].role != .fileStore {
      sample.topology.services[index].serviceVersion = version
    }
    let first = sample.standardEdition("se1.contoso.com")
    let second = sample.standardEdition("se2.contoso.com")
    sample.centralManagement(on: first, isActive: true)
    sample.pair(first, second)
    mirror(pool, on: "mirror.contoso.com", witness: witness ? "witness.contoso.com" : nil, version: version, &sample)
    let archive = sample.sqlInstance("arch.contoso.com", "archive")
    sample.depend(pool.registrar, on: sample.store(.archivingStore, in: archive))
    sample.depend(pool.registrar, on: sample.store(.monitoringStore, in: archive))
    let chatInstance = sample.sqlInstance("chatsql.contoso.com")
    let chatStore = sample.store(.persistentChatStore, in: chatInstance)
    let chat = sample.cluster("chat.contoso.com", machines: ["chat1.contoso.com"])
    sample.service(.persistentChatService, on: chat, uses: [chatStore, second.registrar])
    let edge = sample.cluster("edge.contoso.com", machines: ["edge1.contoso.com", "edge2.contoso.com"])
    sample.service(.edgeServer, on: edge, uses: [second.registrar])
    return sample
  }

  /// Mirrors the user store of a pool.
  static func mirror(
    _ pool: SampleDeployment.PoolServices, on server: String, witness: String? = nil, version: Int = 6,
    _ sample: inout SampleDeployment
  ) {
    let mirror = sample.sqlInstance(server, "rtc")
    sample.depend(pool.userServices, on: sample.store(.userStore, in: mirror, version: version), usage: "Mirror")
    if let witness {
      let store = sample.store(.witnessStore, in: sample.sqlInstance(witness, "rtc"), version: version)
      sample.depend(pool.userServices, on: store, usage: "Witness")
    }
  }

  /// One Enterprise pool with the active Central Management store in its back end.
  static func centralManagementOnBackEnd(mirrored: Bool = false) -> SampleDeployment {
    var (sample, pool) = SampleDeployment.enterprise()
    sample.centralManagement(on: pool, isActive: true)
    if mirrored {
      mirror(pool, on: "mirror.contoso.com", &sample)
      let mirror = sample.store(.centralManagementStore, in: Reference(sample.topology.sqlInstances.count - 1))
      let manager = sample.topology.services.firstIndex { $0.role == .centralManagement }
      if let manager { sample.depend(Reference(manager), on: mirror, usage: "Mirror") }
    }
    return sample
  }

  /// Two Enterprise pools on one SQL Server, which has the Central Management store.
  static func twoPoolsOnOneServer() -> SampleDeployment {
    var (sample, pool) = SampleDeployment.enterprise()
    sample.centralManagement(on: pool, isActive: true)
    let cluster = sample.cluster("pool2.contoso.com", machines: ["fe3.contoso.com"])
    guard case .sqlInstance(let instance) = sample.topology[pool.userStore].installation else { return sample }
    _ = sample.pool(on: cluster, backEnd: instance)
    return sample
  }
}

extension Plan {
  func restoration(_ id: String) -> Restoration? { restorations.first { $0.id == id } }

  /// The ids of all restorations of a procedure, in their order.
  func restorations(_ procedure: RestorationProcedure) -> [String] {
    restorations.filter { $0.procedure == procedure }.map(\.id)
  }

  func lost(_ name: String, _ kind: LostComponent.Kind = .server) -> [String]? {
    lostComponents.first { $0.name == name && $0.kind == kind }?.restorations
  }
}

extension Restoration {
  /// Every step as a line, its command as another.
  var script: String {
    steps.flatMap { step -> [String] in
      let text = "\(step.number) \(step.place.rawValue): \(step.text.text)"
      return [text] + (step.command.map { ["  \($0)"] } ?? [])
    }.joined(separator: "\n")
  }

  var commands: [String] { steps.compactMap(\.command) }
}
