internal import BackupPlanning
internal import Documents
internal import Fleet
internal import Redaction
internal import Rendering
internal import Worksheets

/// What is the same for all deployments of a run.
struct SharedSettings: Sendable {
  /// The folder given by `--templates`.
  let templates: String?
  let redacts: Bool
  let keyFile: String?

  init(_ options: WorksheetOptions, _ redaction: RedactionArguments) {
    templates = options.templates
    redacts = redaction.redact
    keyFile = redaction.keyFile
  }
}

/// Inputs that deployments have in common, read once. Of one thread: what threads share, they count the references of,
/// and wait for each other.
final class SharedInputs {
  /// A value and what tells whether it is the same in another run.
  struct Known<Value> {
    let value: Value
    let digest: String
  }

  /// A policy and what its house style names.
  struct PolicyFiles {
    var policy = Policy()
    var letterhead = Letterhead()
    /// Nil where there is no policy.
    var digest: String?
  }

  private let settings: SharedSettings
  /// The last ones that were read: of ten thousand, each with a policy of its own, not all are kept.
  private var policies: [(path: String, files: PolicyFiles)] = []
  private var languages: [String: Known<Language>] = [:]
  private var knownTemplates: Known<Templates>?
  private var knownPseudonyms: Known<Pseudonyms?>?

  private static let mostPolicies = 4

  init(_ settings: SharedSettings) { self.settings = settings }

  /// - Parameter path: Nil for no policy.
  /// - Throws: ``CommandFailure`` where the policy, or the logo that it names, cannot be read or used.
  func policy(_ path: String?) throws(CommandFailure) -> PolicyFiles {
    guard let path else { return PolicyFiles() }
    if let known = policies.first(where: { $0.path == path }) { return known.files }
    let tally = DigestTally()
    var files = PolicyFiles()
    files.policy = try Policy(InputFile(path: path, tally: tally))
    var digest = InputDigest()
    digest.add("policy", tally.finish())
    // A logo is a name.
    if !settings.redacts {
      files.letterhead = try LetterheadFiles(policy: path).letterhead(of: files.policy.houseStyle)
      digest.add("logo", files.letterhead.logo.map { DigestTally.digest(of: $0.png) })
    }
    files.digest = digest.finish()
    if policies.count == Self.mostPolicies { policies.removeFirst() }
    policies.append((path, files))
    return files
  }

  func templates() throws(CommandFailure) -> Known<Templates> {
    if let knownTemplates { return knownTemplates }
    let files = try TemplateFolder.files(overriddenBy: settings.templates)
    var digest = InputDigest()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) { digest.add(name, text) }
    let known = Known(value: try TemplateFolder.templates(files), digest: digest.finish())
    knownTemplates = known
    return known
  }

  func language(_ name: String) throws(CommandFailure) -> Known<Language> {
    if let known = languages[name] { return known }
    let catalogue = try LanguageChoice(folder: settings.templates).catalogue(named: name)
    var digest = InputDigest()
    digest.add("catalogue", catalogue?.text)
    let known = Known(value: try catalogue?.language() ?? .english, digest: digest.finish())
    languages[name] = known
    return known
  }

  /// Nil where names stay.
  func pseudonyms() throws(CommandFailure) -> Pseudonyms? { try redaction().value }

  /// The pseudonyms with the digest of the key.
  func redaction() throws(CommandFailure) -> Known<Pseudonyms?> {
    if let knownPseudonyms { return knownPseudonyms }
    let key = settings.redacts ? try RedactionArguments.key(settings.keyFile) : nil
    let pseudonyms = settings.redacts ? key.map { Pseudonyms(key: $0) } ?? Pseudonyms() : nil
    let state = settings.redacts ? key.map { DigestTally.digest(of: $0) } ?? "without a key" : "names stay"
    let known = Known(value: pseudonyms, digest: state)
    knownPseudonyms = known
    return known
  }
}
