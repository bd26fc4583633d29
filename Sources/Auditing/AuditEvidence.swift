internal import BackupPlanning
internal import CivilTime
internal import Diagnostics
public import Evidence

/// What the evidence had, as an auditor wants to see it: what belongs to which item, and what belongs to none.
public struct AuditEvidence: Sendable, Equatable {
  public var matches: EvidenceMatches
  /// In the order of the plan, as the matches are.
  private let ids: [String]

  init(_ items: [BackupItem], _ matches: EvidenceMatches) {
    ids = items.map(\.id)
    self.matches = matches
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("backups") { writer in
        writer.array(zip(ids, matches.items).filter { !$0.1.isEmpty }) { writer, entry in
          writer.object { writer in
            writer.member("count", entry.1.files.count + entry.1.records.count)
            writer.member("item", entry.0)
            writer.member("newest") { writer in
              writer.array(entry.1.newest) { $1.write(to: &$0) }
            }
          }
        }
      }
      writer.member("files", matches.files)
      writer.member("foreign") { matches.foreign.write(to: &$0) }
      writer.member("matched", matches.matchedFiles)
      writer.member("notCounted", matches.disputedFiles)
      writer.member("notes") { matches.notes.write(to: &$0) }
      writer.member("records", matches.records)
      writer.member("recordsMatched", matches.matchedRecords)
      writer.member("skipped") { matches.skipped.write(to: &$0) }
    }
  }
}

extension BackupGeneration {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("date", finished.description)
      writer.member("name", name)
      writer.member("sha256", sha256)
      writer.member("size", size)
    }
  }
}

extension CappedList {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("count", count)
      writer.list("first", shown)
    }
  }
}
