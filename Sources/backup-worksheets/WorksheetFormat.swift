internal import ArgumentParser

/// What `generate` can write.
enum WorksheetFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case markdown
  case html
  case csv
  case json
  case xlsx

  /// What is written where nobody says what.
  static let usual = allCases.filter { $0 != .xlsx }

  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  /// Reads names with commas between them.
  static func list(_ text: String) throws -> [WorksheetFormat] {
    try text.split(separator: ",").map { word in
      guard let format = WorksheetFormat(rawValue: word.trimmingSpaces) else {
        throw ValidationError("'\(word)' is not a format. Formats: \(names).")
      }
      return format
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
