internal import ArgumentParser

/// `templates`: the templates that the program has.
struct ManageTemplates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "Write out the built-in templates, to change them.", subcommands: [Export.self])

  /// `templates export DIR`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the built-in templates and languages into a folder.",
      discussion: """
        Change what you need, remove the rest, and give the folder to --templates. A file that is there and differs is \
        never replaced: nothing is written then.
        """)

    @Argument(help: "The folder; made where it is missing.")
    var folder: String

    @OptionGroup var messages: MessageOptions

    func validate() throws {
      if folder.isEmpty { throw ValidationError("templates export needs the name of a folder.") }
    }

    func run() throws {
      let outcome = try TemplateExport(folder: folder).write()
      messages.console.note(
        "\(folder): files written: \(outcome.written), unchanged: \(outcome.unchanged); give the folder to --templates")
    }
  }
}
