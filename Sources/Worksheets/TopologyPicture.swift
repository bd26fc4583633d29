internal import BackupPlanning
internal import Documents

/// The deployment as a picture: sites, in them pools, and beside the pools the SQL Servers and shares they use.
struct TopologyPicture {
  /// More nodes than this are counted by kind instead of drawn one by one.
  static let mostNodes = 400
  /// More sites than this are no picture any more: the table of components says it.
  static let mostSites = 400
  /// More lines between sites than this would hide what they connect.
  private static let mostLinesBetweenSites = 40
  /// From so many nodes on, appliances of branch sites are counted.
  private static let manyNodes = 60
  /// From so many on, everything is that uses no store.
  private static let veryManyNodes = 200

  let words: Language
  /// Whether rows of components have no address that a node could lead to.
  var isCondensed = false

  /// Nil where there is nothing to draw, or too much.
  func picture(of plan: Plan) -> Picture? {
    let drawn = plan.components.filter { $0.kind != .pstnGateway }
    let counted = Self.countedKinds(ofNodes: drawn.count)
    let sites = self.sites(of: plan)
    guard !drawn.isEmpty, sites.count <= Self.mostSites else { return nil }
    let shares = SharesOfServers(plan.components)
    let places = joiningMany(sites.map { site in place(site, counted, shares) }, sites)
    let nodes = Dictionary(
      places.enumerated().flatMap { number, place in place.kinds.flatMap(\.nodes).map { ($0.id, number) } }
    ) { first, _ in first }
    let lines =
      nodes.isEmpty ? [] : lines(of: plan, shares).filter { nodes[$0.from] != nil && nodes[$0.to] != nil }
    let within = lines.filter { nodes[$0.from] == nodes[$0.to] }
    let isTangled = lines.count - within.count > Self.mostLinesBetweenSites
    let legend = isTangled ? words.topologyLegendLarge : words.topologyLegend
    return Picture(
      id: "topology", caption: words.topologyCaption,
      legend: counted.count > 1 ? "\(legend) \(words.topologyLegendCounted)" : legend, places: places,
      lines: isTangled ? within : lines, alternativeTitle: words.topologyInWords,
      alternative: drawn.count > Self.veryManyNodes
        ? [Text(.link(words.topologyInTable, document: "index", anchor: "components-table"))]
        : sites.map { Text(sentence(on: $0)) })
  }

  private static func countedKinds(ofNodes count: Int) -> Set<Component.Kind> {
    switch count {
    case ...manyNodes: [.pstnGateway]
    case ...veryManyNodes: [.pstnGateway, .survivableBranchAppliance]
    case ...mostNodes:
      [
        .pstnGateway, .survivableBranchAppliance, .edgePool, .mediationPool, .officeWebAppsServer,
        .trustedApplicationPool,
      ]
    default: Set(Component.Kind.allCases)
    }
  }

  private typealias SiteComponents = (name: String, components: [Component])

  /// Sites in the plan's order, then what is at none.
  private func sites(of plan: Plan) -> [SiteComponents] {
    let groups = Dictionary(grouping: plan.components) { $0.site ?? "" }
    var names = plan.topology.sites.compactMap { $0.name ?? $0.id }.filter { groups[$0] != nil }
    names += Set(groups.keys).subtracting(names).sorted()
    return names.map { ($0.isEmpty ? words.siteUnknown : $0, groups[$0] ?? []) }
  }

  private func place(
    _ site: SiteComponents, _ counted: Set<Component.Kind>, _ shares: SharesOfServers
  ) -> Picture.Place {
    var kinds: [Picture.Kind] = []
    var remarks: [String] = []
    for kind in Component.Kind.allCases {
      let components = site.components.filter { $0.kind == kind }
      guard !components.isEmpty else { continue }
      let title = words.text(kind.name)
      if counted.contains(kind) {
        remarks.append(words.fill(words.countOfKind, ["kind": title, "count": words.number(components.count)]))
      } else {
        let nodes = components.flatMap { self.nodes(for: $0, shares) }
        kinds.append(
          Picture.Kind(title: title, nodes: nodes, isUsedByOthers: kind == .backEndServer || kind == .fileServer))
      }
    }
    return Picture.Place(title: site.name, kinds: kinds, remarks: remarks)
  }

  /// Many sites with nothing to draw, such as branches, are one box: a picture of them says no more.
  private func joiningMany(_ places: [Picture.Place], _ sites: [SiteComponents]) -> [Picture.Place] {
    let bare = places.indices.filter { places[$0].kinds.isEmpty }
    guard bare.count > Self.mostBareSites, bare.count < places.count else { return places }
    let drawn = places.indices.filter { !places[$0].kinds.isEmpty }.map { places[$0] }
    let joined = place(("", bare.flatMap { sites[$0].components }), Set(Component.Kind.allCases), SharesOfServers([]))
    let title = words.fill(words.furtherSites, ["count": words.number(bare.count)])
    return drawn + [Picture.Place(title: title, kinds: [], remarks: joined.remarks)]
  }

