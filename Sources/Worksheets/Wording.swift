internal import Documents

/// The words of the documents in one language. `{placeholders}` are filled by the document that uses them.
///
/// These are the English ones; another language has the same names in its catalogue, below `wording`.
public struct Wording: Sendable, Codable {
  // Titles
  var setTitle = "Backup and restoration worksheets: {deployment}"
  var thisDeployment = "this deployment"
  var overviewTitle = "Overview: {deployment}"
  var databaseTitle = "Database worksheet"
  var fileStoreTitle = "File store worksheet"
  var settingsTitle = "Settings worksheet"
  var restorationTitle = "Restoration worksheet"
  var otherRequirementsTitle = "Other requirements"

  // Official columns
  var database = "Database"
  var content = "Content"
  var server = "Server name (FQDN)"
  var schedule = "Backup schedule"
  var databaseTool = "Database backup tool"
  var fileTool = "File system backup tool"
  var settingsTool = "Backup tool"
  var backupSetName = "Backup set name"
  var backupSetExpiration = "Backup set expiration"
  var destination = "Backup destination"
  var share = "File share to be backed up"
  var configurationFile = "Configuration file (.xml) name"
  var location = "Backup location"
  var notes = "Notes"

  // Further columns
  var site = "Site"
  var pools = "Pools"
  var databaseName = "Database name"
  var sqlInstance = "SQL instance"
  var owner = "Owner"
  var rpo = "RPO"
  var rto = "RTO"
  var lastBackup = "Last backup"
  var lastRestoreTest = "Last restore test"
  var evidence = "Last backup, last restore test"
  var itemID = "Item ID"
  var source = "Source"

  // Inside cells
  var itemName = "{label} ({place})"
  var databaseLabel = "{label} ({database})"
  var poolsLine = CountedText(one: "Pool: {pools}", other: "Pools: {pools}")
  var instanceLine = "Instance: {instance}"
  var siteLine = "Site: {site}"
  var command = "Command: "
  var lastBackupLine = "Backup: {date}"
  var lastRestoreTestLine = "Restore test: {date}"
  var listSeparator = ", "
  var permission = "Permission: {permission}"
  var sharedNotes =
    "What holds for all rows of a kind: ‹…› stands for a name in the row, ‹backup file› for its backup set in its "
    + "destination, or in $Backup where it has none"
  var serverUnknown = "? (see the questions)"

  // Captions of the worksheets
  var databaseCaption = "Every database, one row each"
  var fileStoreCaption = "Every kind of content of every file store, one row each"
  var settingsCaption = "Every kind of settings, one row each"

  // Introductions of the worksheets
  var worksheetIntroduction =
    "One row for each kind of data in each place. A cell that nobody filled is a gap: fill it by hand, in "
    + "the register or in the policy."
  var backupFolder =
    "$Backup in a command is the shared folder of this run: a new one for every run, preferably on another machine and "
    + "at another site, with room for everything, readable by few."
  var backupAdvice =
    "Restoring goes back to the last full backup: a full backup every night at a time of low use is the simplest "
    + "schedule. Test restoring periodically."
  var emptyDatabaseWorksheet = "No database of this deployment needs a backup by these rules."
  var emptyFileStoreWorksheet = "The topology has no file store."
  var emptySettingsWorksheet = "There are no settings to back up."

