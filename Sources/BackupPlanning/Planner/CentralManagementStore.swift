internal import Diagnostics
internal import Topology

/// Where the active Central Management store is, as far as the topology or the policy says.
struct CentralManagementStore {
  /// Who said where it is.
  enum Authority {
    case topology
    case policy
    case nobody
  }

  let authority: Authority
  let pool: HostIndex?
  let store: Store?
  /// Hosts with Central Management services that are not the active one.
  let passive: [HostIndex]
  /// Hosts with Central Management services.
  let managers: [HostIndex]
  /// How many services say that they are active, of how many there are.
  let activeCount: Int
  let serviceCount: Int

  /// - Throws: ``UnusableInput`` where the policy names a pool that is none.
  init(_ deployment: Deployment, answer: CentralManagementStoreAnswer?) throws(UnusableInput) {
    let topology = deployment.topology
    let managers = deployment.services(.centralManagement)
    let active = managers.filter { topology[$0].isActive == true }
    activeCount = active.count
    serviceCount = managers.count + deployment.services(.centralManagementStore).count

    let host: HostIndex?
    var activeStore: Store?
    let manager = active.count == 1 ? active.first : nil
    let stated = manager.flatMap { deployment.dependencies(of: $0, on: .centralManagementStore).first }
      .flatMap(deployment.store)
    if let manager, let stated {
      authority = .topology
      host = deployment.host(of: manager)
      activeStore = stated
    } else if let answer {
      guard let named = deployment.host(named: CaselessName(answer.pool)), deployment.hasUserServices(named) else {
        throw UnusableInput(
          Diagnostic(
            id: "policy-unknown-pool", severity: .error, location: answer.location,
            message: "centralManagementStore.pool \"\(answer.pool)\" is no Front End pool of the topology",
            remedy: "name the FQDN of a pool with UserServices"))
      }
      authority = .policy
      host = named
      let itsStores = managers.filter { deployment.host(of: $0) == named }
        .flatMap { deployment.dependencies(of: $0, on: .centralManagementStore) }
      let userStore = deployment.pool(named, kind: .frontEndPool).userStore
      activeStore = (itsStores.first ?? userStore).flatMap(deployment.store)
    } else {
      authority = .nobody
      // The service may be there although its store is not.
      host = manager.flatMap { deployment.host(of: $0) }
    }
    pool = host
    store = activeStore
    self.managers = managers.compactMap { deployment.host(of: $0) }.removingDuplicates()
    passive = self.managers.filter { $0 != host }
  }
}

extension Deployment {
  fileprivate func hasUserServices(_ host: HostIndex) -> Bool {
    self[host].services.contains { role(of: $0) == .userServices }
  }
}
