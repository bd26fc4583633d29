internal import Topology

/// Who uses whom, prepared once for the many look-ups of the planner: reading a whole service for its role, or what a
/// usage means from its text, took half the time of a large plan.
struct ServiceGraph {
  /// One service used by another.
  struct Use {
    let service: Reference<Service>
    let role: Role
    let usage: DependencyUsage
  }

  /// One service using another.
  struct User {
    let service: Reference<Service>
    let usage: DependencyUsage
  }

  let roles: [Role]
  let uses: [[Use]]
  let users: [[User]]
  /// Services by role, in the order of the file.
  let byRole: [Role: [Reference<Service>]]

  init(_ topology: Topology) {
    let roles = topology.services.map(\.role)
    var users: [[User]] = Array(repeating: [], count: roles.count)
    var byRole: [Role: [Reference<Service>]] = [:]
    uses = topology.services.enumerated().map { position, service in
      let reference = Reference<Service>(position)
      byRole[service.role, default: []].append(reference)
      return service.dependencies.map { dependency in
        let usage = DependencyUsage(dependency.usage)
        users[dependency.service.position].append(User(service: reference, usage: usage))
        return Use(service: dependency.service, role: roles[dependency.service.position], usage: usage)
      }
    }
    self.roles = roles
    self.users = users
    self.byRole = byRole
  }
}

/// How one service uses another, by what the file says.
enum DependencyUsage {
  case ordinary
  case mirror
  case witness

  init(_ text: String) {
    if text == "Default" {
      self = .ordinary
      return
    }
    let folded = text.lowercased()
    self = folded.contains("mirror") ? .mirror : folded.contains("witness") ? .witness : .ordinary
  }
}
