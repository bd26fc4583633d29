public import Diagnostics

/// Where a register and a plan do not match.
public struct RegisterReview: Sendable, Equatable {
  /// Rows whose item is not in the plan, whatever their state.
  public let retired: [Register.Entry]
  /// Ids of items that have no row.
  public let missing: [String]

  public init(_ register: Register, _ plan: Plan) {
    let planned = Set(plan.backupItems.map { $0.id.lowercased() })
    let rows = Set(register.entries.map { $0.itemID.lowercased() })
    retired = register.entries.filter { !planned.contains($0.itemID.lowercased()) }
    missing = plan.backupItems.map(\.id).filter { !rows.contains($0.lowercased()) }
  }

  /// A warning for each missing row, a note for each retired one.
  /// - Parameter file: Name of the register's file.
  public func diagnostics(file: String) -> [Diagnostic] {
    missing.map { id in
      Diagnostic(
        id: "register-row-missing", severity: .warning, subject: id, location: SourceLocation(file: file),
        message: "the register has no row for \(id)", remedy: "run `entries` to add it, then fill it in")
    }
      + retired.map { entry in
        Diagnostic(
          id: "register-retired", severity: .note, subject: entry.itemID,
          location: SourceLocation(file: file, line: entry.line),
          message: "\(entry.itemID) is no longer in the plan: its row is not used",
          remedy: "keep the row for as long as old backups of it are kept")
      }
  }
}
