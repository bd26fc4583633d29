/// Where a backup goes.
public enum Destination: Sendable, Hashable {
  /// `\\host\share…`
  case unc(host: String)
  /// `D:\backup`: of a machine that it does not name.
  case drivePath
  /// `/srv/backup`: of a machine that it does not name.
  case posixPath
  /// `https://host/…`; a `file:` address can be without host.
  case url(host: String?)

  /// Nil for a text that is none of these.
  public init?(_ text: String) {
    if text.hasPrefix(#"\\"#) || text.hasPrefix("//") {
      guard let host = Self.uncHost(text) else { return nil }
      self = .unc(host: host)
    } else if let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") {
      guard Self.isScheme(text[..<colon]) else { return nil }
      self = .url(host: Self.urlHost(text[colon...].dropFirst(3)))
    } else if text.hasPrefix("/") {
      self = .posixPath
    } else if Self.isDrivePath(text) {
      self = .drivePath
    } else {
      return nil
    }
  }

  /// The destinations of a cell, which can have several with `;` between; nil in place of one that cannot be read.
  static func list(_ cell: String?) -> [Destination?] {
    (cell ?? "").split(whereSeparator: { $0 == ";" || $0.isNewline }).map { part in
      Destination(String(part.trimmingSpaces))
    }
  }

  /// The machine, in lower case, where it names one.
  public var host: String? {
    let host: String? =
      switch self {
      case .unc(let host): host
      case .url(let host): host
      case .drivePath, .posixPath: nil
      }
    // Names of whatever machine the command runs on.
    guard let host, !["localhost", "127.0.0.1", "::1"].contains(host.lowercased()) else { return nil }
    return host.lowercased().trimmingFinalDot
  }

  /// The machine by its name. Whose an address is, no topology says.
  var machine: String? {
    guard let host, !host.contains(":"), !host.allSatisfy({ $0 == "." || $0.isNumber }) else { return nil }
    return host
  }

  private static func uncHost(_ text: String) -> String? {
    var parts = text.dropFirst(2).split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\\" || $0 == "/" })
    if parts.count > 2, parts[0] == "?", parts[1].lowercased() == "unc" { parts.removeFirst(2) }
    // `\\.\Tape0` and `\\?\D:\…` are devices of the machine itself.
    guard let first = parts.first, !first.isEmpty, first != "?", first != "." else { return nil }
    // `\\host@SSL@443\…` is WebDAV.
    return first.split(separator: "@").first.map(String.init)
  }

  private static func urlHost(_ rest: Substring) -> String? {
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    var host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if host.hasPrefix("["), let close = host.firstIndex(of: "]") {
      host = host[host.index(after: host.startIndex)..<close]
    } else {
      host = host.prefix { $0 != ":" }
    }
    return host.isEmpty ? nil : String(host)
  }

  private static func isScheme(_ text: Substring) -> Bool {
    text.first.map { $0.isASCII && $0.isLetter } ?? false
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  private static func isDrivePath(_ text: String) -> Bool {
    guard let letter = text.first, letter.isASCII, letter.isLetter else { return false }
    let rest = text.dropFirst()
    return rest == ":" || rest.hasPrefix(#":\"#) || rest.hasPrefix(":/")
  }
}

extension StringProtocol {
  var trimmingSpaces: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}

extension String {
  /// `host.` is `host` of the whole name space.
  fileprivate var trimmingFinalDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