  // Overview
  var somethingIsLost = "Something is lost: what stops, and what to do"
  var deploymentHeading = "The deployment"
  var draftStatement =
    "Planned, not published: read from a Topology Builder file that no Central Management store knows yet. Names and "
    + "numbers may still change."
  var publishedStatement = "Published topology."
  var publishedBuilderStatement = "Read from a Topology Builder file whose topology is published."
  var exportStatement =
    "Read from a configuration export. No real export was at hand when this was written: compare the components below "
    + "with the deployment."
  var sipDomains = "SIP domains: {domains}"
  var sitesCaption = "Sites"
  var siteColumn = "Site"
  var siteIDColumn = "Site ID"
  var kindColumn = "Kind"
  var centralSite = "central"
  var branchSite = "branch of site {parent}"
  var noSites = "The topology has no sites."
  /// After the name of a question.
  var questionLine = ": {text}"
  package var openQuestionsHeading = "Questions to answer"
  var coverageHeading = "What is covered"
  var coverageSum = "{required}, {planned}, {uncovered}. Planned means that a schedule and a destination are given."
  var requiredSum = CountedText(one: "{count} backup is required", other: "{count} backups are required")
  var plannedSum = CountedText(one: "{count} is planned ({percent})", other: "{count} are planned ({percent})")
  var uncoveredSum = CountedText(one: "{count} is uncovered", other: "{count} are uncovered")
  var coverageCaption = "Coverage by worksheet"
  var coverageBySiteCaption = "Coverage by site"
  var coverageByPoolCaption = "Coverage by pool: an item counts for every pool it serves"
  var coverageByCellCaption = "Coverage by what people have to decide"
  var matrixCaption = "Components and what has to be backed up of them"
  var poolColumn = "Pool"
  var cellColumn = "Cell"
  var givenColumn = "Given"
  var givenPercentColumn = "Given, percent"
  var uncoveredCaption = "What is uncovered, and why"
  var worksheetColumn = "Worksheet"
  package var requiredColumn = "Required"
  package var plannedColumn = "Planned"
  package var uncoveredColumn = "Uncovered"
  var percentColumn = "Planned, percent"
  package var openCellsColumn = "Empty cells"
  var itemColumn = "Item"
  package var reasonColumn = "Why"
  var uncoveredInRows = "Each of them is marked in its row of the worksheets."
  var missingSchedule = "no schedule"
  var missingDestination = "no destination"
  /// The subject of what concerns all of it.
  var wholeDeployment = "deployment"
  var siteUnknown = "not known"
  var auditSaysMore =
    "Waivers, the age of backups and restore tests depend on the day: backup-worksheets audit says what they change."
  package var noRows = "There are no rows."
  var notCovered =
    "Outside the guidance that these worksheets follow: restoring a whole site, a standby site, reinstalling operating "
    + "systems. Replication between paired pools, mirrors and replicas is availability and takes the place of no backup."
  package var findingsHeading = "Findings"
  var findingsCaption = "What deserves attention, the worst first"
  var severityColumn = "Severity"
  var ruleColumn = "Rule"
  var subjectColumn = "Subject"
  var findingColumn = "Finding"
  var remedyColumn = "Remedy"
  var findingLine = "{subject}: {message}"
  var restorationsWithoutBackup = "These restorations need backups that nobody has planned: {subjects}"
  var findingAtLine = "{subject}, line {line}: {message}"
  var noFindings = "None."
  package var componentsHeading = "Components"
  var componentsCaption = "Every job of every server and pool"
  var componentColumn = "Component"
  var serversColumn = "Servers"
  var rolesColumn = "Roles"
  var storesColumn = "Stores"
  var noComponents = "The topology has no servers."
  var hostsCentralManagementStore = "Hosts the Central Management store"
  var pairedWith = "Paired with {pool}"
  var mirrorOf = "Mirror: {mirror}"
  var standby = "Mirror or witness of another server"
  var primaryNode = "AlwaysOn, primary node {node}"
  var placeUnknown = "place unknown: {id}"
  var documentsHeading = "Documents"

  // Kinds of other requirements
  var requirementNames = [
    "activeDirectory": "Active Directory", "additional": "Organisation's own", "certificates": "Certificates",
    "coexistingVersion": "Earlier version", "dhcp": "DHCP", "dns": "DNS", "exchange": "Exchange",
    "firewall": "Firewall", "iis": "Internet Information Services", "loadBalancer": "Load balancer",
    "officeWebApps": "Office Web Apps", "operationsManager": "Operations Manager",
    "persistentChatCompliance": "Persistent Chat compliance", "pstnGateway": "PSTN gateway",
    "trustedApplication": "Trusted application",
  ]

  // Restoration: what is lost
  var lostHeading = "What is lost?"
  var lostIntroduction =
    "Find what is lost, see what stops, and follow the procedures in the order in which they are named. Nothing here "
    + "restores a whole site, or installs an operating system."
  var lostCaption = "Every server, SQL Server instance and share"
  var lostColumn = "Lost"
  var impactColumn = "What stops"
  var proceduresColumn = "Procedures"
  var lostKinds = ["server": "Server", "sqlInstance": "SQL Server instance", "fileShare": "File store"]

