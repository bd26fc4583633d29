public import Diagnostics

/// What a topology, alone or with the policy, can be found to have wrong. The audit has further rules of its own.
public enum TopologyFinding: String, Sendable, CaseIterable {
  case centralManagementStoreUnknown = "central-management-store-unknown"
  case centralManagementStoreInactive = "central-management-store-inactive"
  case fileStoreUnused = "file-store-unused"
  case referenceDangling = "reference-dangling"
  case roleUnknown = "role-unknown"
  case duplicateObject = "duplicate-object"
  case pairMismatch = "pair-mismatch"
  case versionMixed = "version-mixed"
  case versionNotPlanned = "version-not-planned"
  case archivingUnanswered = "archiving-unanswered"
  case complianceUnanswered = "compliance-unanswered"
  case nameImpossible = "name-impossible"
  case restorationWithoutBackup = "restoration-without-backup"
}

/// A finding's rule: what it means and how to mend it.
public struct FindingRule: Sendable {
  public let finding: TopologyFinding
  public let severity: Diagnostic.Severity
  public let meaning: String
  public let remedy: String
  public let sources: [SourcePage]
}

/// The rules of findings that are born in the topology.
public enum FindingCatalogue {
  public static let rules: [FindingRule] = [
    FindingRule(
      finding: .centralManagementStoreUnknown, severity: .warning,
      meaning: "The topology has no Central Management store and the policy names none: nobody knows where xds and "
        + "lis are.",
      remedy: "name its pool in the policy: centralManagementStore: {pool: …}", sources: [.coreData]),
    FindingRule(
      finding: .centralManagementStoreInactive, severity: .warning,
      meaning: "The topology has Central Management services, but not exactly one of them is active.",
      remedy: "find the active one (Get-CsManagementConnection) and name its pool in the policy", sources: [.coreData]),
    FindingRule(
      finding: .fileStoreUnused, severity: .note, meaning: "No pool uses the file store.",
      remedy: "remove it in Topology Builder or waive file-store-unused", sources: [.fileStores]),
    FindingRule(
      finding: .referenceDangling, severity: .warning,
      meaning: "The topology refers to an object that it does not contain.",
      remedy: "export the topology again, or mend it in Topology Builder", sources: []),
    FindingRule(
      finding: .roleUnknown, severity: .warning,
      meaning: "The topology has a role that this product does not know: its data is not planned.",
      remedy: "find out what it stores, and add it to the policy under additional", sources: []),
    FindingRule(
      finding: .duplicateObject, severity: .warning,
      meaning: "Two objects of the topology have one identity: they are planned as one.",
      remedy: "check in Topology Builder which of them is right", sources: []),
    FindingRule(
      finding: .pairMismatch, severity: .warning,
      meaning: "Two pools are paired in a way that is not supported: not reciprocally, not one to one, Enterprise with "
        + "Standard, or with different high availability of their back ends. Topology Builder does not prevent it.",
      remedy: "change the pairing in Topology Builder", sources: [.pairing]),
    FindingRule(
      finding: .versionMixed, severity: .warning, meaning: "The services of one pool have different versions.",
      remedy: "check the pool in Topology Builder", sources: []),
    FindingRule(
      finding: .versionNotPlanned, severity: .note,
      meaning: "The pool runs Lync Server 2010, whose own procedures apply.",
      remedy: "back it up by the procedures of its version", sources: [.dataRequirements]),
    FindingRule(
      finding: .archivingUnanswered, severity: .note,
      meaning: "There is an archiving store, and the policy does not say whether archives are kept in Exchange.",
      remedy: "answer archivingInExchange in the policy", sources: [.dataRequirements]),
    FindingRule(
      finding: .complianceUnanswered, severity: .note,
      meaning:
        "There is a Persistent Chat compliance store, and the policy does not say whether an adapter empties it.",
      remedy: "answer complianceAdapter in the policy", sources: [.dataRequirements]),
    FindingRule(
      finding: .nameImpossible, severity: .warning,
      meaning: "A name is none that a server, SQL Server instance or share can have: no command is printed with it.",
      remedy: "correct the name in Topology Builder", sources: []),
    FindingRule(
      finding: .restorationWithoutBackup, severity: .note,
      meaning: "A restoration needs a backup for which nobody has given a schedule or a destination.",
      remedy: "fill in the schedule and destination of those rows", sources: [.processOverview]),
  ]

  static func rule(for finding: TopologyFinding) -> FindingRule? { rules.first { $0.finding == finding } }
}
