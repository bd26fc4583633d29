internal import Glibc

/// Files that a pattern finds.
enum FoundFiles {
  /// The paths that match, in the order of their bytes; none where there are none. A folder that cannot be read is a
  /// failure, for what is in it would be missing and nobody would know.
  static func matching(_ pattern: String) throws(CommandFailure) -> [String] {
    var found = unsafe glob_t()
    // C writes into the list and frees it.
    defer { unsafe globfree(&found) }
    let status = unsafe glob(pattern, GLOB_ERR | GLOB_NOSORT, nil, &found)
    switch status {
    case 0: break
    case GLOB_NOMATCH: return []
    default:
      throw CommandFailure(
        .inputCannotBeOpened, id: "input-not-opened", file: pattern,
        status == GLOB_NOSPACE ? "memory ran out while looking for files" : "a folder on the way cannot be read",
        remedy: "check the permissions of the folders, or name the files one by one")
    }
    var paths: [String] = []
    for index in 0..<Int(unsafe found.gl_pathc) {
      if let path = unsafe found.gl_pathv[index] { paths.append(unsafe String(cString: path)) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
