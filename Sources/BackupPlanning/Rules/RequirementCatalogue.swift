internal import Diagnostics

/// Something outside Lync's own data that has to be backed up as well.
public struct RequirementRule: Sendable {
  /// What gets one row each.
  public enum Subjects: String, Sendable {
    case deployment
    case everyLyncServer
    case everyGatewayAndBranchAppliance
    case everyCoexistingPool
    case everyEdgePool
    case everyPoolOfSeveralServers
    case everyPoolWithWebServices
    case everyDNSName
    case everyOfficeWebAppsServer
    case everyTrustedApplicationPool
    /// Only where the policy answers that no compliance adapter is configured.
    case everyComplianceStoreWithoutAdapter
  }

  /// The contract's `kind`, and the stable name in the catalogue.
  public let kind: String
  public let subjects: [Subjects]
  /// Whether it is our addition to Microsoft's list.
  public let isAddition: Bool
  /// The policy's answer that makes it void when it is no.
  let voidedBy: PlanningQuestion?
  public let text: String
  public let sources: [SourcePage]
  /// The text, for plans.
  let phrase: Phrase

  init(
    _ kind: String, _ subjects: [Subjects], isAddition: Bool = false, voidedBy: PlanningQuestion? = nil, text: String,
    sources: [SourcePage] = [.dataRequirements]
  ) {
    self.kind = kind
    self.subjects = subjects
    self.isAddition = isAddition
    self.voidedBy = voidedBy
    self.text = text
    self.sources = sources
    phrase = Phrase("requirement.\(kind)", text)
  }
}

/// What else Microsoft's pages ask to back up, and what we add.
public enum RequirementCatalogue {
  public static let rules: [RequirementRule] = [
    RequirementRule(
      "activeDirectory", [.deployment],
      text: "Back up Active Directory at the same time as Lync: SIP addresses, contact objects, the pointer to the "
        + "Central Management store and the security groups are there."),
    RequirementRule(
      "certificates", [.everyLyncServer],
      text: "Export each certificate with its private key where that is allowed, else plan to enrol again at the "
        + "certification authority; keep keys in a secure place."),
    RequirementRule(
      "pstnGateway", [.everyGatewayAndBranchAppliance],
      text: "Save the configuration by the vendor's means."),
    RequirementRule(
      "exchange", [.deployment], voidedBy: .exchange,
      text: "Back up Exchange by its own means: Unified Messaging, contacts in the unified contact store, photos and "
        + "archives may be there. Know both ways to restore a unified contact store (Invoke-CsUcsRollback)."),
    RequirementRule(
      "operationsManager", [.deployment], voidedBy: .operationsManager,
      text: "Back up System Center Operations Manager by its own means, if it watches this deployment."),
    RequirementRule(
      "coexistingVersion", [.everyCoexistingPool],
      text: "Runs an earlier version: use the backup procedures of that version, those for Lync Server 2013 do not "
        + "apply."),
    RequirementRule(
      "persistentChatCompliance", [.everyComplianceStoreWithoutAdapter],
      text: "No compliance adapter empties mgccomp, says the policy: back up the database with SQL Server's tools.",
      sources: [.dataRequirements, .worksheets]),
    RequirementRule(
      "firewall", [.deployment, .everyEdgePool], text: "Keep a copy of the firewall rules and their configuration."),
    RequirementRule(
      "loadBalancer", [.everyPoolOfSeveralServers],
      text: "Keep a copy of the load balancing configuration of the pool, hardware or DNS."),
    RequirementRule(
      "iis", [.everyPoolWithWebServices], text: "Keep a copy of the Internet Information Services configuration."),
    RequirementRule(
      "dns", [.everyDNSName], text: "Keep a copy of the DNS records of this name."),
    RequirementRule(
      "dhcp", [.deployment], text: "Keep a copy of the DHCP options that phones and clients use."),
    RequirementRule(
      "officeWebApps", [.everyOfficeWebAppsServer], isAddition: true,
      text: "In the topology, not on Microsoft's list: ask its owner for its backup.", sources: []),
    RequirementRule(
      "trustedApplication", [.everyTrustedApplicationPool], isAddition: true,
      text: "In the topology, not on Microsoft's list: ask the application's owner for its backup.", sources: []),
  ]
}
