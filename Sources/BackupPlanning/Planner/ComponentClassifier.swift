internal import Topology

/// Says which jobs a host has, and which of its roles belong to which job.
struct ComponentClassifier {
  let deployment: Deployment

  /// The jobs of `host`, the one that gives it its name first. Never empty: what nothing else explains is `other`.
  func kinds(of host: HostIndex) -> [Component.Kind] {
    let roles = directRoles(of: host)
    let isStandardEdition = deployment.isStandardEdition(host)
    var kinds: [Component.Kind] = []
    if roles.contains(.userServices) {
      kinds.append(isStandardEdition ? .standardEditionServer : .frontEndPool)
    } else if isDirector(host) {
      kinds.append(.directorPool)
    } else if roles.contains(.registrar) && isInBranchSite(host) {
      kinds.append(.survivableBranchAppliance)
    }
    if roles.contains(.mediationServer) && !roles.contains(.registrar) && kinds.isEmpty { kinds.append(.mediationPool) }
    kinds += Self.kindByRole.filter { roles.contains($0.role) }.map(\.kind)
    if !isStandardEdition {
      if hasDatabases(host) { kinds.append(.backEndServer) }
      if roles.contains(.fileStore) { kinds.append(.fileServer) }
    }
    let hasUnknownRole = roles.contains { !Role.known.contains($0) }
    if kinds.isEmpty || hasUnknownRole || !unclaimedRoles(of: host, by: kinds).isEmpty { kinds.append(.other) }
    return kinds
  }

  /// The roles of `host` that belong to its job `kind`, sorted by name.
  func roles(of host: HostIndex, as kind: Component.Kind, among kinds: [Component.Kind]) -> [String] {
    let all = Set(directRoles(of: host) + databaseRoles(of: host))
    let mine: [Role]
    if kind == .other {
      mine = all.filter { !Role.known.contains($0) } + unclaimedRoles(of: host, by: kinds)
    } else if kind == kinds.first && kind.isMain {
      mine = all.filter { role in
        Role.known.contains(role) && !kinds.dropFirst().contains { claims($0, role) }
      }
    } else {
      mine = all.filter { claims(kind, $0) }
    }
    return Set(mine.map(\.name)).sorted()
  }

  private static let kindByRole: [(role: Role, kind: Component.Kind)] = [
    (.edgeServer, .edgePool),
    (.persistentChatService, .persistentChatPool),
    (.webApplicationCompanion, .officeWebAppsServer),
    (.pstnGateway, .pstnGateway),
    (.externalServer, .trustedApplicationPool),
  ]

  private func claims(_ kind: Component.Kind, _ role: Role) -> Bool {
    switch kind {
    case .backEndServer: Role.databaseStores.contains(role)
    case .fileServer: role == .fileStore
    case .edgePool: role == .edgeServer || role == .managementServices
    case .mediationPool: role == .mediationServer
    default: Self.kindByRole.contains { $0.kind == kind && $0.role == role }
    }
  }

  /// Known roles that none of `kinds` explains. A main job takes whatever no other job claims.
  private func unclaimedRoles(of host: HostIndex, by kinds: [Component.Kind]) -> [Role] {
    guard !(kinds.first?.isMain ?? false) else { return [] }
    return (directRoles(of: host) + databaseRoles(of: host)).filter { role in
      Role.known.contains(role) && !kinds.contains { claims($0, role) }
    }
  }

  private func directRoles(of host: HostIndex) -> [Role] {
    deployment[host].services.map(deployment.role)
  }

  private func databaseRoles(of host: HostIndex) -> [Role] {
    deployment[host].databaseServices.map(deployment.role)
  }

  private func isDirector(_ host: HostIndex) -> Bool {
    deployment[host].services.contains {
      deployment.role(of: $0) == .registrar && deployment.topology[$0].isDirector
    }
  }

  private func isInBranchSite(_ host: HostIndex) -> Bool {
    deployment[host].site.map { deployment.topology[$0].kind == .branch } ?? false
  }

  private func hasDatabases(_ host: HostIndex) -> Bool {
    !deployment[host].sqlInstances.isEmpty || directRoles(of: host).contains { Role.databaseStores.contains($0) }
  }
}

extension Component.Kind {
  /// Whether it is a whole Lync server, to which every role belongs that no other job of the host explains.
  fileprivate var isMain: Bool {
    switch self {
    case .frontEndPool, .standardEditionServer, .directorPool, .survivableBranchAppliance: true
    default: false
    }
  }
}
