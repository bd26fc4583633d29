internal import Diagnostics

/// What DNS, Windows and SQL Server let a name be made of. A name of another form is no name: no command is printed
/// with it.
enum NameForm {
  /// An FQDN, the name of a machine, or an address.
  case host
  /// Of SQL Server, alone.
  case instance
  /// `server` or `server\instance`
  case sqlInstance
  /// `\\server\share`, with folders or not.
  case path
  /// Words for people: nothing invisible.
  case words

  func allows(_ name: String) -> Bool {
    switch self {
    case .host: Alphabet.host.spells(name)
    case .instance: Alphabet.instance.spells(name)
    case .sqlInstance: Self.isSQLInstance(name)
    case .path: Self.isPath(name)
    case .words: !VisibleText.hidesSomething(in: name)
    }
  }

  private static let backslash = UInt8(ascii: "\\")

  private static func isSQLInstance(_ name: String) -> Bool {
    guard let backslash = name.utf8.firstIndex(of: backslash) else { return host.allows(name) }
    return host.allows(String(name[..<backslash]))
      && instance.allows(String(name[name.utf8.index(after: backslash)...]))
  }

  private static func isPath(_ path: String) -> Bool {
    guard path.utf8.starts(with: [backslash, backslash]) else { return false }
    let parts = path.utf8.dropFirst(2).split(separator: backslash, omittingEmptySubsequences: false)
    guard parts.count > 1, host.allows(String(Substring(parts[0]))) else { return false }
    return parts.dropFirst().allSatisfy { part in
      !part.isEmpty && !part.contains(where: isForbiddenInFileName) && words.allows(String(Substring(part)))
    }
  }

  private static func isForbiddenInFileName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "?"),
      UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

/// Letters and digits of any script, and some signs.
private struct Alphabet {
  static let host = Alphabet(signs: "-._:[]")
  static let instance = Alphabet(signs: "_$#")

  /// ASCII alone.
  private let signs: String
  /// Its ASCII part, a bit for each byte. Almost every name is of it throughout: asking for the category of each
  /// character was a twentieth of a large run.
  private var ascii: (UInt64, UInt64) = (0, 0)

  private init(signs: String) {
    self.signs = signs
    for byte in ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + signs).utf8 {
      if byte < 64 { ascii.0 |= 1 << UInt64(byte) } else { ascii.1 |= 1 << UInt64(byte - 64) }
    }
  }

  /// Whether `name` has nothing else, and is not empty.
  func spells(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    return isASCII(name)
      || name.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
          .nonspacingMark, .spacingMark:
          true
        default: signs.unicodeScalars.contains(scalar)
        }
      }
  }

  private func isASCII(_ name: String) -> Bool {
    let bytes = name.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      let bits = byte < 64 ? ascii.0 : ascii.1
      guard byte < 128, bits >> UInt64(byte & 63) & 1 == 1 else { return false }
    }
    return true
  }
}

extension NameSlot {
  /// What a name in this place has to look like.
  private var form: NameForm {
    switch self {
    case .pool, .partner, .replacement, .server, .mirrorServer, .edgePool, .chatPool, .appliance, .machine: .host
    case .instance, .mirrorInstance, .replacementInstance: .instance
    case .sqlInstance, .mirrorSQLInstance, .witness: .sqlInstance
    case .share, .folder: .path
    case .database, .databaseType, .backupSet, .transfer, .secondTransfer, .destination, .machines, .instances, .each,
      .chosen, .procedures, .role, .pools, .item:
      .words
    }
  }

  /// Whether `name` could stand here. What we write ourselves where nobody knows the name is no name.
  func allows(_ name: String) -> Bool {
    self == .replacement && name == PairRestorations.unknownReplacement || form.allows(name)
  }
}
