internal import Diagnostics
internal import Topology

/// Lists every database that needs no backup, in every place where it is.
struct ExclusionPlanner {
  let context: PlanningContext

  func plan() -> [Exclusion] {
    ExclusionCatalogue.rules.flatMap { rule in
      places(of: rule.place).map { place in
        Exclusion(
          database: rule.database, server: place.server, instance: place.instance,
          reason: rule.phrase, sources: rule.sources)
      }
    }
    .sortedByKey { [$0.server, $0.database, $0.instance ?? ""] }
  }

  private struct Place: Hashable {
    let server: String
    let instance: String?
  }

  private func places(of place: ExclusionRule.Place) -> [Place] {
    switch place {
    case .everyFrontEndServer(let instance):
      machines(of: plannedHosts { context.kinds[$0.position].contains(where: \.isFrontEnd) }, instance: instance)
    case .everyLyncServer(let instance):
      machines(of: plannedHosts { context.deployment[$0].requiresReplication }, instance: instance)
    case .userStore:
      stores(plannedPools.compactMap(\.userStore))
    case .applicationStore:
      stores(plannedPools.compactMap(\.applicationStore))
    case .persistentChatComplianceStore:
      // Without an adapter that empties it, it needs a backup: see the requirements.
      context.policy.answers.complianceAdapter == false
        ? [] : stores(context.principals(.persistentChatComplianceStore))
    }
  }

  private var plannedPools: [Pool] { context.pools.filter(\.isPlanned) }

  private func plannedHosts(where condition: (HostIndex) -> Bool) -> [HostIndex] {
    context.deployment.hostIndices.filter { host in
      condition(host) && Product.isPlanned(context.deployment.serviceVersion(of: host))
    }
  }

  private func machines(of hosts: [HostIndex], instance: String) -> [Place] {
    hosts.flatMap { host in context.deployment[host].machines.map { Place(server: $0.text, instance: instance) } }
      .removingDuplicates()
  }

  private func stores(_ services: [Reference<Service>]) -> [Place] {
    services.compactMap(context.deployment.store).map { Place(server: $0.server, instance: $0.instance) }
      .removingDuplicates()
  }
}

extension Component.Kind {
  fileprivate var isFrontEnd: Bool { self == .frontEndPool || self == .standardEditionServer }
}
