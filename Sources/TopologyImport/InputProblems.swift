internal import Diagnostics
internal import XMLStream

/// Everything that makes an input unusable, with the words for it.
extension ImportProblem {
  private static func unusable(
    _ id: String, _ position: XMLPosition?, _ message: String, _ remedy: String
  ) -> ImportProblem {
    ImportProblem(id: id, severity: .error, position: position, message: message, remedy: remedy)
  }

  private static let exportCommand = "(Get-CsTopology -AsXml).ToString() > topology.xml"
  private static let exportAgain = "export the topology with `\(exportCommand)`, or save it in Topology Builder"

  static func empty() -> ImportProblem {
    unusable("topology-empty", nil, "the file is empty", exportAgain)
  }

  static func zip() -> ImportProblem {
    unusable(
      "topology-zip", nil, "the file is a zip archive where XML should be",
      "unpack the archive around it, and pass this one")
  }

  static func propertyList(_ position: XMLPosition) -> ImportProblem {
    unusable(
      "topology-property-list", position, "the file is a property list, as PowerShell prints an object",
      "export with `\(exportCommand)`, all of it")
  }

  static func clixml(_ position: XMLPosition) -> ImportProblem {
    unusable(
      "topology-clixml", position, "the file is CLIXML, as Export-Clixml writes it",
      "export with `\(exportCommand)`, without Export-Clixml")
  }

  static func notXML(_ position: XMLPosition) -> ImportProblem {
    unusable("topology-not-xml", position, "the file is not XML: it does not begin with `<`", exportAgain)
  }

  static func otherXML(_ root: String, _ position: XMLPosition) -> ImportProblem {
    unusable("topology-other-xml", position, "the root element \(root) is not that of a topology", exportAgain)
  }

  static func noTopology(_ position: XMLPosition) -> ImportProblem {
    unusable(
      "topology-other-xml", position, "the document set contains no topology with services",
      "pass the DocItemSet.xml of an archive that Export-CsConfiguration wrote")
  }

  static func secondTopology(_ position: XMLPosition) -> ImportProblem {
    unusable(
      "topology-ambiguous", position, "the document set contains a second topology with services",
      "pass a file with one topology")
  }

  static func withoutServices(_ position: XMLPosition?) -> ImportProblem {
    unusable(
      "topology-without-services", position, "the topology has no services: there is nothing to back up", exportAgain)
  }

  static func truncated(_ position: XMLPosition) -> ImportProblem {
    unusable("topology-truncated", position, "the file ends before the topology does", "copy or export the file again")
  }

  static func undeclaredEncoding(_ byte: UInt8, _ position: XMLPosition) -> ImportProblem {
    let hexadecimal = String(byte, radix: 16, uppercase: true)
    return unusable(
      "encoding-undeclared", position,
      "byte 0x\(hexadecimal) is not UTF-8; the file seems to be in a Windows code page",
      "save the file as UTF-8 or UTF-16")
  }

  static func loneSurrogate(_ unit: UInt16, _ position: XMLPosition) -> ImportProblem {
    unusable(
      "encoding-lone-surrogate", position,
      "UTF-16 unit 0x\(String(unit, radix: 16, uppercase: true)) is half a character", "export the file again")
  }

  static func utf32() -> ImportProblem {
    unusable("encoding-unsupported", nil, "the file is in UTF-32", "save the file as UTF-8 or UTF-16")
  }

  static func controlCharacter(_ unit: UInt32, _ position: XMLPosition) -> ImportProblem {
    unusable(
      "character-refused", position,
      "character U+\(hexadecimal(unit)) has text after it; XML has no such character", "remove it")
  }

  static func longDeclaration(_ position: XMLPosition) -> ImportProblem {
    unusable("xml-malformed", position, "the XML declaration has no end", "copy or export the file again")
  }

  /// What the parser found, as a user would say it.
  static func xml(_ error: XMLError, limits: XMLLimits) -> ImportProblem {
    let position = error.position
    switch error.reason {
    case .malformed(let rule):
      return unusable("xml-malformed", position, "not well-formed XML: \(rule)", "copy or export the file again")
    case .truncated: return truncated(position)
    case .doctype:
      return unusable(
        "doctype-refused", position, "a DOCTYPE is refused: a topology has none, and one can define entities",
        "remove the DOCTYPE if you trust the file")
    case .limit(let limit):
      return unusable(
        "limit-exceeded", position, limitMessage(limit, limits[limit]),
        "raise the limit with \(option(limit)) if you trust the file")
    case .stopped:
      return unusable("xml-malformed", position, "reading was stopped", "copy or export the file again")
    case .outOfMemory:
      return unusable("out-of-memory", position, "memory ran out while reading", "give the program more memory")
    }
  }

  private static func limitMessage(_ limit: XMLLimits.Limit, _ value: Int) -> String {
    switch limit {
    case .inputBytes: "the file is longer than the limit of \(value) bytes"
    case .depth: "elements are nested deeper than the limit of \(value)"
    case .lookAheadBytes: "a tag or comment is longer than the limit of \(value) bytes"
    }
  }

  private static func option(_ limit: XMLLimits.Limit) -> String {
    switch limit {
    case .inputBytes: "--max-input-bytes"
    case .depth: "--max-depth"
    case .lookAheadBytes: "--max-tag-bytes"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
