import CivilTime
import Diagnostics

@testable import BackupPlanning

/// Backup items with nothing in them but what evidence is matched by.
enum SampleItem {
  static func item(
    _ data: BackupData, _ scope: String, name: String, destination: String? = nil, database: String? = nil,
    server: String? = nil, instance: String? = nil, tool: String = "SQL Server management tool"
  ) -> BackupItem {
    BackupItem(
      id: "\(data.rawValue):\(scope)", data: data, database: database, server: server, instance: instance, share: nil,
      site: nil, pools: [], tool: .verbatim(tool), command: nil, permission: .verbatim("x"), schedule: nil,
      backupSet: BackupSet(name: name, expiration: nil), destination: destination, owner: nil, rpo: nil, rto: nil,
      lastBackup: nil, lastRestoreTest: nil, notes: [], sources: [])
  }

  static let config = item(.topologyConfiguration, "deployment", name: "Config.zip")
  static let users = item(.userData, "pool", name: "UserData-pool.contoso.com.zip")
  static let store = item(.fileStore, #"\\file1\lync"#, name: #"filestore\file1-lync"#)
  static let records = item(
    .callDetailRecords, #"sql1\rtc"#, name: "LcsCDR-sql1.contoso.com-rtc.bak", database: "LcsCDR",
    server: "sql1.contoso.com", instance: "rtc")
  static let archive = item(
    .archiving, "sql1", name: "LcsLog-sql1.contoso.com.bak", database: "LcsLog", server: "sql1.contoso.com")
}

extension Moment {
  /// Midnight of a day of November 2026, and hours.
  static func november(_ day: Int, _ hour: Int = 1) -> Moment {
    Moment(secondsSince1970: 1_793_491_200 + (day - 1) * 86_400 + hour * 3600)
  }
}
