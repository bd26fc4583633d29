internal import Diagnostics

/// A database that needs no backup: where it is and why not.
public struct ExclusionRule: Sendable {
  /// Where a database lies.
  public enum Place: Sendable, Equatable {
    /// A local SQL Server Express instance on every Front End Server.
    case everyFrontEndServer(instance: String)
    /// A local SQL Server Express instance on every server with a replica of the Central Management store.
    case everyLyncServer(instance: String)
    case userStore
    case applicationStore
    case persistentChatComplianceStore
  }

  /// Stable name in the catalogue.
  public let id: String
  public let database: String
  public let place: Place
  public let reason: String
  public let sources: [SourcePage]
  /// The reason, for plans.
  let phrase: Phrase

  init(id: String, database: String, place: Place, reason: String, sources: [SourcePage]) {
    self.id = id
    self.database = database
    self.place = place
    self.reason = reason
    self.sources = sources
    phrase = Phrase("exclusion.\(id)", reason)
  }
}

/// The databases that Microsoft's pages say need no backup.
public enum ExclusionCatalogue {
  public static let rules: [ExclusionRule] = [
    ExclusionRule(
      id: "rtcdyn-excluded", database: "rtcdyn", place: .everyFrontEndServer(instance: "RTCLOCAL"),
      reason: "Transient user data: endpoints, subscriptions, state of conferences.", sources: sources),
    ExclusionRule(
      id: "rtc-excluded", database: "rtc", place: .everyFrontEndServer(instance: "RTCLOCAL"),
      reason: "Local copy of user data; Export-CsUserData reads rtcxds on the back end.", sources: sources),
    ExclusionRule(
      id: "lyss-excluded", database: "lyss", place: .everyFrontEndServer(instance: "LYNCLOCAL"),
      reason: "Queue of the storage service, made anew by set-up.", sources: sources),
    ExclusionRule(
      id: "xds-replica-excluded", database: "xds", place: .everyLyncServer(instance: "RTCLOCAL"),
      reason: "Read-only replica of the Central Management store, made anew by set-up.", sources: sources),
    ExclusionRule(
      id: "rtcab-excluded", database: "rtcab", place: .userStore,
      reason: "Address book, generated anew from Active Directory.", sources: sources),
    ExclusionRule(
      id: "rtcshared-excluded", database: "rtcshared", place: .userStore,
      reason: "Conference directories; Export-CsUserData carries the Conference IDs.", sources: sources),
    ExclusionRule(
      id: "rgsdyn-excluded", database: "rgsdyn", place: .applicationStore,
      reason: "Transient Response Group state: agents signed in, calls waiting.", sources: sources),
    ExclusionRule(
      id: "cpsdyn-excluded", database: "cpsdyn", place: .applicationStore,
      reason: "Transient Call Park state.", sources: sources),
    ExclusionRule(
      id: "mgccomp-excluded", database: "mgccomp", place: .persistentChatComplianceStore,
      reason: "Transient only while a compliance adapter reads it; without one it needs a backup. "
        + "Microsoft's worksheet never asks for it, its requirements page only where no adapter is configured.",
      sources: sources),
  ]

  private static let sources: [SourcePage] = [.worksheets, .dataRequirements]
}
