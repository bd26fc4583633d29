public import Diagnostics

/// The sentences about what a topology has wrong that can still be planned. Pages show them in their language.
public enum ImportPhrases {
  static let site = PhraseTemplate("subject.site", "site {name}")
  static let sqlInstance = PhraseTemplate("subject.sqlInstance", "SQL Server instance {name}")

  static let unreadableVersion = PhraseTemplate(
    "finding.service-version-unreadable",
    "ServiceVersion \"{version}\" is not a number; the product version of the service stays unknown")

  static let siteDangling = PhraseTemplate(
    "finding.reference-dangling.site", "site {subject} belongs to site {target}, which is not in the file")
  static let clusterDangling = PhraseTemplate(
    "finding.reference-dangling.cluster", "{subject} belongs to site {target}, which is not in the file")
  static let instanceDangling = PhraseTemplate(
    "finding.reference-dangling.instance",
    "SQL Server instance {subject} is on cluster {target}, which is not in the file")
  static let installationDangling = PhraseTemplate(
    "finding.reference-dangling.installation", "{subject} is installed on {target}, which is not in the file")
  static let dependencyDangling = PhraseTemplate(
    "finding.reference-dangling.dependency", "{subject} depends on {target}, which is not in the file")
  static let backupRegistrarDangling = PhraseTemplate(
    "finding.reference-dangling.backupRegistrar",
    "{subject} has as backup registrar {target}, which is not in the file")
  static let uninstalled = PhraseTemplate(
    "finding.reference-dangling.uninstalled", "{subject} does not say where it is installed")
  static let namelessService = PhraseTemplate("place.namelessService", "a service without identity")

  static let duplicateSite = PhraseTemplate(
    "finding.duplicate-object.site", "site id {id} is already that of the site on line {line}")
  static let duplicateCluster = PhraseTemplate(
    "finding.duplicate-object.cluster", "cluster id {id} of {cluster} is already that of {first} on line {line}")
  static let duplicateName = PhraseTemplate(
    "finding.duplicate-object.name", "{cluster} is already the name of the cluster on line {line}")
  static let duplicateInstance = PhraseTemplate(
    "finding.duplicate-object.instance", "SQL Server instance {id} is already defined on line {line}")
  static let duplicateService = PhraseTemplate(
    "finding.duplicate-object.service", "service {id} is already defined on line {line}")
  static let duplicateShare = PhraseTemplate(
    "finding.duplicate-object.share", "{share} is already the share of {first} on line {line}")
  static let duplicateStore = PhraseTemplate(
    "finding.duplicate-object.store", "{store} is on the same SQL Server instance as {first} on line {line}")

  static let unknownRole = PhraseTemplate(
    "finding.role-unknown",
    "role {role} on {place} is not known; it is listed as another role, without backup rules")
  static let unknownServer = PhraseTemplate("place.unknownServer", "an unknown server")

  static let omitted = PhraseTemplate(
    "finding.diagnostics-omitted", one: "{count} more diagnostic is left out",
    other: "{count} more diagnostics are left out")

  static let exportAgain = PhraseTemplate("remedy.import.exportAgain", "export the topology again")
  static let publishAgain = PhraseTemplate(
    "remedy.import.publishAgain", "publish the topology in Topology Builder and export it again")
  static let checkBoth = PhraseTemplate(
    "remedy.import.checkBoth", "check both in Topology Builder; they are planned as one")
  static let checkRole = PhraseTemplate(
    "remedy.import.checkRole", "check by hand what this role needs backed up")
  static let mendFirst = PhraseTemplate("remedy.import.mendFirst", "mend the ones above first")

  public static let all = [
    site, sqlInstance, unreadableVersion, siteDangling, clusterDangling, instanceDangling, installationDangling,
    dependencyDangling, backupRegistrarDangling, uninstalled, namelessService, duplicateSite, duplicateCluster,
    duplicateName, duplicateInstance, duplicateService, duplicateShare, duplicateStore, unknownRole, unknownServer,
    omitted, exportAgain, publishAgain, checkBoth, checkRole, mendFirst,
  ]
}
