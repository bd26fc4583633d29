public import Diagnostics
public import Topology

extension Pseudonyms {
  /// The deployment with a pseudonym in place of every name. Structure, roles, versions and numbers stay.
  public func redacted(_ topology: Topology) -> Topology {
    var topology = topology
    topology.defaultSIPDomain = topology.defaultSIPDomain.map(host)
    topology.sipDomains = topology.sipDomains.map(host)
    for index in topology.simpleURLs.indices {
      let url = topology.simpleURLs[index]
      topology.simpleURLs[index].domain = url.domain == "*" ? "*" : host(url.domain)
      topology.simpleURLs[index].activeURL = place(url.activeURL)
    }
    for index in topology.sites.indices {
      topology.sites[index].name = topology.sites[index].name.map { text("site", $0) }
      topology.sites[index].id = topology.sites[index].id.map(identity)
    }
    for index in topology.clusters.indices {
      topology.clusters[index].key = identity(topology.clusters[index].key)
      topology.clusters[index].fqdn = host(topology.clusters[index].fqdn)
      topology.clusters[index].machines = topology.clusters[index].machines.map(host)
    }
    for index in topology.sqlInstances.indices {
      topology.sqlInstances[index].name = topology.sqlInstances[index].name.map { CaselessName(instance($0.text)) }
      topology.sqlInstances[index].alwaysOnPrimaryNode = topology.sqlInstances[index].alwaysOnPrimaryNode.map(host)
    }
    for index in topology.services.indices { redact(&topology.services[index]) }
    return topology
  }

  private func redact(_ service: inout Service) {
    service.key = identity(service.key)
    if !Role.known.contains(service.role) { service.role = Role(word(service.role.name)) }
    service.folder = service.folder.map(identity)
    service.applications = service.applications.filter { $0.hasPrefix("urn:application:") }
    service.shareName = service.shareName.map { name in
      CaselessName(path(name.text.split(separator: "\\", omittingEmptySubsequences: false)).joined(separator: "\\"))
    }
  }

  private func host(_ name: CaselessName) -> CaselessName { CaselessName(host(name.text)) }

  /// `1`, `1-3` and `1-Registrar-2` are what set-up numbers things by, and tell nothing.
  func identity(_ key: String) -> String {
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    let isOurs = parts.allSatisfy { part in
      !part.isEmpty && (part.utf8.allSatisfy { (48...57).contains($0) } || Role.known.contains(Role(String(part))))
    }
    return isOurs ? key : text("id", key)
  }

  /// A word of the schema's stays; what has other characters than letters is somebody's name.
  func word(_ word: String) -> String {
    !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0 | 32) } ? word : text("word", word)
  }

  // MARK: Diagnostics

  /// What the importer found, without the names. A diagnostic without sentences keeps its rule alone.
  public func redacted(_ diagnostics: [Diagnostic], of topology: Topology) -> [Diagnostic] {
    let names = NamesOfTopology(topology, self)
    return diagnostics.map { diagnostic in
      var redacted = diagnostic
      redacted.subject = diagnostic.subject.map(names.pseudonym)
      guard let sentences = diagnostic.sentences else {
        redacted.message = "redacted"
        return redacted
      }
      let own = Diagnostic.Sentences(
        subject: sentences.subject.map(names.redacted), message: names.redacted(sentences.message),
        remedy: sentences.remedy)
      redacted.sentences = own
      redacted.message = own.message.text
      redacted.remedy = own.remedy.text
      return redacted
    }
  }
}

/// Which pseudonym belongs to a name that is only known as text.
private struct NamesOfTopology {
  private let pseudonyms: Pseudonyms
  private var known: [String: String] = [:]

  init(_ topology: Topology, _ pseudonyms: Pseudonyms) {
    self.pseudonyms = pseudonyms
    for cluster in topology.clusters {
      for name in [cluster.fqdn] + cluster.machines { known[name.folded] = pseudonyms.host(name.text) }
      known[cluster.key.lowercased()] = pseudonyms.identity(cluster.key)
    }
    for site in topology.sites {
      if let name = site.name { known[name.lowercased()] = pseudonyms.text("site", name) }
    }
    for instance in topology.sqlInstances {
      if let name = instance.name { known[name.folded] = pseudonyms.instance(name.text) }
    }
    for service in topology.services { known[service.key.lowercased()] = pseudonyms.identity(service.key) }
    for role in Role.known.union(topology.services.map(\.role)) {
      known[role.name.lowercased()] = Role.known.contains(role) ? role.name : pseudonyms.word(role.name)
    }
  }

  func pseudonym(_ name: String) -> String {
    if let pseudonym = known[name.lowercased()] { return pseudonym }
    if name.contains("\\") || name.contains(".") { return pseudonyms.place(name) }
    let isNumber = name.utf8.allSatisfy { (48...57).contains($0) }
    return isNumber ? name : pseudonyms.identity(name)
  }

  func redacted(_ phrase: Phrase) -> Phrase { phrase.renaming { redacted($0.value) } }

  private func redacted(_ value: Phrase.Value) -> Phrase.Value {
    switch value {
    case .text(let name): .text(pseudonym(name))
    case .number: value
    case .phrase(let phrase): .phrase(redacted(phrase))
    case .list(let values): .list(values.map(redacted))
    }
  }
}
