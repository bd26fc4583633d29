internal import Auditing
internal import Diagnostics
internal import Evidence

extension AuditEvidence {
  /// The section of the text.
  var text: String {
    var lines = [
      "Evidence",
      "  files: \(matches.files), \(matches.matchedFiles) of them of items, \(matches.disputedFiles) not counted, "
        + "\(matches.foreign.count) of no item",
    ]
    if matches.records > 0 {
      lines.append("  backups in SQL Server's history: \(matches.records), \(matches.matchedRecords) of them of items")
    }
    let lists = [
      ("To look at", matches.notes), ("Of no item, perhaps backups under another name", matches.foreign),
      ("Not looked at", matches.skipped),
    ]
    for (title, list) in lists where list.count > 0 {
      lines.append("  \(title)")
      lines += list.shown.map { "    " + VisibleText.escaping($0) }
      if list.more > 0 { lines.append("    \(list.more) more") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
