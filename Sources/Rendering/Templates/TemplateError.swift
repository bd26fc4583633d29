internal import Diagnostics

/// What is wrong with a template, and where.
public struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Name of the template, such as `html/page.mustache`.
  public var file: String
  public var line: Int?
  public var message: String

  public init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `file:line: message`
  public var description: String {
    VisibleText.escaping(line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)")
  }
}
