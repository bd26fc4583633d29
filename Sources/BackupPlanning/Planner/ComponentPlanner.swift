internal import Topology

/// Lists every job of every server and pool.
struct ComponentPlanner {
  let context: PlanningContext

  func plan() -> [Component] {
    let classifier = ComponentClassifier(deployment: context.deployment)
    let hosted = context.deployment.hostIndices.flatMap { host in
      let kinds = context.kinds[host.position]
      return kinds.map { component($0, of: host, roles: classifier.roles(of: host, as: $0, among: kinds)) }
    }
    return (hosted + context.deployment.homelessServices.map(homelessComponent))
      .sortedByKey { [$0.site ?? "", $0.fqdn ?? "", $0.kind.rawValue, $0.id] }
  }

  /// The id of a component.
  static func id(_ kind: Component.Kind, _ name: String) -> String { "\(kind.rawValue):\(name.lowercased())" }

  private func component(_ kind: Component.Kind, of index: HostIndex, roles: [String]) -> Component {
    let host = context.deployment[index]
    var component = Component(
      id: Self.id(kind, host.fqdn.text), kind: kind, fqdn: host.fqdn.text, site: context.siteName(of: index),
      servers: host.machines.map(\.text).sortedByKey { [$0] }, serviceVersion: nil, product: nil, roles: roles,
      hostsCentralManagementStore: hostsCentralManagementStore(index, kind), pairedWith: nil, backEnd: [],
      mirror: [], fileStores: [], isStandby: false, alwaysOnPrimaryNode: nil)
    if kind.isLyncServer, let pool = context.pool(of: index) { addPool(pool, to: &component) }
    if kind == .backEndServer {
      component.isStandby =
        !host.databaseServices.isEmpty && host.databaseServices.allSatisfy(context.deployment.isStandby)
      component.alwaysOnPrimaryNode =
        host.sqlInstances.compactMap { context.topology[$0].alwaysOnPrimaryNode?.text }.first
    }
    return component
  }

  private func addPool(_ pool: Pool, to component: inout Component) {
    component.serviceVersion = pool.serviceVersion
    component.product = pool.serviceVersion.flatMap(Product.name)
    let stores: [Reference<Service>]
    switch component.kind {
    case .frontEndPool, .standardEditionServer: stores = [pool.userStore, pool.applicationStore].compactMap(\.self)
    case .persistentChatPool: stores = pool.persistentChatStores + pool.complianceStores
    default: stores = []
    }
    component.backEnd = stores.compactMap(context.deployment.instanceName).removingDuplicates()
    component.mirror =
      stores.flatMap(context.deployment.mirrors).compactMap(context.deployment.instanceName).removingDuplicates()
    component.fileStores = pool.fileStores.compactMap(context.sharePath).removingDuplicates()
    component.pairedWith = context.pairs.partner[pool.host].map { context.deployment[$0].fqdn.text }
  }

  /// The pool that runs the active Central Management service, and the server that holds its store.
  private func hostsCentralManagementStore(_ host: HostIndex, _ kind: Component.Kind) -> Bool {
    let isPool = host == context.centralManagementStore.pool && kind == context.kinds[host.position].first
    let isServer =
      host == context.centralManagementStore.store?.host && (kind == .backEndServer || kind == .standardEditionServer)
    return isPool || isServer
  }

  /// A service whose place dangles stays visible under its own name.
  private func homelessComponent(_ service: Reference<Service>) -> Component {
    let service = context.topology[service]
    return Component(
      id: Self.id(.other, service.folder ?? service.key), kind: .other, fqdn: nil, site: nil, servers: [],
      serviceVersion: nil, product: nil, roles: [service.role.name], hostsCentralManagementStore: false,
      pairedWith: nil, backEnd: [], mirror: [], fileStores: [], isStandby: false, alwaysOnPrimaryNode: nil)
  }
}

extension Sequence {
  /// Sorted by the lower-case texts of each element's key, the first that differs deciding; as written where all are
  /// equal but for case.
  func sortedByKey(_ key: (Element) -> [String]) -> [Element] {
    let elements = Array(self)
    // One text a key, so that two are compared at once: NUL, which is in no name, comes before everything.
    let keys = elements.map { element in
      var text = ""
      for part in key(element) {
        text += part
        text += "\0"
      }
      return (folded: text.lowercased(), written: text)
    }
    // Positions are moved about, not elements with twenty members each: that takes half of the time.
    let order = elements.indices.sorted { left, right in
      let (left, right) = (keys[left], keys[right])
      return left.folded == right.folded ? left.written < right.written : left.folded < right.folded
    }
    return order.map { elements[$0] }
  }
}
