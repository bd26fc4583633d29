import Testing
@testable import WorkbookRendering

@Suite struct SheetNamesTests {
  /// Wanted names in turn, and what they become.
  static let names: [(String, String)] = [
    ("Databases", "Databases"), ("databases", "databases (2)"), ("DATABASES", "DATABASES (3)"),
    ("a[b]:c*d?e/f\\g", "a-b--c-d-e-f-g"), ("'quoted'", "quoted"), ("", "-"), ("History", "History (2)"),
    ("0123456789012345678901234567890123456789", "0123456789012345678901234567890"),
    ("0123456789012345678901234567890 another", "012345678901234567890123456 (2)"),
    ("Étapes de restauration", "Étapes de restauration"),
  ]

  @Test func namesAreWhatAWorkbookCanHave() {
    var names = SheetNames()
    for (wanted, name) in Self.names { #expect(names.name(like: wanted) == name) }
  }
}
