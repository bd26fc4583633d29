import Foundation

/// Checks documents against the published or our own form of their kind, with Python.
public enum FormatCheck {
  /// What is wrong with them; empty where nothing is.
  public static func problems(_ kind: String, _ documents: [[UInt8]]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "formats-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for (number, bytes) in documents.enumerated() {
      let file = folder.appending(path: "\(kind)-\(number)")
      try Data(bytes).write(to: file)
      files.append(file.path)
    }
    let result = try runProcess(
      Fixture.repository.appending(path: "Scripts/test-python").path,
      ["Formats", Fixture.repository.appending(path: "Tests/Formats/validate.py").path, kind] + files)
    let said = result.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
    return result.status == 0 ? said : "exit \(result.status): \(said)\n\(result.errorText)"
  }
}
