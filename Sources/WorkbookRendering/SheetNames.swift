/// Names of sheets as a workbook can have them: short, without the characters of references, each once whatever its case.
struct SheetNames {
  private var taken: Set<String> = ["history"]

  /// A name like `wanted` that no sheet has yet.
  mutating func name(like wanted: String) -> String {
    let plain = Self.permitted(wanted)
    for number in 1... {
      let suffix = number == 1 ? "" : " (\(number))"
      let name = CellText.cut(plain, to: WorkbookLimits.sheetName - suffix.utf16.count, mark: "") + suffix
      if taken.insert(name.lowercased()).inserted { return name }
    }
    return plain
  }

  private static func permitted(_ name: String) -> String {
    var scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE || "[]:*?/\\".unicodeScalars.contains(scalar)
        ? "-" : scalar
    }
    while scalars.first == "'" { scalars.removeFirst() }
    while scalars.last == "'" { scalars.removeLast() }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text.isEmpty ? "-" : text
  }
}
