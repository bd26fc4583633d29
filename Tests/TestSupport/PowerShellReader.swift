/// A reader of PowerShell's quoted strings, written from the language's rules and independent of the writer.
public enum PowerShellReader {
  /// The value of an argument that is one quoted string; nil if it is not. `$Backup` stays as it is, any other
  /// expansion is a failure.
  public static func value(of argument: String) -> String? {
    var scalars = Array(argument.unicodeScalars)
    guard let quote = scalars.first, scalars.count > 1 else { return nil }
    scalars.removeFirst()
    return "\"\u{201C}\u{201D}\u{201E}".unicodeScalars.contains(quote) ? expandable(scalars) : literal(scalars)
  }

  private static func literal(_ scalars: [Unicode.Scalar]) -> String? {
    var value = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if "'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars.contains(scalars[index]) {
        guard index + 1 < scalars.count else { return String(value) }
        guard "'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars.contains(scalars[index + 1]) else { return nil }
        index += 1
      }
      value.append(scalars[index])
      index += 1
    }
    return nil
  }

  private static func expandable(_ scalars: [Unicode.Scalar]) -> String? {
    var value = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "`" {
        guard index + 1 < scalars.count else { return nil }
        index += 1
        value.append(scalars[index])
      } else if "\"\u{201C}\u{201D}\u{201E}".unicodeScalars.contains(scalar) {
        return index == scalars.count - 1 ? String(value) : nil
      } else if scalar == "$" && !(index == 0 && scalars.starts(with: Array("$Backup\\".unicodeScalars))) {
        return nil
      } else {
        value.append(scalar)
      }
      index += 1
    }
    return nil
  }
}
