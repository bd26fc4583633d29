import ArgumentParser

@main
struct BackupWorksheets: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backup-worksheets")
}
