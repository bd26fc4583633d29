internal import Diagnostics

/// What the planner's findings say. What the importer found has sentences of its own.
enum FindingSentences {
  static let noCentralManagementStore = template(
    .centralManagementStoreUnknown, "no Central Management store in the topology, and none in the policy")
  static let centralManagementStoreLost = PhraseTemplate(
    "finding.central-management-store-lost",
    "the active Central Management service has no store in the topology, and the policy names none")
  static let centralManagementStoreInactive = PhraseTemplate(
    "finding.central-management-store-inactive", one: nil,
    other: "{active} of the Central Management services in the topology are active, not one: {hosts}")
  static let fileStoreUnused = template(.fileStoreUnused, "file store {path} is used by no pool")

  static let pairOneSided = PhraseTemplate(
    "finding.pair-mismatch.one-sided", "{pool} is paired with {partner}, which is not paired with it")
  static let pairAmbiguous = PhraseTemplate(
    "finding.pair-mismatch.ambiguous", "{pool} is paired with more pools than {partner}")
  static let pairEditions = PhraseTemplate(
    "finding.pair-mismatch.edition",
    "{pool} and {partner} are paired, but one is Enterprise and the other Standard Edition")
  static let pairAvailability = PhraseTemplate(
    "finding.pair-mismatch.availability",
    "{pool} and {partner} are paired, but their back ends differ in high availability")

  static let versionMixed = template(.versionMixed, "the services of {pool} have versions {versions}")
  static let versionNotPlanned = template(.versionNotPlanned, "{pool} runs {product} and is not planned")
  static let archivingUnanswered = template(
    .archivingUnanswered, "the policy does not say whether archives are kept in Exchange")
  static let complianceUnanswered = template(
    .complianceUnanswered, "the policy does not say whether a compliance adapter empties mgccomp")
  static let nameImpossible = template(
    .nameImpossible, "a name in {item} cannot be that of a server, instance or share")
  static let restorationWithoutBackup = template(
    .restorationWithoutBackup, "it needs backups without schedule or destination: {items}")

  private static func template(_ finding: TopologyFinding, _ english: String) -> PhraseTemplate {
    PhraseTemplate("finding.\(finding.rawValue)", english)
  }

  static let all = [
    noCentralManagementStore, centralManagementStoreLost, centralManagementStoreInactive, fileStoreUnused,
    pairOneSided, pairAmbiguous, pairEditions, pairAvailability, versionMixed, versionNotPlanned, archivingUnanswered,
    complianceUnanswered, nameImpossible, restorationWithoutBackup,
  ]
}

extension FindingRule {
  /// How to mend it, in no language yet.
  var remedyPhrase: Phrase { Phrase("remedy.\(finding.rawValue)", remedy) }
}
