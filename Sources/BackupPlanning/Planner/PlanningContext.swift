internal import Diagnostics
internal import Topology

/// What every part of the planner needs: the deployment, its pools and pairs, the policy, the Central Management store.
///
/// An object, since every part and many of their closures keep it: copies of it were a fortieth of planning.
final class PlanningContext {
  let deployment: Deployment
  let policy: Policy
  /// Filled cells by item id; of retired rows too, for an item that comes back has its cells again.
  let registerCells: [String: Register.Cells]
  /// The jobs of each host, by position.
  let kinds: [[Component.Kind]]
  /// Every host that runs Lync Server, once, under the job that names it.
  let pools: [Pool]
  let pairs: PoolPairs
  let centralManagementStore: CentralManagementStore
  private let poolByHost: [HostIndex: Int]
  private let poolsOfFileStore: [Reference<Service>: [Int]]

  init(_ topology: Topology, policy: Policy, register: Register = Register()) throws(UnusableInput) {
    let deployment = Deployment(topology)
    self.deployment = deployment
    self.policy = policy
    registerCells = Dictionary(register.entries.map { ($0.itemID.lowercased(), $0.cells) }) { first, _ in first }
    centralManagementStore = try CentralManagementStore(deployment, answer: policy.centralManagementStore)
    pairs = PoolPairs(deployment)
    let classifier = ComponentClassifier(deployment: deployment)
    kinds = deployment.hostIndices.map(classifier.kinds)
    var pools: [Pool] = []
    var poolByHost: [HostIndex: Int] = [:]
    var poolsOfFileStore: [Reference<Service>: [Int]] = [:]
    for host in deployment.hostIndices {
      guard let kind = kinds[host.position].first(where: \.isLyncServer) else { continue }
      let pool = deployment.pool(host, kind: kind)
      poolByHost[host] = pools.count
      for store in pool.fileStores { poolsOfFileStore[store, default: []].append(pools.count) }
      pools.append(pool)
    }
    self.pools = pools
    self.poolByHost = poolByHost
    self.poolsOfFileStore = poolsOfFileStore
  }

  var topology: Topology { deployment.topology }

  func pool(of host: HostIndex) -> Pool? { poolByHost[host].map { pools[$0] } }

  /// The pools that use a database store. A Survivable Branch Appliance is never among them.
  func pools(using store: Reference<Service>) -> [Pool] {
    let hosts = deployment.users(of: store).compactMap { deployment.host(of: $0) }.removingDuplicates()
    return hosts.compactMap { pool(of: $0) }.filter { $0.kind != .survivableBranchAppliance }
  }

  /// The pools whose file store is `store`. A Survivable Branch Appliance is never among them.
  func pools(sharing store: Reference<Service>) -> [Pool] {
    (poolsOfFileStore[store] ?? []).map { pools[$0] }.filter { $0.kind != .survivableBranchAppliance }
  }

  /// The stores of `role` that are principals.
  func principals(_ role: Role) -> [Reference<Service>] {
    deployment.services(role).filter { !deployment.isStandby($0) }
  }

  /// The name of a host's site: its name, else its id.
  func siteName(of host: HostIndex) -> String? {
    guard let site = deployment[host].site.map({ topology[$0] }) else { return nil }
    return site.name ?? site.id
  }

  /// `\\server\share` of a file store; nil where its place dangles.
  func sharePath(of store: Reference<Service>) -> String? {
    guard let host = deployment.host(of: store) else { return nil }
    let share = topology[store].shareName?.text
    return "\\\\" + [deployment[host].fqdn.text, share].compactMap(\.self).joined(separator: "\\")
  }
}

extension PlanningContext {
  /// The questions that the deployment raises, answered or not.
  private var raisedQuestions: [PlanningQuestion] {
    PlanningQuestion.allCases.filter { question in
      switch question {
      case .centralManagementStore: centralManagementStore.authority != .topology
      case .archivingInExchange: !principals(.archivingStore).isEmpty
      case .complianceAdapter: !principals(.persistentChatComplianceStore).isEmpty
      case .persistentChatBackup: !principals(.persistentChatStore).isEmpty
      case .exchange, .operationsManager: true
      }
    }
  }

  private func answer(to question: PlanningQuestion) -> Phrase? {
    question == .centralManagementStore
      ? (policy.centralManagementStore?.pool).map { .verbatim($0) } : policy.answers.phrase(for: question)
  }

  var openQuestions: [Question] {
    raisedQuestions.filter { answer(to: $0) == nil }
      .compactMap { QuestionCatalogue.rule(for: $0) }
      .map { Question(id: $0.question.rawValue, subject: Self.wholeDeployment, text: $0.openPhrase) }
      .sorted { $0.id < $1.id }
  }

  var answeredQuestions: [AnsweredQuestion] {
    raisedQuestions.compactMap { question in
      guard let rule = QuestionCatalogue.rule(for: question), let answer = answer(to: question) else { return nil }
      return AnsweredQuestion(id: question.rawValue, question: rule.phrase, answer: answer)
    }
  }

  /// A warning where the policy names a Central Management store although the topology does.
  var unneededAnswers: [Diagnostic] {
    guard let answer = policy.centralManagementStore, centralManagementStore.authority == .topology,
      let pool = centralManagementStore.pool, deployment[pool].fqdn != CaselessName(answer.pool)
    else { return [] }
    return [
      Diagnostic(
        id: "policy-answer-unneeded", severity: .warning, location: answer.location,
        message:
          "the topology says that \(deployment[pool].fqdn) hosts the Central Management store, not \(answer.pool)",
        remedy: "remove centralManagementStore from the policy")
    ]
  }

  /// A warning for each replacement of a pool that is not paired: no procedure uses it.
  var unusedReplacements: [Diagnostic] {
    let paired = Set(pairs.partner.keys.map { deployment[$0].fqdn })
    return policy.replacementPools.filter { !paired.contains($0.key) }.sorted { $0.key < $1.key }.map { lost, pool in
      Diagnostic(
        id: "policy-replacement-unused", severity: .warning, location: pool.location,
        message: "\(lost) is no paired pool of the topology: \(pool.fqdn) replaces nothing",
        remedy: "compare its name with the pools of plan.json, or remove it")
    }
  }

  /// The subject of what concerns all of the deployment.
  static let wholeDeployment = "deployment"
}
