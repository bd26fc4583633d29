internal import Diagnostics
internal import Topology

/// Lists what has to be backed up outside Lync's own data.
struct RequirementPlanner {
  let context: PlanningContext

  func plan() -> [OtherRequirement] {
    let required = RequirementCatalogue.rules.filter { !isVoid($0) }.flatMap { rule in
      rule.subjects.flatMap(subjects).map { CaselessName($0) }.removingDuplicates().map { subject in
        OtherRequirement(
          kind: rule.kind, subject: subject.text, isAddition: rule.isAddition,
          text: rule.phrase, sources: rule.sources)
      }
    }
    let additional = context.policy.additional.map { requirement in
      OtherRequirement(
        kind: Self.additionalKind, subject: requirement.subject ?? PlanningContext.wholeDeployment, isAddition: true,
        text: .verbatim(requirement.what, key: "requirement.additional"), sources: [])
    }
    return (required + additional).sortedByKey { [$0.kind, $0.subject, $0.text.text] }
  }

  /// The kind of the organisation's own requirements.
  static let additionalKind = "additional"

  private func isVoid(_ rule: RequirementRule) -> Bool {
    switch rule.voidedBy {
    case .exchange: context.policy.answers.exchange == false && context.policy.answers.archivingInExchange != true
    case .operationsManager: context.policy.answers.operationsManager == false
    default: false
    }
  }

  private func subjects(_ subjects: RequirementRule.Subjects) -> [String] {
    switch subjects {
    case .deployment: [PlanningContext.wholeDeployment]
    case .everyLyncServer:
      context.deployment.hosts.filter(\.requiresReplication).flatMap { $0.machines.map(\.text) }
    case .everyGatewayAndBranchAppliance: hosts { $0.contains(.pstnGateway) || $0.contains(.survivableBranchAppliance) }
    case .everyCoexistingPool: context.pools.filter { !$0.isPlanned }.map(\.fqdn.text)
    case .everyEdgePool: hosts { $0.contains(.edgePool) }
    case .everyPoolOfSeveralServers:
      context.pools.filter { context.deployment[$0.host].machines.count > 1 }.map(\.fqdn.text)
    case .everyPoolWithWebServices: context.pools.filter(\.hasWebServices).map(\.fqdn.text)
    case .everyDNSName: dnsNames
    case .everyOfficeWebAppsServer: hosts { $0.contains(.officeWebAppsServer) }
    case .everyTrustedApplicationPool: hosts { $0.contains(.trustedApplicationPool) }
    case .everyComplianceStoreWithoutAdapter: complianceStores
    }
  }

  private func hosts(where condition: ([Component.Kind]) -> Bool) -> [String] {
    context.deployment.hostIndices.filter { condition(context.kinds[$0.position]) }
      .map { context.deployment[$0].fqdn.text }
  }

  private var dnsNames: [String] {
    context.pools.map(\.fqdn.text) + context.topology.sipDomains
      + context.topology.simpleURLs.compactMap { Self.hostName(ofURL: $0.activeURL) }
  }

  private var complianceStores: [String] {
    guard context.policy.answers.complianceAdapter == false else { return [] }
    return context.principals(.persistentChatComplianceStore).compactMap(context.deployment.instanceName)
  }

  /// `meet.contoso.com` of `https://meet.contoso.com/user`.
  private static func hostName(ofURL url: String) -> String? {
    let afterScheme = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    return afterScheme?.split(separator: ":").first.map(String.init)
  }
}
