internal import BackupPlanning
internal import Diagnostics

extension ReportedRule {
  /// A `reportingDescriptor`.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("defaultConfiguration") { writer in
        writer.object { $0.member("level", severity.rawValue) }
      }
      writer.member("fullDescription") { $0.message(meaning) }
      writer.member("help") { writer in
        writer.object { writer in
          writer.member("markdown", help.map { "**\($0.name):** \($0.text)" }.joined(separator: "\n\n"))
          writer.member("text", help.map { "\($0.name): \($0.text)" }.joined(separator: "\n"))
        }
      }
      writer.member("id", id)
      writer.member("name", name)
      if !serves.isEmpty {
        writer.member("properties") { writer in writer.object { $0.list("tags", serves) } }
      }
      writer.member("shortDescription") { $0.message(shortDescription) }
    }
  }

  /// Words of ours, in which nothing is Markdown.
  private var help: [(name: String, text: String)] {
    var help = [("What to do", remedy), ("To waive", "name the rule under waivers in the policy")]
    if !serves.isEmpty { help.append(("Serves", serves.joined(separator: "; "))) }
    help.append(
      ("Sources", sources.isEmpty ? "our own; no page asks for it" : sources.map(Self.citation).joined(separator: "; "))
    )
    return help
  }

  private static func citation(_ source: SourcePage) -> String {
    source.id == source.page ? source.id : "\(source.id), \(source.page)"
  }

  /// Its first sentence.
  private var shortDescription: String {
    meaning.firstRange(of: ". ").map { String(meaning[..<$0.lowerBound]) + "." } ?? meaning
  }

  /// `ScheduleMissing` for `schedule-missing`.
  private var name: String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