  // Restoration: the order
  var orderHeading = "In which order"
  var orderIntroduction =
    "For when more than one component is lost. Microsoft's pages put the Central Management store first, then back "
    + "ends, then Front End Servers; the rest follows from which services use which. An RTO is what the planner gave "
    + "for the backups a procedure needs; Microsoft publishes targets for failing pools and mirrors over, and no other."
  var orderCaption = "Restoration order: smaller numbers first"
  var diagramCaption = "What comes before what"
  var rankTitle = "Priority {priority}"
  var priorityColumn = "Priority"
  var afterColumn = "After"

  // Restoration: the procedures
  var restorationHeading = "Procedures"
  var restorationIntroduction =
    "Each procedure stands for itself. In commands, $Backup is the folder of the last good backup; what stands in <…> "
    + "has to be chosen or read from a list. Survivable Branch Appliances are restored by their vendor's procedure, "
    + "pools of Lync Server 2010 by that version's."
  var procedureHeading = "{procedure}: {target}"
  var stepsCaption = "Steps"
  var procedureNames = [
    "abcFailover": "Rebuild a lost pool under another name", "archivingDatabase": "Restore an archiving database",
    "backEndServer": "Restore a Back End Server", "centralManagementStore": "Restore the Central Management store",
    "fileStore": "Restore a file store", "memberServer": "Restore a server of a pool",
    "mirroredBackEndMirror": "Restore the mirror of a back end",
    "mirroredBackEndPrimary": "Restore the primary of a mirrored back end",
    "monitoringDatabase": "Restore the monitoring databases",
    "persistentChatDatabase": "Restore the Persistent Chat database", "pool": "Restore a whole pool",
    "poolFailback": "Fail a pool back from its pair", "poolFailover": "Fail a pool over to its pair",
    "responseGroupSettings": "Restore Response Group settings",
    "standardEditionServer": "Restore a Standard Edition server",
  ]
  // Restoration: procedures that many components share
  var sharedIntroduction =
    "This deployment has {count} procedures. Those that differ in names alone stand here once, above a table of the "
    + "names: ‹…› stands for a name of that table, ‹backup file› for destination and name of the backup that is needed, "
    + "[…] for what is left out where there is no such name; a step is repeated for each of several names, and "
    + "left out where there is none. {file} has every procedure with its own names and commands."
  var sharedStepsCaption = "Steps"
  var sharedMembersCaption = "To be restored with these steps"
  var targetPlaceholder = "target"
  var namesColumn = "Names"
  var nameLine = "{name}: {values}"
  var placeholderForm = "‹{name}›"
  var notPlanned = "Not planned:"
  var doneByAt = "Done by, when, result"
  var countColumn = "Number"
  var placeholders = [
    "appliance": "appliance", "backupSet": "backup file", "chatPool": "Persistent Chat pool", "chosen": "your choice",
    "database": "database", "databaseType": "database type", "destination": "backup destination",
    "each": "each of the list", "edgePool": "Edge pool", "folder": "folder", "instance": "instance",
    "instances": "SQL Server instances", "item": "filter", "machine": "Lync server", "machines": "servers",
    "mirrorInstance": "mirror instance", "mirrorSQLInstance": "mirror", "mirrorServer": "mirror server",
    "partner": "paired pool", "pool": "pool", "pools": "pools", "procedures": "procedures",
    "replacement": "replacement pool", "replacementInstance": "replacement instance", "role": "role",
    "secondTransfer": "second file", "server": "server", "share": "share", "sqlInstance": "SQL Server instance",
    "transfer": "file", "witness": "witness",
  ]

  var needs = "Needs these backups: "
  var unplannedNeeds = "Nobody has planned where or when these are backed up: {items}"
  var after = "Comes after, where those are lost too: "
  var permissions = "Permissions: {permissions}"
  var prerequisite = "Have at hand: {text}"
  var sourcesLine = "Sources: {sources}"
  var caution = "Caution: "
  var tickBox = "\u{2610}"
  var places = ["locally": "on the server", "remotely": "remotely"]
  var restorationIDColumn = "Restoration ID"
  var procedureColumn = "Procedure"
  var targetColumn = "Target"
  var stepColumn = "Step"
  var doneColumn = "Done"
  var whereColumn = "Where"
  var commandColumn = "Command"
  var needsColumn = "Needs"
  var permissionsColumn = "Permissions"
  var remarkColumn = "Remark"
  var noProcedures = "There is no procedure for this deployment."
  var signOff = "Sign-off"
  var decidedBy = "Decided by"
  var doneBy = "Done by"
  var begunAt = "Begun"
  var endedAt = "Ended"
  var result = "Result"
  var signature = "Signature"

