internal import BackupPlanning
internal import Diagnostics
internal import Documents

/// A row of the index for the night: what is lost with the same consequences and restored in the same way, such as a
/// server with its instances, all servers of a pool or all gateways of a site.
struct LostRow {
  let components: [LostComponent]
  private let restorations: ByID<Restoration>
  /// Where a restoration is printed, by its id: several may share a row.
  private let anchors: [String: String]

  /// In the order of their first components.
  static func rows(
    of components: [LostComponent], _ restorations: ByID<Restoration>, anchors: [String: String]
  ) -> [LostRow] {
    let alike = components.grouped { Consequences(site: $0.site, impact: $0.impact, procedures: $0.restorations) }
    return alike.grouped { group in
      let own = ownRestoration(of: group[0], restorations)
      let procedures = group[0].restorations.map { id in
        id == own ? restorations[id]?.procedure.rawValue ?? id : id
      }
      return Consequences(site: group[0].site, impact: group[0].impact, procedures: procedures)
    }.map { LostRow(components: $0.flatMap(\.self), restorations: restorations, anchors: anchors) }
  }

  /// What makes two components lost alike.
  private struct Consequences: Hashable {
    let site: String?
    let impact: [Phrase]
    let procedures: [String]
  }

  /// The one procedure that restores a component under its own name; nil where there is none, or more than one.
  private static func ownRestoration(of component: LostComponent, _ restorations: ByID<Restoration>) -> String? {
    let name = component.name.lowercased()
    let own = component.restorations.filter { restorations[$0]?.target.lowercased() == name }
    return own.count == 1 ? own.first : nil
  }

  func row(_ words: Language) -> Row? {
    guard let first = components.first else { return nil }
    let kinds = components.grouped(by: \.kind).compactMap { $0.first.flatMap { words.lostKinds[$0.kind.rawValue] } }
    return Row(cells: [
      Cell(names(words)), Cell(words.list(kinds)), Cell(first.site),
      Cell(first.impact.map { Text(words.text($0)) }), Cell(procedures(words)),
    ])
  }

  /// Of several components, each leads to the procedure of its own, unless all have one place.
  private func names(_ words: Language) -> [Text] {
    guard !isOnePlace else { return [Text(words.list(components.map(\.name)))] }
    return components.map { component in
      Text([Self.ownRestoration(of: component, restorations).map { link($0, component.name) } ?? .plain(component.name)]
      )
    }
  }

  private func procedures(_ words: Language) -> [Text] {
    guard let first = components.first else { return [] }
    let own = Self.ownRestoration(of: first, restorations)
    return first.restorations.compactMap { id in
      guard let restoration = restorations[id] else { return nil }
      let procedure = words.procedureNames[restoration.procedure.rawValue] ?? restoration.procedure.rawValue
      if id == own, !isOnePlace { return Text(procedure) }
      let isNamed = restoration.target.lowercased() == first.name.lowercased()
      return Text([link(id, isNamed ? procedure : words.name(of: restoration))])
    }
  }

  /// Whether the procedures of all components are printed in one place.
  private var isOnePlace: Bool {
    Set(components.compactMap { Self.ownRestoration(of: $0, restorations).map(anchor) }).count <= 1
  }

  private func anchor(of restoration: String) -> String {
    anchors[restoration] ?? RestorationDocument.anchor(of: restoration)
  }

  private func link(_ restoration: String, _ text: String) -> Text.Run {
    .link(text, document: RestorationDocument.documentID, anchor: anchor(of: restoration))
  }
}
