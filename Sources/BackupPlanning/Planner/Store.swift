internal import Topology

/// A database store resolved to the server that holds it.
struct Store {
  let service: Reference<Service>
  let host: HostIndex
  /// As written.
  let server: String
  /// Absent for the default instance.
  let instance: String?
  /// Mirrors, as `server` or `server\instance`.
  let mirrors: [String]
  let alwaysOnPrimaryNode: String?

  /// `server` or `server\instance`.
  var name: String { Store.name(server: server, instance: instance) }

  static func name(server: String, instance: String?) -> String {
    instance.map { "\(server)\\\($0)" } ?? server
  }
}

extension Deployment {
  /// The server and instance of a store; nil where its place dangles.
  func store(_ service: Reference<Service>) -> Store? {
    guard let host = host(of: service) else { return nil }
    let instance = sqlInstance(of: service)
    return Store(
      service: service, host: host, server: self[host].fqdn.text, instance: instance?.name?.text,
      mirrors: mirrors(of: service).compactMap(instanceName), alwaysOnPrimaryNode: instance?.alwaysOnPrimaryNode?.text)
  }

  /// `server` or `server\instance` of a store.
  func instanceName(of service: Reference<Service>) -> String? {
    host(of: service).map { Store.name(server: self[$0].fqdn.text, instance: sqlInstance(of: service)?.name?.text) }
  }

  private func sqlInstance(of service: Reference<Service>) -> SQLInstance? {
    guard case .sqlInstance(let instance) = topology[service].installation else { return nil }
    return topology[instance]
  }
}
