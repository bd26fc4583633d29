internal import Diagnostics

/// The name of a deployment: the name of its folder, on any file system.
public enum DeploymentName {
  /// The file name of a path without what follows its last dot.
  public static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return String(file) }
    return String(file[..<dot])
  }

  /// What makes `name` no name of a folder; nil where it is one.
  public static func problem(with name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name.hasPrefix(".") { return "begins with a dot, as hidden files do" }
    if name.hasSuffix(".") || name.hasSuffix(" ") || name.hasPrefix(" ") {
      return "ends with a dot or has a space around it"
    }
    if name.utf8.count > longest { return "is longer than \(longest) bytes" }
    if name.unicodeScalars.contains(where: { VisibleText.isHidden($0) || forbidden.contains($0) }) {
      return "has a character that folders cannot have everywhere"
    }
    // The index is beside the folders, and so are devices of Windows.
    if reserved.contains(key(of: name)) { return "is the name of a file of the fleet" }
    return nil
  }

  /// What two names have in common that some file system takes for one: case and composition do not count.
  public static func key(of name: String) -> String { name.lowercased() }

  /// With what is put around it, a file has a name of at most 255 bytes.
  private static let longest = 200

  private static let forbidden = Set("<>:\"/\\|?*".unicodeScalars)

  private static let reserved = Set(FleetIndexFiles.names)
}

/// Files beside the folders of the deployments.
public enum FleetIndexFiles {
  public static let page = "index.html"
  public static let markdown = "index.md"
  public static let names = [page, markdown]
  /// The folder with a record of each deployment.
  public static let records = ".backup-worksheets"
}
