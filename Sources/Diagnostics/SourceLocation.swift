/// A place in an input file. Lines and columns count from 1; a column counts characters where the reader knows
/// them, else bytes of the UTF-8 form.
public struct SourceLocation: Sendable, Equatable, CustomStringConvertible {
  /// The file as the user named it, `<stdin>` for standard input.
  public var file: String
  public var line: Int?
  public var column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
