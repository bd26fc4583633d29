internal import Diagnostics
internal import Topology

extension ImportedTopology {
  /// What was imported, in a few lines for people.
  public func summary(fileName: String) -> String {
    let branches = topology.sites.count { $0.kind == .branch }
    let machines = topology.clusters.reduce(0) { $0 + $1.machines.count }
    let rows: [(name: String, value: String)] = [
      ("File", fileName),
      ("Format", topology.format.title + (topology.isPublished ? "" : ", not published")),
      ("SIP domains", topology.sipDomains.isEmpty ? "none" : topology.sipDomains.joined(separator: ", ")),
      ("Sites", "\(topology.sites.count - branches) central, \(branches) branch"),
      ("Clusters", "\(topology.clusters.count)"),
      ("Machines", "\(machines)"),
      ("SQL instances", "\(topology.sqlInstances.count)"),
      ("Services", "\(topology.services.count)"),
    ]
    // Counted, not grouped: the copies of all services cost 2 % of the whole import.
    var numbers: [Role: Int] = [:]
    for index in topology.services.indices { numbers[topology.services[index].role, default: 0] += 1 }
    let roles = numbers.sorted { $0.key.name < $1.key.name }
      .map { (name: "  \($0.key.name)", value: "\($0.value)") }
    let counts: [(name: String, value: String)] = [
      (
        "Diagnostics",
        "\(count(of: .error)) errors, \(count(of: .warning)) warnings, \(count(of: .note)) notes"
      )
    ]
    let width = 34
    return (rows + roles + counts).map { row in
      let padding = String(repeating: " ", count: max(1, width - row.name.count))
      return VisibleText.escaping(row.name + padding + row.value) + "\n"
    }.joined()
  }

  private func count(of severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

extension Topology.Format {
  fileprivate var title: String {
    switch self {
    case .topologyBuilder: "Topology Builder file"
    case .publishedTopology: "published topology"
    case .configurationExport: "configuration export"
    }
  }
}
