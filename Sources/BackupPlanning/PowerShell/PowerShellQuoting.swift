/// Arguments as PowerShell reads them: whatever a name contains, it stays one argument with that value.
enum PowerShellQuoting {
  /// The folder of the current run, as Microsoft's procedures name it.
  static let backupFolderVariable = "$Backup"

  /// `text` as one literal argument. Double quotes as the product's own documentation uses them where nothing in the
  /// text needs care, single quotes, in which only quotes are special, elsewhere.
  static func literal(_ text: String) -> String {
    guard needsCare(text) else { return "\"" + text + "\"" }
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if isSingleQuote(scalar) { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }

  /// `$Backup\name` as one argument that expands the variable and nothing else.
  static func inBackupFolder(_ name: String) -> String {
    var quoted = "\"" + backupFolderVariable + "\\"
    guard needsCare(name) else { return quoted + name + "\"" }
    for scalar in name.unicodeScalars {
      if isSpecial(scalar) && !isSingleQuote(scalar) { quoted += "`" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// PowerShell takes typographic quotes for quotes.
  private static func isSingleQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}": true
    default: false
    }
  }

  /// Whether something in the text is special, or could be: what is not ASCII is looked at closely.
  private static func needsCare(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
      case 0x80...: return text.unicodeScalars.contains(where: isSpecial)
      default: continue
      }
    }
    return false
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "$", "`", "\"", "\u{201C}", "\u{201D}", "\u{201E}": true
    default: isSingleQuote(scalar)
    }
  }
}
