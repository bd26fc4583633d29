internal import Topology

/// Everything the topology has under one FQDN: usually one cluster, several where it names one server more than once.
struct Host {
  let fqdn: CaselessName
  let site: Reference<Site>?
  /// Whether it keeps a replica of the Central Management store.
  var requiresReplication: Bool
  /// The union of its clusters' machines.
  var machines: [CaselessName]
  /// Services installed on it directly.
  var services: [Reference<Service>] = []
  var sqlInstances: [Reference<SQLInstance>] = []
  /// Services installed on its SQL Server instances.
  var databaseServices: [Reference<Service>] = []
  /// Line of its first cluster.
  let line: Int
}

/// Position of a host in ``Deployment/hosts``.
struct HostIndex: Hashable {
  let position: Int
}
