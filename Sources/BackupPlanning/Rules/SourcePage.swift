/// A page of Microsoft's Lync Server 2013 documentation that a rule rests on, or a reason of our own.
public struct SourcePage: Sendable, Hashable {
  /// The TechNet id, such as `Hh202170`, or the page's name where no id is known.
  public let id: String
  /// File name of the page in Microsoft's documentation repository, without extension.
  public let page: String

  static let backingUpAndRestoring = SourcePage("Hh202160", "lync-server-2013-backing-up-and-restoring-lync-server")
  static let worksheets = SourcePage("Hh202169", "lync-server-2013-backup-and-restoration-worksheets")
  static let dataRequirements = SourcePage(
    "Hh202194", "lync-server-2013-backup-and-restoration-requirements-data")
  static let toolsAndPermissions = SourcePage(
    "Hh202171", "lync-server-2013-backup-and-restoration-requirements-tools-and-permissions")
  static let coreData = SourcePage("Hh202170", "lync-server-2013-backing-up-core-data-and-settings")
  static let archivingAndMonitoring = SourcePage(
    "Hh202188", "lync-server-2013-backing-up-archiving-and-monitoring-databases")
  static let persistentChat = SourcePage("JJ945646", "lync-server-2013-backing-up-persistent-chat-databases")
  static let fileStores = SourcePage("Hh202167", "lync-server-2013-backing-up-file-stores")
  static let bestPractices = SourcePage(
    "Hh202184", "lync-server-2013-best-practices-for-backup-and-restoration")
  static let processOverview = SourcePage("Hh202192", "lync-server-2013-backup-and-restoration-process-overview")
  static let backupLocation = SourcePage("Hh202158", "lync-server-2013-setting-up-a-backup-location")
  static let abcCopies = SourcePage("JJ945634", "JJ945634")
  static let preparingServer = SourcePage("Hh202179", "Hh202179")
  static let restoringStandardEdition = SourcePage("Hh202190", "Hh202190")
  static let restoringCentralManagementStore = SourcePage("Hh202172", "Hh202172")
  static let restoringBackEnd = SourcePage("Hh202163", "Hh202163")
  static let restoringMirroredPrimary = SourcePage("JJ945648", "JJ945648")
  static let restoringMirror = SourcePage("JJ945626", "JJ945626")
  static let restoringMember = SourcePage("Hh202191", "Hh202191")
  static let restoringPool = SourcePage("Hh202176", "Hh202176")
  static let restoringFileStore = SourcePage("Hh202180", "Hh202180")
  static let restoringArchivingAndMonitoring = SourcePage("Hh202175", "Hh202175")
  static let restoringPersistentChat = SourcePage("JJ945649", "JJ945649")
  static let restoringResponseGroups = SourcePage("Hh202174", "Hh202174")
  static let poolFailover = SourcePage("JJ204678", "JJ204678")
  static let poolFailback = SourcePage("JJ204945", "JJ204945")
  static let abcFailover = SourcePage("JJ945635", "JJ945635")
  static let pairing = SourcePage(
    "lync-server-2013-supported-pool-pairing-options", "lync-server-2013-supported-pool-pairing-options")

  private init(_ id: String, _ page: String) {
    self.id = id
    self.page = page
  }
}
