/// A place with users or servers.
public struct Site: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case central
    case branch
  }

  /// `SiteId`, a string with gaps; a draft may not have one yet.
  public var id: String?
  public var name: String?
  public var kind: Kind
  /// The central site of a branch site.
  public var parent: Reference<Site>?
  /// Line of the element in the file.
  public var line: Int

  public init(id: String?, name: String?, kind: Kind, parent: Reference<Site>? = nil, line: Int = 0) {
    self.id = id
    self.name = name
    self.kind = kind
    self.parent = parent
    self.line = line
  }
}

/// An address under which users reach a web page of the deployment, such as `https://meet.contoso.com`.
public struct SimpleURL: Sendable, Equatable {
  /// `Meet`, `Dialin` or `Cscp`.
  public var component: String
  /// The SIP domain it serves; `*` for all.
  public var domain: String
  public var activeURL: String

  public init(component: String, domain: String, activeURL: String) {
    self.component = component
    self.domain = domain
    self.activeURL = activeURL
  }
}
