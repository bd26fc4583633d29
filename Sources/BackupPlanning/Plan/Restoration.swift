public import Diagnostics

/// What to do when one component is lost, filled with its names.
public struct Restoration: Sendable, Equatable {
  /// `procedure:target`, the target in lower case.
  public var id: String
  public var procedure: RestorationProcedure
  /// A machine, pool or SQL server: its FQDN; a database: `server` or `server\instance`; a file store: its UNC path.
  public var target: String
  public var site: String?
  /// When it is used.
  public var purpose: Phrase
  /// Smaller comes first; strictly greater than that of everything in ``after``.
  public var priority: Int
  /// Ids of the backup items that its steps import or copy back.
  public var needs: [String]
  /// Those of ``needs`` that have no schedule or no destination.
  public var unplannedNeeds: [String]
  /// Ids of the restorations that come before it, where those components are lost too.
  public var after: [String]
  public var permissions: [Phrase]
  /// Hardware, software and facts to have at hand before the first step.
  public var prerequisites: [Phrase]
  public var steps: [RestorationStep]
  public var cautions: [Phrase]
  public var sources: [SourcePage]
}

/// One thing to do.
public struct RestorationStep: Sendable, Equatable {
  /// Where a step is done.
  public enum Place: String, Sendable {
    /// On the server that is being restored.
    case locally
    /// On any machine with the administrative tools, or on another server that the text names.
    case remotely
  }

  /// From 1.
  public var number: Int
  public var text: Phrase
  /// Ready to paste; absent for what is done by hand or in a program with windows.
  public var command: String?
  public var place: Place
}

/// The procedures. The raw values are the contract's.
public enum RestorationProcedure: String, Sendable, CaseIterable {
  case centralManagementStore
  case fileStore
  case backEndServer
  case mirroredBackEndPrimary
  case mirroredBackEndMirror
  case standardEditionServer
  case memberServer
  case pool
  case responseGroupSettings
  case persistentChatDatabase
  case archivingDatabase
  case monitoringDatabase
  case poolFailover
  case poolFailback
  case abcFailover
}

/// What stops when one thing is lost, and what restores it.
public struct LostComponent: Sendable, Equatable {
  /// What is lost.
  public enum Kind: String, Sendable {
    case server
    case sqlInstance
    case fileShare
  }

  public var name: String
  public var kind: Kind
  public var site: String?
  public var impact: [Phrase]
  /// Ids of restorations, the first to do first.
  public var restorations: [String]
}
