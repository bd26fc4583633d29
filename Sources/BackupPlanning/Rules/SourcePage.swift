/// A page of Microsoft's Lync Server 2013 documentation that a rule rests on, or a reason of our own.
public struct SourcePage: Sendable, Hashable {
  /// The TechNet id, such as `Hh202170`, or the page's name where no id is known.
  public let id: String
  /// File name of the page in Microsoft's documentation repository, without extension.
  public let page: String

  package static let backingUpAndRestoring = SourcePage(
    "Hh202160", "lync-server-2013-backing-up-and-restoring-lync-server")
  package static let worksheets = SourcePage("Hh202169", "lync-server-2013-backup-and-restoration-worksheets")
  package static let dataRequirements = SourcePage(
    "Hh202194", "lync-server-2013-backup-and-restoration-requirements-data")
  package static let toolsAndPermissions = SourcePage(
    "Hh202171", "lync-server-2013-backup-and-restoration-requirements-tools-and-permissions")
  package static let coreData = SourcePage("Hh202170", "lync-server-2013-backing-up-core-data-and-settings")
  package static let archivingAndMonitoring = SourcePage(
    "Hh202188", "lync-server-2013-backing-up-archiving-and-monitoring-databases")
  package static let persistentChat = SourcePage("JJ945646", "lync-server-2013-backing-up-persistent-chat-databases")
  package static let fileStores = SourcePage("Hh202167", "lync-server-2013-backing-up-file-stores")
  package static let bestPractices = SourcePage(
    "Hh202184", "lync-server-2013-best-practices-for-backup-and-restoration")
  package static let planning = SourcePage("Hh202183", "Hh202183")
  package static let processOverview = SourcePage(
    "Hh202192", "lync-server-2013-backup-and-restoration-process-overview")
  package static let backupLocation = SourcePage("Hh202158", "lync-server-2013-setting-up-a-backup-location")
  package static let abcCopies = SourcePage("JJ945634", "JJ945634")
  package static let preparingServer = SourcePage("Hh202179", "Hh202179")
  package static let restoringStandardEdition = SourcePage("Hh202190", "Hh202190")
  package static let restoringCentralManagementStore = SourcePage("Hh202172", "Hh202172")
  package static let restoringBackEnd = SourcePage("Hh202163", "Hh202163")
  package static let restoringMirroredPrimary = SourcePage("JJ945648", "JJ945648")
  package static let restoringMirror = SourcePage("JJ945626", "JJ945626")
  package static let restoringMember = SourcePage("Hh202191", "Hh202191")
  package static let restoringPool = SourcePage("Hh202176", "Hh202176")
  package static let restoringFileStore = SourcePage("Hh202180", "Hh202180")
  package static let restoringArchivingAndMonitoring = SourcePage("Hh202175", "Hh202175")
  package static let restoringPersistentChat = SourcePage("JJ945649", "JJ945649")
  package static let restoringResponseGroups = SourcePage("Hh202174", "Hh202174")
  package static let poolFailover = SourcePage("JJ204678", "JJ204678")
  package static let poolFailback = SourcePage("JJ204945", "JJ204945")
  package static let abcFailover = SourcePage("JJ945635", "JJ945635")
  package static let pairing = SourcePage(
    "lync-server-2013-supported-pool-pairing-options", "lync-server-2013-supported-pool-pairing-options")

  private init(_ id: String, _ page: String) {
    self.id = id
    self.page = page
  }
}
