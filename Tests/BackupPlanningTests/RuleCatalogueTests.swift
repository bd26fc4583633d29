import BackupPlanning
import Testing

/// The catalogue as people read it: complete, and every rule explained.
@Suite struct RuleCatalogueTests {
  @Test func idsAreUniqueWithoutRegardToCase() {
    let ids = RuleCatalogue.all.map { $0.id.lowercased() }
    #expect(ids.count == Set(ids).count)
  }

  @Test func everyKindOfRuleIsThere() {
    let ids = Set(RuleCatalogue.all.map(\.id))
    #expect(ids.isSuperset(of: BackupData.allCases.map(\.rawValue)))
    #expect(ids.isSuperset(of: TopologyFinding.allCases.map(\.rawValue)))
    #expect(ids.isSuperset(of: PlanningQuestion.allCases.map { "question-\($0.rawValue)" }))
    let databases = ["rtcdyn", "rtc", "rtcab", "rtcshared", "rgsdyn", "cpsdyn", "mgccomp", "xds", "lyss"]
    #expect(Set(ExclusionCatalogue.rules.map(\.database)) == Set(databases))
    let requirements = [
      "activeDirectory", "certificates", "pstnGateway", "exchange", "operationsManager", "coexistingVersion",
      "firewall", "loadBalancer", "iis", "dns", "dhcp", "officeWebApps", "trustedApplication",
    ]
    #expect(Set(RequirementCatalogue.rules.map(\.kind)).isSuperset(of: requirements))
  }

  /// Findings of our own about the file itself rest on no page.
  private static let ours: Set<String> = [
    "officeWebApps", "trustedApplication", "reference-dangling", "role-unknown", "duplicate-object", "version-mixed",
    "name-impossible",
  ]

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func everyRuleSaysWhatAndWhyAndOnWhoseAuthority(id: String) throws {
    let rule = try #require(RuleCatalogue.rule(named: id))
    #expect(rule.id == id)
    #expect(!rule.title.isEmpty && !rule.details.isEmpty)
    #expect(rule.details.allSatisfy { !$0.name.isEmpty && !$0.text.isEmpty })
    #expect(rule.sources.isEmpty == Self.ours.contains(id))
    let text = RuleText.explanation(of: rule)
    #expect(text.hasPrefix("\(id) (\(rule.kind.rawValue))\n\(rule.title)\n\n"))
    #expect(text.hasSuffix("\n"))
    for source in rule.sources { #expect(text.contains("Source: \(source.id)")) }
    #expect(RuleText.list(RuleCatalogue.all).split(separator: "\n").count { $0.hasPrefix("\(id) ") } == 1)
  }

  /// The readings taken where Microsoft's pages disagree: all seven of them can be read.
  @Test func everyDisagreementIsExplained() {
    let text = RuleCatalogue.all.map { RuleText.explanation(of: $0) }.joined()
    for subject in ["Rtcxds", ".zip", "mgd", "mgccomp", "LcsQoEMetrics", "file store of Archiving"] {
      #expect(text.contains(subject), "\(subject)")
    }
  }

  @Test func rulesAreFoundInAnyCase() {
    #expect(RuleCatalogue.rule(named: "USERDATA")?.id == "userData")
    #expect(RuleCatalogue.rule(named: "nothing") == nil)
  }
}
