@testable import BackupPlanning
import TestSupport
import Diagnostics
import Testing
import Topology

/// Whatever the names of a deployment are: a printed command has exactly them for its arguments, or it is not printed
/// and the plan says why.
struct RestorationNameTests {
  /// A pair of Enterprise pools with mirrored back ends, an Edge pool, archiving and the Central Management store, with
  /// `name` in every name.
  private static func deployment(_ name: String) -> SampleDeployment {
    var sample = SampleDeployment()
    let site = sample.site("Contoso")
    var pools: [SampleDeployment.PoolServices] = []
    for number in ["1", "2"] {
      let instance = sample.sqlInstance("sql\(number)\(name)x", "i\(name)x", site: site)
      let share = sample.fileStore("share\(name)x", on: sample.cluster("file\(number)", replicates: false))
      let cluster = sample.cluster("pool\(number)\(name)x", machines: ["fe\(number)\(name)x"], site: site)
      let pool = sample.pool(on: cluster, backEnd: instance, fileStore: share)
      let mirror = sample.sqlInstance("mirror\(number)\(name)x", "i\(name)x")
      sample.depend(pool.userServices, on: sample.store(.userStore, in: mirror), usage: "Mirror")
      sample.depend(pool.registrar, on: sample.store(.archivingStore, in: instance))
      pools.append(pool)
    }
    sample.centralManagement(on: pools[0], isActive: true)
    sample.pair(pools[0], pools[1])
    let edge = sample.cluster("edge\(name)x", machines: ["e1\(name)x"], site: site)
    sample.service(.edgeServer, on: edge, uses: [pools[0].registrar])
    return sample
  }

  @Test func theseDeploymentsPrintCommandsForEverything() throws {
    let plan = try Self.deployment("n").plan()
    #expect(plan.findings(.nameImpossible) == [])
    #expect(Set(plan.restorations.map(\.procedure)).count == 12)
    #expect(plan.restorations.flatMap(\.steps).compactMap(\.command).count > 100)
  }

  private static let twins: [String: Restoration] = {
    let plan = try? deployment("n").plan()
    return Dictionary((plan?.restorations ?? []).map { ("\($0.procedure) \($0.target)", $0) }) { first, _ in first }
  }()

  @Test(arguments: HostileStrings.all)
  func aHostileNameIsAnArgumentOrRefused(name: String) throws {
    let plan = try Self.deployment(name).plan()
    let misnamed = Set(plan.findings(.nameImpossible).map(\.subject))
    #expect(plan.restorations.count == Self.twins.count)
    var complaints: [String] = []
    for restoration in plan.restorations {
      let twin = Self.twins["\(restoration.procedure) \(restoration.target.replacing(name + "x", with: "nx"))"]
      complaints += try Self.differences(
        restoration, try #require(twin), name, isMisnamed: misnamed.contains(restoration.id))
      let isSaid = restoration.cautions.contains { $0.key == RestorationDraft.nameImpossible.sentence.template.key }
      if isSaid != misnamed.contains(restoration.id) { complaints.append("\(restoration.id): found \(!isSaid)") }
    }
    for item in plan.backupItems {
      if let command = item.command { _ = try PrintedCommand(command) }
      // The owner keeps the audio files of Response Group: no command copies them.
      if item.data != .responseGroupAudio, misnamed.contains(item.id) == (item.command != nil) {
        complaints.append("\(item.id): \(item.command ?? "")")
      }
    }
    #expect(complaints == [])
  }

  /// Each command has the program and parameters of its twin with a harmless name, and the twin's values with the
  /// hostile name in them; or it is not printed, and that is found.
  private static func differences(
    _ restoration: Restoration, _ twin: Restoration, _ name: String, isMisnamed: Bool
  ) throws -> [String] {
    guard restoration.steps.count == twin.steps.count else { return ["\(restoration.id) has other steps"] }
    return try zip(restoration.steps, twin.steps).compactMap { step, twinStep in
      guard let text = step.command, let twinText = twinStep.command else {
        return twinStep.command == nil || isMisnamed ? nil : "\(restoration.id) lacks \(twinStep.command ?? "")"
      }
      let command = try PrintedCommand(text)
      let plain = try PrintedCommand(twinText)
      let isLike = command.program == plain.program && command.arguments.count == plain.arguments.count
      let fits = zip(command.arguments, plain.arguments).allSatisfy { mine, other in
        // The name of a file is made of names, without what files cannot have.
        mine.parameter == other.parameter
          && (mine.value?.hasPrefix("$Backup\\") == true
            || mine.value == other.value?.replacing("nx", with: name + "x"))
      }
      return isLike && fits ? nil : text
    }
  }

  /// Names that Windows, DNS or SQL Server have, and names that they do not.
  @Test(arguments: [
    (NameForm.host, ["fe1.contoso.com", "FE_1", "10.0.0.1", "[fe80::1]", "süd.contoso.com", "日本"]),
    (.instance, ["rtc", "LYNC$1", "a_b#c"]),
    (.sqlInstance, ["sql.contoso.com", #"sql.contoso.com\rtc"#]),
    (.path, [#"\\file\lync$"#, #"\\file\data\it's & more=1+1"#, #"\\file.contoso.com\[x](y)%20"#]),
  ])
  func possible(form: NameForm, names: [String]) {
    for name in names { #expect(form.allows(name), "\(name)") }
  }

  @Test(arguments: [
    (
      NameForm.host, ["", "a b", "a;b", "a'b", "a\"b", "$(x)", "a`b", #"a\b"#, "a/b", "a,b", "😀", "a\u{202E}b", "a\nb"]
    ),
    (.instance, ["", "a-b", "a.b", "a b", "a'b", #"a\b"#, "a\u{200B}b"]),
    (.sqlInstance, [#"sql\"#, #"sql\a b"#, #"\rtc"#, #"sql\a\b"#, ""]),
    (.path, [#"\\file"#, #"\\file\"#, #"\\file\a\"#, #"\\file\a"b"#, #"\\file\a<b"#, #"\\file\a|b"#, #"\\file\a?b"#]),
    (.path, [#"\\file\a*b"#, #"\\file\a/b"#, #"\\file\a:b"#, "\\\\file\\a\nb", #"\\fi le\a"#, #"C:\share"#]),
  ])
  func impossible(form: NameForm, names: [String]) {
    for name in names { #expect(!form.allows(name), "\(name)") }
  }

  @Test func ourOwnPlaceholdersAreNoNames() throws {
    let plan = try Self.deployment("n").plan()
    let rebuilding = try #require(plan.restorations.first { $0.procedure == .abcFailover })
    #expect(
      rebuilding.steps.contains { $0.command == #"Move-CsUser -Identity "<name>" -Target "<pool C>" -Force"# })
    var policy = Policy()
    policy.replacementPools = [
      "pool1nx": ReplacementPool(fqdn: "pool c", location: Diagnostics.SourceLocation(file: "policy.yml"))
    ]
    let misnamed = try Self.deployment("n").plan(policy).findings(.nameImpossible)
    #expect(misnamed.map(\.subject) == ["abcFailover:pool1nx"])
  }
}
