/// The predictable name of a backup set, by which its file is found again.
enum BackupSetName {
  /// The file name of an item of `rule`, valid on Windows.
  static func name(
    _ naming: BackupRule.Naming, of rule: BackupRule, pool: String?, server: String?, instance: String?, share: String?
  ) -> String {
    switch naming {
    case .fixed(let name):
      name
    case .pool(let prefix, let fileExtension):
      "\(prefix)-\(valid(pool ?? ""))\(fileExtension)"
    case .database:
      [rule.database, server, instance].compactMap(\.self).map(valid).joined(separator: "-") + ".bak"
    case .databaseExport:
      [rule.database, server, instance].compactMap(\.self).map(valid).joined(separator: "-") + ".zip"
    case .fileStore:
      "filestore\\\(valid(server ?? ""))-\(valid(share ?? ""))"
    }
  }

  /// `name` with a hyphen for each character that a Windows file name cannot have.
  static func valid(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isImpossible = scalar.value < 0x20 || "<>:\"/\\|?*".unicodeScalars.contains(scalar)
      result.append(isImpossible ? "-" : scalar)
    }
    return String(result)
  }
}
