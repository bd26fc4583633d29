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
    case .host: Self.consists(name, alsoOf: "-._:[]")
    case .instance: Self.consists(name, alsoOf: "_$#")
    case .sqlInstance: Self.isSQLInstance(name)
    case .path: Self.isPath(name)
    case .words: !name.unicodeScalars.contains(where: VisibleText.isHidden)
    }
  }

  private static func isSQLInstance(_ name: String) -> Bool {
    let parts = name.split(separator: "\\", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2
      ? host.allows(String(parts[0])) && instance.allows(String(parts[1])) : host.allows(name)
  }

  private static func isPath(_ path: String) -> Bool {
    guard path.hasPrefix("\\\\") else { return false }
    let parts = path.dropFirst(2).split(separator: "\\", omittingEmptySubsequences: false)
    return parts.count > 1 && host.allows(String(parts[0]))
      && parts.dropFirst().allSatisfy { part in
        !part.isEmpty && words.allows(String(part))
          && !part.unicodeScalars.contains { "\"<>|?*/:".unicodeScalars.contains($0) }
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Whether `name` is letters and digits of any script, and `others`, which are ASCII. Almost every name is ASCII
  /// throughout: asking for the category of each character was a twentieth of a large run.
  private static func consists(_ name: String, alsoOf others: String) -> Bool {
    if name.utf8.allSatisfy({ Self.isLetterOrDigit($0) || others.utf8.contains($0) }) { return !name.isEmpty }
    return !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
          .nonspacingMark, .spacingMark:
          true
        default: others.unicodeScalars.contains(scalar)
        }
      }
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
