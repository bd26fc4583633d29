/// What a plan is made of, as far as it is compared. The raw values are keys of the JSON form.
public enum PlanGroup: String, Sendable, CaseIterable {
  case backupItems
  case components
  case exclusions
  case otherRequirements
  case questions
  case restorations
  case findings
}

/// What of an entry is compared. The raw values are those of the JSON form.
public enum PlanField: String, Sendable, CaseIterable {
  case server, instance, share, site, pools, tool, command, permission, schedule
  case backupSetName, backupSetExpiration, destination, owner, rpo, rto
  case servers, roles, serviceVersion, hostsCentralManagementStore, pairedWith, backEnd, mirror, fileStores
  case reason, addition, text, subject, needs, steps, severity, message

  /// What its values are made of, and so how a renamed pool shows in them.
  enum Form {
    case words
    /// A name, `server\instance` or a UNC path.
    case name
    /// An id of another entry.
    case id
    /// Text that names things.
    case text
  }

  var form: Form {
    switch self {
    case .server, .share, .pools, .pairedWith, .backEnd, .mirror, .fileStores, .servers, .subject: .name
    case .command, .backupSetName, .reason, .text, .steps, .message: .text
    case .needs: .id
    case .instance, .site, .tool, .permission, .schedule, .backupSetExpiration, .destination, .owner, .rpo, .rto,
      .roles, .serviceVersion, .hostsCentralManagementStore, .addition, .severity:
      .words
    }
  }

  /// What people call it.
  var title: String {
    var words = ""
    for character in rawValue {
      words += character.isUppercase ? " \(character.lowercased())" : String(character)
    }
    switch self {
    case .rpo, .rto: return rawValue.uppercased()
    case .addition: return "addition to Microsoft's list"
    default: return words
    }
  }
}

/// One entry of a plan with what is compared of it.
public struct PlanRecord: Sendable, Equatable {
  /// A field and its values; none for one that the plan does not have.
  public struct Value: Sendable, Equatable {
    public var field: PlanField
    public var values: [String]
  }

  /// Unique in its group.
  public var id: String
  public var values: [Value]
  /// The kind of data or procedure: one that moved is still of its kind.
  var kind: String
  /// What an entry serves. By this and its kind it is known again in another place; empty where it cannot be.
  var serves: [String]

  init(id: String, kind: String = "", serves: [String] = [], _ values: [(PlanField, [String])]) {
    self.id = id
    self.kind = kind
    self.serves = serves
    self.values = values.map { Value(field: $0.0, values: $0.1) }
  }

  public func values(of field: PlanField) -> [String] { values.first { $0.field == field }?.values ?? [] }
}
