/// Which entry of the old plan is which of the new one.
struct RecordPairing {
  struct Pair {
    var old: PlanRecord
    var new: PlanRecord
    /// Known again by what it serves, and not by its id.
    var isMove: Bool
  }

  /// In the order of the new plan.
  private(set) var pairs: [Pair] = []
  private(set) var vanished: [PlanRecord] = []
  private(set) var appeared: [PlanRecord] = []

  /// First by id, then by the id that a renamed pool gives, then by kind and what is served, where only one old and
  /// one new entry fit.
  init(_ old: [PlanRecord], _ new: [PlanRecord], _ names: NameTranslation) {
    let newIDs = Dictionary(new.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    var partners: [Int: (old: Int, isMove: Bool)] = [:]
    var unpaired: [Int] = []
    for (position, record) in old.enumerated() {
      if let partner = newIDs[record.id] { partners[partner] = (position, false) } else { unpaired.append(position) }
    }
    unpaired.removeAll { position in
      guard let partner = newIDs[names.id(old[position].id)], partners[partner] == nil else { return false }
      partners[partner] = (position, false)
      return true
    }
    let places = Dictionary(grouping: unpaired) { Service(old[$0], names) }
    let successors = Dictionary(grouping: new.indices.filter { partners[$0] == nil }) { Service(new[$0], nil) }
    var moved: Set<Int> = []
    for (service, positions) in places where !service.names.isEmpty {
      guard positions.count == 1, let position = positions.first, let found = successors[service], found.count == 1,
        let partner = found.first
      else { continue }
      partners[partner] = (position, true)
      moved.insert(position)
    }
    vanished = unpaired.filter { !moved.contains($0) }.map { old[$0] }
    for (position, record) in new.enumerated() {
      if let partner = partners[position] {
        pairs.append(Pair(old: old[partner.old], new: record, isMove: partner.isMove))
      } else {
        appeared.append(record)
      }
    }
  }

  /// What an entry is for.
  private struct Service: Hashable {
    var kind: String
    var names: Set<String>

    init(_ record: PlanRecord, _ translation: NameTranslation?) {
      kind = record.kind
      names = Set(
        record.serves.map { name in
          (translation.map { $0.id($0.name(name)) } ?? name).lowercased()
        })
    }
  }
}
