@testable import BackupPlanning
import Diagnostics
import TestSupport
import Testing

/// A policy is read strictly, and every mistake in it is named with its place.
struct PolicyReaderTests {
  @Test func readsEverythingThatAPolicyCanSay() throws {
    let policy = try read(
      #"""
      schema: backup-worksheets/policy/1
      organization: Contoso
      backup:
        location: \\backup01.contoso.com\lync$
        defaults: {schedule: "Daily 01:00", retention: 35 days, owner: UC Operations, rpo: 24h}
        data:
          archiving: {schedule: "Daily 02:00", retention: 7 years, rto: 24h}
        overrides:
          - match: {data: userData, pool: "pool-emea*.contoso.com"}
            schedule: "Every 4 hours"
      answers:
        archivingInExchange: false
        complianceAdapter: true
        persistentChatBackup: sqlServer
      centralManagementStore: {pool: pool.contoso.com}
      additional:
        - {what: Call recordings, subject: rec.contoso.com}
      waivers:
        - {rule: rto-missing, item: "archiving:*", reason: agreed, approver: CIO, expires: 2027-01-31}
      controls: {restore-test-old: off, backup-shrunk: {percent: 50}}
      """#)
    #expect(policy.organization == "Contoso")
    #expect(policy.defaults.destination == #"\\backup01.contoso.com\lync$"#)
    #expect(policy.defaults.schedule == "Daily 01:00")
    #expect(policy.dataDefaults[.archiving]?.retention == "7 years")
    #expect(policy.overrides.map(\.match.data) == [.userData])
    #expect(policy.overrides.first?.location == SourceLocation(file: "policy.yml", line: 9, column: 7))
    #expect(policy.answers.archivingInExchange == false)
    #expect(policy.answers.complianceAdapter == true)
    #expect(policy.answers.persistentChatBackup == .sqlServer)
    #expect(policy.centralManagementStore?.pool == "pool.contoso.com")
    #expect(policy.additional == [AdditionalRequirement(what: "Call recordings", subject: "rec.contoso.com")])
    #expect(policy.waivers.first?.expires == "2027-01-31")
    #expect(policy.controls["restore-test-old"] == .off)
    #expect(policy.controls["backup-shrunk"] == .parameters(["percent": "50"]))
  }

  @Test(arguments: ["", "# nothing decided yet\n", "schema: backup-worksheets/policy/1\n", "backup:\nanswers:\n"])
  func anEmptyPolicyDecidesNothing(yaml: String) throws {
    #expect(try read(yaml) == Policy())
  }

  @Test func theOnlyParameterOfAControlNeedsNoName() throws {
    let policy = try read("controls: {restore-test-old: 180, waiver-expires-soon: {days: 60}, rto-missing: off}")
    #expect(policy.controls["restore-test-old"] == .parameters(["days": "180"]))
    #expect(policy.controls["waiver-expires-soon"] == .parameters(["days": "60"]))
    let error = try #require(throws: UnusableInput.self) { try read("controls: {rto-missing: 3}") }
    #expect(error.description.hasSuffix("[policy-wrong-type]"))
  }

  @Test(arguments: mistakes)
  func aMistakeIsNamedWithItsPlaceAndItsRemedy(mistake: Mistake) throws {
    let error = try #require(throws: UnusableInput.self) { try read(mistake.yaml) }
    #expect(error.description == mistake.message)
  }

  /// Found by fuzzing: a character that YAML forbids had no place.
  @Test func whatFuzzingFoundHasAPlace() throws {
    let yaml = try Fixture.text("Found/policy/control-character")
    let error = try #require(throws: UnusableInput.self) { try read(yaml) }
    #expect(error.diagnostics.map(\.location) == [Diagnostics.SourceLocation(file: "policy.yml", line: 2, column: 16)])
  }

  @Test func allMistakesAreFoundAtOnce() throws {
    let error = try #require(throws: UnusableInput.self) {
      try read("organisation: x\nbackup: {data: {userdata: {}}, defaults: {rp: 1h}}\n")
    }
    #expect(error.diagnostics.map(\.location?.line) == [1, 2, 2])
    #expect(error.diagnostics.map(\.remedy).first == #"did you mean "organization"?"#)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let yaml: String
    let message: String

    var testDescription: String { message }
  }

  private static func mistake(_ yaml: String, _ message: String...) -> Mistake {
    Mistake(yaml: yaml, message: message.joined())
  }

  private static let mistakes: [Mistake] = [
    mistake(
      "backup:\n  defaults:\n    shedule: Daily\n",
      #"policy.yml:3:5: error: unknown key "shedule" in backup.defaults; did you mean "schedule"? [policy-unknown-key]"#
    ),
    mistake(
      "answers: {archivingInExchange: perhaps}\n",
      #"policy.yml:1:32: error: answers.archivingInExchange is "perhaps", not true or false; write true or false "#,
      "[policy-wrong-value]"),
    mistake(
      "answers: {persistentChatBackup: sql}\n",
      #"policy.yml:1:33: error: answers.persistentChatBackup is "sql", which is none of its values; "#,
      "use one of: sqlServer, exportCsPersistentChatData [policy-wrong-value]"),
    mistake(
      "backup: [1, 2]\n",
      "policy.yml:1:9: error: backup is not a mapping; write keys and values below it [policy-wrong-type]"),
    mistake(
      "waivers: none\n",
      #"policy.yml:1:10: error: waivers is not a list; write each entry on a line with "- " [policy-wrong-type]"#),
    mistake(
      "backup:\n  defaults: {owner: [a, b]}\n",
      "policy.yml:2:21: error: backup.defaults.owner is not a single value; write one value, quoted if need be ",
      "[policy-wrong-type]"),
    mistake(
      "backup:\n  overrides:\n    - schedule: Daily\n",
      "policy.yml:3:7: error: an entry of backup.overrides has no match; add match: {data: …}, or use backup.defaults ",
      "[policy-missing-key]"),
    mistake(
      "waivers:\n  - {rule: rto-missing}\n",
      "policy.yml:2:5: error: an entry of waivers has no reason; add reason: … [policy-missing-key]"),
    mistake(
      "schema: backup-worksheets/policy/2\n",
      #"policy.yml:1:9: error: schema "backup-worksheets/policy/2" is not the one this version reads; "#,
      "write schema: backup-worksheets/policy/1 [policy-wrong-schema]"),
    mistake(
      "organization: A\norganization: B\n",
      #"policy.yml:1:1: error: key "organization" is given more than once; keep one of them [policy-duplicate-key]"#),
    mistake(
      "backup: {location: \"\\\\x\\y\"}\n",
      "policy.yml:1:24: error: not YAML: found unknown escape character; mend the YAML; values with : # or *, and ",
      "paths, go into single quotes [policy-not-yaml]"),
    mistake(
      "# Contoso\r\norganization: A\u{0}B\r\n",
      "policy.yml:2:16: error: not YAML: control characters are not allowed; remove the character; it may be ",
      "invisible [policy-not-yaml]"),
    mistake(
      "backup:\n  location: \"\\\\\\\\srv\\new\"\n",
      #"policy.yml:2:13: error: backup.location holds a control character: in double quotes, \ begins an escape; "#,
      "put the path into single quotes [policy-wrong-value]"),
    mistake(
      #"backup: {defaults: {destination: '\srv\x'}}"#,
      #"policy.yml:1:34: error: backup.defaults.destination begins with one backslash, which is no path of another "#,
      #"server; write \\server\share, in single quotes or none [policy-wrong-value]"#),
    mistake(
      "waivers:\n  - {rule: rto-mising, reason: agreed, expires: 2027-02-29}\n",
      #"""
      policy.yml:2:5: error: waivers.expires is "2027-02-29", which is no day of the calendar; write yyyy-mm-dd, such \
      as 2027-01-31 [policy-wrong-value]
      policy.yml:2:5: error: waivers.rule is "rto-mising", which is no rule; did you mean "rto-missing"? \
      [policy-wrong-value]
      """#.replacing("\\\n", with: "")),
    mistake(
      "controls: {restore-test-odd: off}\n",
      #"policy.yml:1:12: error: a key of controls is "restore-test-odd", which is no rule; did you mean "#,
      #""restore-test-old"? [policy-wrong-value]"#),
    mistake(
      "just words\n",
      "policy.yml:1:1: error: the policy is not a mapping; write keys and values below it [policy-wrong-type]"),
  ]

  private func read(_ yaml: String) throws(UnusableInput) -> Policy {
    var reader = PolicyReader(fileName: "policy.yml")
    return try reader.read(yaml)
  }
}
