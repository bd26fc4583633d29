internal import Auditing
internal import BackupPlanning
internal import Diagnostics

extension ComponentMatrix {
  /// The matrix with a letter for each state, and what the letters mean.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let kinds = BackupData.allCases.filter { data in rows.contains { $0.states[data] != nil } }
    let header = ["Components and requirements"] + kinds.indices.map { String($0 + 1) }
    let lines = rows.map { row in
      ["  " + VisibleText.escaping(row.component)] + kinds.map { row.states[$0].map(Self.letter) ?? "-" }
    }
    let numbers = kinds.enumerated().map { "\($0.offset + 1) \($0.element.rawValue)" }.joined(separator: ", ")
    let letters = Self.order.map { "\(Self.letter($0)) \($0.rawValue)" }.joined(separator: ", ")
    return TextTable(rows: [header] + lines).text
      + WrappedText("\(numbers); \(letters); the worst of several", indentation: 2).text
  }

  private static func letter(_ state: Audit.State) -> String { state.rawValue.prefix(1).uppercased() }
}
