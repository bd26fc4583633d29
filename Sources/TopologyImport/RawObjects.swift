internal import XMLStream

/// Where something stands in the file; small, because there is one per reference.
struct Place {
  var line: Int32
  /// 0 where unknown.
  var column: Int32

  init(_ position: XMLPosition) {
    line = Int32(clamping: position.line)
    column = Int32(clamping: position.column ?? 0)
  }

  var position: XMLPosition { XMLPosition(line: Int(line), column: column > 0 ? Int(column) : nil) }
}

/// A mention of something by its identity.
struct Mention {
  /// Number of the identity in its ``KeyTable``; negative where the file gives none.
  var key: Int32
  var place: Place
}

/// What the file says of a site, beyond what is in the model already.
struct RawSite {
  var key: Int32
  /// The central site of a branch site, where it is named by its id.
  var parent: Mention?
  var place: Place
}

struct RawCluster {
  var key: Int32 = -1
  /// The site, where it is named by its id.
  var site: Mention?
  var place: Place
}

struct RawInstance {
  var key: Int32 = -1
  /// The cluster, where it is named by its id.
  var cluster: Mention?
  var place: Place
}

struct RawDependency {
  var service: Mention
  /// Number in ``UsageTable``.
  var usage: Int32
}

/// All that the file says of a service. A third of the size of ``Service``, which is made once, when their number is
/// known: growing arrays of the larger one costs more page faults than anything else.
struct RawService {
  var key: Int32 = -1
  var role: Int32 = -1
  /// Negative where unknown.
  var version: Int32 = -1
  /// Its first dependency; they go up to those of the next service.
  var firstDependency: Int32
  /// Position in ``DeploymentBuilder/details``; negative where it has none.
  var detail: Int32 = -1
  var installation: Mention?
  var backup: Mention?
  var place: Place
}

/// What only few services have.
struct ServiceDetail {
  var applications: [String] = []
  var isDirector = false
  var isActive: Bool?
  var shareName: String?
  var folder: String?
}
