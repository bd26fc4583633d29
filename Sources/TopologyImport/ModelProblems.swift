internal import Diagnostics
internal import XMLStream

/// What can be wrong with the deployment that a well-formed file describes.
extension ImportProblem {
  /// An identity or name without which the object could not appear in any worksheet.
  static func missing(_ attribute: String, of what: String, _ position: XMLPosition) -> ImportProblem {
    ImportProblem(
      id: "attribute-missing", severity: .error, position: position, message: "\(what) has no \(attribute)",
      remedy: "export the topology again; this file was changed by hand or damaged")
  }

  static func unreadableVersion(_ text: String, _ position: XMLPosition) -> ImportProblem {
    ImportProblem(
      id: "service-version-unreadable", severity: .warning, position: position,
      message: "ServiceVersion \"\(text)\" is not a number; the product version of the service stays unknown",
      remedy: "export the topology again")
  }

  static func dangling(
    _ subject: String, _ relation: String, _ target: String, _ position: XMLPosition
  ) -> ImportProblem {
    ImportProblem(
      id: "reference-dangling", severity: .warning, subject: subject, position: position,
      message: "\(subject) \(relation) \(target), which is not in the file",
      remedy: "publish the topology in Topology Builder and export it again")
  }

  static func uninstalled(_ subject: String, _ position: XMLPosition) -> ImportProblem {
    ImportProblem(
      id: "reference-dangling", severity: .warning, subject: subject, position: position,
      message: "\(subject) does not say where it is installed",
      remedy: "publish the topology in Topology Builder and export it again")
  }

  static func duplicate(_ subject: String, _ message: String, _ position: XMLPosition) -> ImportProblem {
    ImportProblem(
      id: "duplicate-object", severity: .warning, subject: subject, position: position, message: message,
      remedy: "check both in Topology Builder; they are planned as one")
  }

  static func unknownRole(_ role: String, on place: String, subject: String, _ position: XMLPosition) -> ImportProblem {
    ImportProblem(
      id: "role-unknown", severity: .warning, subject: subject, position: position,
      message: "role \(role) on \(place) is not known; it is listed as another role, without backup rules",
      remedy: "check by hand what this role needs backed up")
  }

  static func omitted(_ count: Int) -> ImportProblem {
    ImportProblem(
      id: "diagnostics-omitted", severity: .warning, position: nil,
      message: "\(count) more diagnostics are left out", remedy: "mend the ones above first")
  }
}
