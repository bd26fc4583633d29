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

  /// Where a character first occurs in a text; the file alone where it does not.
  ///
  /// - Parameters:
  ///   - scalar: The code of the character.
  ///   - text: What the file holds. Its lines end with LF, CRLF or CR.
  public init(file: String, of scalar: UInt32, in text: String) {
    self.init(file: file)
    var place = (line: 1, column: 1)
    var previous: Unicode.Scalar?
    for found in text.unicodeScalars {
      if found.value == scalar {
        (line, column) = place
        return
      }
      switch found {
      case "\n" where previous == "\r": break
      case "\n", "\r": place = (place.line + 1, 1)
      default: place.column += 1
      }
      previous = found
    }
  }
}