  private static let mostBareSites = 12

  /// A file server is drawn as its shares: they are what pools use.
  private func nodes(for component: Component, _ shares: SharesOfServers) -> [Picture.Node] {
    let paths = component.kind == .fileServer ? shares.paths(on: component) : []
    guard paths.isEmpty else {
      return paths.map { Picture.Node(id: Self.shareID($0), label: $0, anchor: isCondensed ? nil : component.id) }
    }
    let anchor = isCondensed ? nil : component.id
    return [Picture.Node(id: component.id, label: component.fqdn ?? component.id, anchor: anchor)]
  }

  private static func shareID(_ path: String) -> String { "share:\(path.lowercased())" }

  /// What uses what, and what stands in for what; each once.
  private func lines(of plan: Plan, _ shares: SharesOfServers) -> [Picture.Line] {
    var lines: [Picture.Line] = []
    var pools: [String: String] = [:]
    for component in plan.components where component.kind.isLyncServer {
      if let name = component.fqdn?.lowercased(), pools[name] == nil { pools[name] = component.id }
    }
    for component in plan.components where component.kind.isLyncServer {
      for instance in component.backEnd {
        lines.append(Picture.Line(from: component.id, to: Self.serverID(instance)))
      }
      for path in component.fileStores { lines.append(Picture.Line(from: component.id, to: Self.shareID(path))) }
      if let partner = component.pairedWith.flatMap({ pools[$0.lowercased()] }), component.id < partner {
        lines.append(Picture.Line(from: component.id, to: partner, isPair: true))
      }
      for (position, mirror) in component.mirror.enumerated() {
        let principals = component.backEnd
        guard let principal = principals.indices.contains(position) ? principals[position] : principals.first else {
          continue
        }
        lines.append(Picture.Line(from: Self.serverID(principal), to: Self.serverID(mirror), isPair: true))
      }
    }
    // Archiving, monitoring and chat stores serve pools that do not name them among their own.
    for item in plan.backupItems where item.worksheet == .database {
      guard let server = item.server else { continue }
      for pool in item.pools.compactMap({ pools[$0.lowercased()] }) {
        lines.append(Picture.Line(from: pool, to: Self.serverID(server)))
      }
    }
    var seen: Set<Picture.Line> = []
    return lines.filter { seen.insert($0).inserted }
  }

  /// The component of the SQL Server that runs `instance`.
  private static func serverID(_ instance: String) -> String {
    let server = instance.lowercased().prefix { $0 != "\\" }
    return "\(Component.Kind.backEndServer.rawValue):\(server)"
  }

  /// A site in words: its components by kind, with what each uses and stands beside.
  private func sentence(on site: SiteComponents) -> String {
    let kinds = Component.Kind.allCases.compactMap { kind -> String? in
      let components = site.components.filter { $0.kind == kind }
      guard !components.isEmpty else { return nil }
      let title = words.text(kind.name)
      if kind == .pstnGateway {
        return words.fill(words.countOfKind, ["kind": title, "count": words.number(components.count)])
      }
      let names = components.map { component in
        let stores = component.backEnd + component.fileStores
        let notes =
          (stores.isEmpty ? [] : [words.fill(words.uses, ["stores": words.list(stores)])])
          + component.mirror.map { words.fill(words.mirrorOf, ["mirror": $0]) }
          + (component.pairedWith.map { [words.fill(words.pairedWith, ["pool": $0])] } ?? [])
        let name = component.fqdn ?? component.id
        return notes.isEmpty
          ? name
          : words.fill(words.nameAndNotes, ["name": name, "notes": notes.joined(separator: words.noteSeparator)])
      }
      return words.fill(words.countOfKind, ["kind": title, "count": words.list(names)])
    }
    return words.fill(words.siteInWords, ["site": site.name, "kinds": kinds.joined(separator: ". ")])
  }
}

/// The shares that pools use, by the server they are on.
private struct SharesOfServers {
  private let paths: [String: [String]]

  init(_ components: [Component]) {
    var paths: [String: [String]] = [:]
    var seen: Set<String> = []
    for path in components.flatMap(\.fileStores) where seen.insert(path.lowercased()).inserted {
      let server = path.drop { $0 == "\\" }.prefix { $0 != "\\" }
      paths[server.lowercased(), default: []].append(path)
    }
    self.paths = paths
  }

  func paths(on component: Component) -> [String] { component.fqdn.flatMap { paths[$0.lowercased()] } ?? [] }
}
