/// What appears, vanishes, changes, moves or gets another name between two plans.
public struct PlanDifference: Sendable {
  /// The name of the JSON form and its version.
  public static let schema = "backup-worksheets/diff/1"

  /// What became of an entry. The raw values are those of the JSON form.
  public enum Kind: String, Sendable, CaseIterable {
    case appeared
    case vanished
    case changed
    /// Its pool has another name.
    case renamed
    /// What it serves stayed, where it is changed.
    case moved
  }

  /// One entry that is not as it was.
  public struct Change: Sendable, Equatable {
    public var kind: Kind
    /// In the new plan; of a vanished entry in the old one.
    public var id: String
    /// Of a renamed or moved entry: in the old plan.
    public var formerID: String?
    /// Fields that differ; of an entry that appeared or vanished all it has.
    public var fields: [FieldChange]
  }

  /// Values before and after; none for a field that is absent.
  public struct FieldChange: Sendable, Equatable {
    public var field: PlanField
    public var old: [String]
    public var new: [String]
  }

  public let oldName: String
  public let newName: String
  public let renames: [PoolRename]
  /// By group, those that are gone first in the order of the old plan, the others in the order of the new one.
  public let changes: [PlanGroup: [Change]]

  public var isEmpty: Bool { renames.isEmpty && changes.values.allSatisfy(\.isEmpty) }

  public init(from old: PlanSnapshot, to new: PlanSnapshot) {
    oldName = old.name
    newName = new.name
    renames = PoolRename.all(from: old, to: new)
    var names = NameTranslation(renames)
    var changes: [PlanGroup: [Change]] = [:]
    // Items first: what they are called now is what restorations need.
    for group in PlanGroup.allCases {
      let pairing = RecordPairing(old.records[group] ?? [], new.records[group] ?? [], names)
      for pair in pairing.pairs where pair.old.id != pair.new.id { names.ids[pair.old.id] = pair.new.id }
      changes[group] = Self.changes(pairing, names)
    }
    self.changes = changes
  }

  public func changes(of group: PlanGroup) -> [Change] { changes[group] ?? [] }

  public func count(_ kind: Kind, in group: PlanGroup) -> Int { changes(of: group).count { $0.kind == kind } }

  private static func changes(_ pairing: RecordPairing, _ names: NameTranslation) -> [Change] {
    let vanished = pairing.vanished.map { record in
      Change(
        kind: .vanished, id: record.id, formerID: nil,
        fields: record.values.filter { !$0.values.isEmpty }
          .map { FieldChange(field: $0.field, old: $0.values, new: []) })
    }
    let appeared = pairing.appeared.map { record in
      Change(
        kind: .appeared, id: record.id, formerID: nil,
        fields: record.values.filter { !$0.values.isEmpty }
          .map { FieldChange(field: $0.field, old: [], new: $0.values) })
    }
    let others = pairing.pairs.compactMap { pair -> Change? in
      let fields = fields(pair.old, pair.new, names)
      guard let formerID = pair.old.id == pair.new.id ? nil : pair.old.id else {
        return fields.isEmpty ? nil : Change(kind: .changed, id: pair.new.id, formerID: nil, fields: fields)
      }
      return Change(kind: pair.isMove ? .moved : .renamed, id: pair.new.id, formerID: formerID, fields: fields)
    }
    return vanished + appeared + others
  }

  private static func fields(_ old: PlanRecord, _ new: PlanRecord, _ names: NameTranslation) -> [FieldChange] {
    zip(old.values, new.values).compactMap { old, new in
      isSame(old, new, names) ? nil : FieldChange(field: old.field, old: old.values, new: new.values)
    }
  }

  /// Whether the values are the same, renames aside.
  private static func isSame(_ old: PlanRecord.Value, _ new: PlanRecord.Value, _ names: NameTranslation) -> Bool {
    if old.values == new.values { return true }
    switch old.field.form {
    case .words: return false
    case .name: return isSame(old.values, new.values, names.name)
    case .id: return isSame(old.values, new.values, names.id)
    case .text:
      guard old.values.contains(where: { names.text($0) != $0 }) else { return false }
      return isSame(words(old.values), words(new.values), names.text)
    }
  }

  /// Whether each part of one side is on the other, as it is or with its new name. What is sorted by name, lists and
  /// the steps that repeat for each pool, has another order after a rename.
  private static func isSame(_ old: [String], _ new: [String], _ translate: (String) -> String) -> Bool {
    guard old.count == new.count else { return false }
    var left: [String: Int] = [:]
    for part in new { left[part.lowercased(), default: 0] += 1 }
    for part in old {
      let known = [part.lowercased(), translate(part).lowercased()].first { left[$0, default: 0] > 0 }
      guard let known else { return false }
      left[known, default: 0] -= 1
    }
    return true
  }

  private static func words(_ values: [String]) -> [String] {
    values.flatMap { $0.split { " ,;".contains($0) }.map(String.init) }
  }
}
