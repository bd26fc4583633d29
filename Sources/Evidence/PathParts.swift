/// A path cut into names, without regard to case.
enum PathParts {
  /// In lower case, separated by `/` or `\` as on either system.
  static func of(_ path: String) -> [String] {
    path.lowercased().split { $0 == "/" || $0 == "\\" }.map(String.init)
  }

  /// Whether the names of `inner` occur in `path` one behind the other.
  static func contains(_ path: ArraySlice<String>, _ inner: ArraySlice<String>) -> Bool {
    guard !inner.isEmpty, inner.count <= path.count else { return inner.isEmpty }
    return (path.startIndex...(path.endIndex - inner.count)).contains { start in
      path[start..<(start + inner.count)] == inner
    }
  }
}

extension StringProtocol {
  /// Without spaces, tabs and no-break spaces at both ends.
  var trimmingSpaces: String {
    let isSpace: (Unicode.Scalar) -> Bool = { " \t\r\n\u{A0}".unicodeScalars.contains($0) }
    let scalars = Array(unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[first...last])
    return String(result)
  }
}
