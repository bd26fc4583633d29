public import Diagnostics
internal import FoundationEssentials

extension Baseline {
  /// The baseline that a file holds.
  /// - Throws: ``UnusableInput`` where it is no JSON, of another version, or has other members.
  public init(json bytes: [UInt8], fileName: String) throws(UnusableInput) {
    let file: BaselineFile
    do {
      file = try JSONDecoder().decode(BaselineFile.self, from: Data(bytes))
    } catch {
      throw UnusableInput(BaselineProblem(error).diagnostic(fileName))
    }
    entries = file.findings.map { Entry(rule: $0.rule, subject: $0.subject) }
  }
}

/// The form of the file.
private struct BaselineFile: Decodable {
  let findings: [Finding]

  struct Finding: Decodable {
    let rule: String
    let subject: String

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Member.self).allowing(["rule", "subject"])
      rule = try members.decode(String.self, forKey: Member("rule"))
      subject = try members.decode(String.self, forKey: Member("subject"))
    }
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self).allowing(["findings", "schema"])
    let schema = try members.decode(String.self, forKey: Member("schema"))
    guard schema == Baseline.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: Member("schema"), in: members,
        debugDescription: "\"\(schema)\" is not the one this version reads, \"\(Baseline.schema)\"")
    }
    findings = try members.decode([Finding].self, forKey: Member("findings"))
  }
}

/// A name of a member, whatever it is, so that unknown ones are noticed.
private struct Member: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<Member> {
  fileprivate func allowing(_ names: [String]) throws -> Self {
    for key in allKeys where !names.contains(key.stringValue) {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "no member is called so; use \(names.joined(separator: ", "))")
    }
    return self
  }
}

/// What is wrong with a baseline, in our words.
private struct BaselineProblem {
  private let id: String
  private let message: String
  private let line: Int?

  init(_ error: any Error) {
    guard let error = error as? DecodingError else {
      (id, message, line) = ("baseline-not-json", "the baseline is no JSON", nil)
      return
    }
    switch error {
    case .keyNotFound(let key, let context):
      (id, line) = ("baseline-wrong-form", nil)
      message = "the baseline lacks \(Self.path(context.codingPath + [key]))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      (id, line) = ("baseline-wrong-form", nil)
      message = "\(Self.path(context.codingPath)) has a value of the wrong kind"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      (id, line) = ("baseline-wrong-form", nil)
      message = "\(Self.path(context.codingPath)): \(context.debugDescription)"
    case .dataCorrupted(let context):
      id = "baseline-not-json"
      message = "the baseline is no JSON"
      line = Self.line(in: "\(context.debugDescription) \(context.underlyingError.map { "\($0)" } ?? "")")
    @unknown default:
      (id, message, line) = ("baseline-not-json", "the baseline is no JSON", nil)
    }
  }

  func diagnostic(_ fileName: String) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(file: fileName, line: line), message: message,
      remedy: "write it anew with `audit --format baseline=FILE`")
  }

  /// Such as `findings[2].rule`.
  private static func path(_ keys: [any CodingKey]) -> String {
    keys.isEmpty
      ? "the baseline"
      : keys.reduce(into: "") { path, key in
        if let index = key.intValue {
          path += "[\(index)]"
        } else {
          path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
        }
      }
  }

  /// The decoder says the line in its words alone: "around line 3, column 5".
  private static func line(in words: String) -> Int? {
    guard let range = words.firstRange(of: "line ") else { return nil }
    return Int(words[range.upperBound...].prefix { $0.isASCII && $0.isNumber })
  }
}
