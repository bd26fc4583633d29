public import Diagnostics
public import Topology

/// Applies the rule catalogues and a policy to a topology.
public enum Planner {
  /// A plan, and what to tell the user about the policy.
  public struct Result: Sendable {
    public var plan: Plan
    /// What the planner found itself, with its place in the topology, and policy entries that change nothing.
    public var diagnostics: [Diagnostic]
  }

  /// Plans a deployment.
  /// - Parameters:
  ///   - importDiagnostics: What the importer found; it becomes part of the plan's findings.
  ///   - policy: What the organisation decided; an empty one leaves every cell to people.
  ///   - register: What people filled in row by row; its cells come before the policy's.
  ///   - topologyFile: Name of the topology's file, for messages only.
  /// - Throws: ``UnusableInput`` where the policy names a Central Management store's pool that does not exist.
  public static func plan(
    _ topology: Topology, importDiagnostics: [Diagnostic] = [], policy: Policy = Policy(),
    register: Register = Register(),
    topologyFile: String = "topology"
  ) throws(UnusableInput) -> Result {
    let context = try PlanningContext(topology, policy: policy, register: register)
    var items = ItemPlanner(context)
    let backupItems = items.plan()
    let found = FindingPlanner(context: context, backupItems: backupItems).plan()
    let restorations = RestorationPlanner(context, backupItems: backupItems).plan()
    let unbacked = restorations.compactMap(Finding.init(unbacked:))
    let misnamed = restorations.compactMap(Finding.init(misnamed:))
    let findings = (importDiagnostics.map { Finding($0, in: context) } + found + misnamed + unbacked).worstFirst
    let plan = Plan(
      topology: DeploymentSummary(topology), components: ComponentPlanner(context: context).plan(),
      backupItems: backupItems, exclusions: ExclusionPlanner(context: context).plan(),
      otherRequirements: RequirementPlanner(context: context).plan(),
      questions: context.openQuestions, restorations: restorations,
      lostComponents: LostComponentPlanner(context: context, restorations: restorations).plan(), findings: findings,
      answers: context.answeredQuestions,
      organization: policy.organization)
    let diagnostics = (found + misnamed).worstFirst.map { Diagnostic($0, file: topologyFile) }
    return Result(
      plan: plan,
      diagnostics: diagnostics + items.policyDiagnostics + context.unneededAnswers + context.unusedReplacements)
  }
}

extension DeploymentSummary {
  init(_ topology: Topology) {
    self.init(
      format: topology.format.rawValue, isPublished: topology.isPublished,
      defaultSIPDomain: topology.defaultSIPDomain, sipDomains: topology.sipDomains,
      sites: topology.sites.map { site in
        Site(
          id: site.id, name: site.name, kind: site.kind.rawValue,
          parent: site.parent.flatMap { topology[$0].id ?? topology[$0].name })
      }
      .sortedByKey { [$0.name ?? $0.id ?? "", $0.id ?? ""] })
  }
}