  // Other requirements
  var requirementsHeading = "What else to back up"
  var requirementsCaption = "Outside the databases, file stores and settings of Lync Server"
  var requirementsIntroduction =
    "Marked as our addition: what the topology names and Microsoft's list does not, and what the organisation adds."
  var whatColumn = "What"
  var authorityColumn = "Authority"
  var microsoftList = "Microsoft's list"
  var ourAddition = "our addition"
  var noRequirements = "There is nothing else."
  var exclusionsHeading = "What needs no backup, and why"
  var exclusionsCaption = "Databases that are made anew or hold nothing lasting"
  var placesColumn = "Where"
  var databaseAndReason = "{database}: {reason}"
  var noExclusions = "There are none."
  var questionsHeading = "Questions the topology cannot answer"
  var questionsCaption = "Open questions"
  var questionColumn = "Question"
  var answerColumn = "Answer"
  var noQuestions = "None is open."
  var answersHeading = "Questions the policy answers"
  var answersCaption = "Answers of the policy"
  var noAnswers = "The policy answers none."

  // Around the documents
  var contents = "Contents"
  var skipToContent = "Skip to content"
  var tableColumn = "Table"
  var labelSeparator = ": "
  var footer = "Written by backup-worksheets from the topology, the policy and the register alone."

  // The first screen
  package var summaryHeading = "At a glance"
  var statePublished = "Published topology"
  var stateDraft = "Planned, not published"
  var stateExport = "Configuration export"
  var summarySites = "Sites"
  var summaryPools = "Pools: {count}"
  var summaryMachines = "Machines: {count}"
  package var summaryPlanned = "Backups planned"
  package var summaryUncovered = "Uncovered: {count}"
  package var summaryOpenCells = "Empty cells: {count}"
  package var summaryErrors = "Errors: {count}"
  package var summaryWarnings = "Warnings: {count}"
  package var summaryNotes = "Notes: {count}"
  var factSeparator = " · "
  var summaryShow = "Show them"
  package var shareOf = "{part} of {all}"
  var plannedOf = "{part} of {all} planned"
  var lostNothingFound = "Nothing of that name is in the topology."

  // The picture of the topology
  var topologyCaption = "The topology"
  var topologyLegend =
    "A box is a site. Lines go from pools to the SQL Servers and shares they use; dashed ones connect what stands in "
    + "for the other: paired pools, a back end and its mirror."
  var topologyLegendLarge =
    "A box is a site. Lines go from pools to the SQL Servers and shares they use, dashed ones to what stands in for the "
    + "other; those between sites are too many to draw."
  var topologyLegendCounted = "What is counted here is named in the list and in the table of components."
  var furtherSites = "Further sites: {count}"
  var topologyInWords = "The same in words"
  var topologyInTable = "Every component, with its site, stores and partner: the table of components"
  var countOfKind = "{kind}: {count}"
  var uses = "uses {stores}"
  var noteSeparator = "; "
  var nameAndNotes = "{name} ({notes})"
  var siteInWords = "{site}. {kinds}"

  // Filter, search, copy
  var filterTitle = "Filter the rows of this page"
  var filterSearch = "Search"
  package var filterState = "State"
  var filterAll = "All"
  var filterClear = "Clear"
  var filterShownRows = "{shown} of {all} rows"
  var copyCommand = "Copy"
  var copiedCommand = "Copied"

  var workbook = WorkbookWording()
  package var fleet = FleetWording()

  /// What renderers add.
  var renderingLabels: RenderingLabels {
    RenderingLabels(
      contents: contents, skipToContent: skipToContent, table: tableColumn, footer: footer,
      labelSeparator: labelSeparator, page: pageLabels)
  }
}
