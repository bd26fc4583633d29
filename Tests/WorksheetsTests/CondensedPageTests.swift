import BackupPlanning
import DeploymentGenerator
import Diagnostics
import Documents
import Rendering
import Testing
import TopologyImport

@testable import Worksheets

/// The page of a large deployment says once what many rows and procedures share, and loses nothing by it.
@Suite struct CondensedPageTests {
  private static func plan(pools: Int) throws -> Plan {
    var importer = TopologyImporter(fileName: "large")
    try importer.read(GeneratedDeployment(pools: pools).publishedXML().span)
    let imported = try importer.finish()
    return try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
  }

  /// Large enough for a condensed page.
  private static let large = Result { try plan(pools: 40) }

  private static func set(_ plan: Plan) -> DocumentSet {
    DocumentSet(title: "t", language: "en", documents: WorksheetBuilder().documents(for: plan, in: .page))
  }

  /// A phrase with its placeholders, as a shape prints it.
  private static var marks: RestorationShape.Words {
    RestorationShape.Words(target: "<target>") { "<\($0.slot) \($0.number)>" }
  }

  @Test func everyNameOfEveryStepIsOnThePage() throws {
    let plan = try Self.large.get()
    let shapes = RestorationShape.shapes(of: plan.restorations)
    #expect(shapes.reduce(0) { $0 + $1.members.count } == plan.restorations.count)
    #expect(shapes.contains { $0.members.count > 20 })
    for shape in shapes {
      let printed = Dictionary(grouping: shape.steps(Self.marks), by: \.text.key)
      for (index, member) in shape.members.enumerated() {
        let names = Dictionary(uniqueKeysWithValues: shape.names(ofMember: index).map { ($0.variable, $0.values) })
        for step in member.steps {
          let forms = try #require(printed[step.text.key])
          #expect(forms.contains { Self.says($0, step, of: member, names) }, "\(member.id) \(step.number)")
          #expect(forms.allSatisfy { ($0.command == nil) == (step.command == nil) })
        }
      }
    }
  }

  /// Whether every mark of a printed step stands for the name that the step of a member has there.
  private static func says(
    _ form: RestorationStep, _ step: RestorationStep, of member: Restoration,
    _ names: [RestorationShape.Variable: [Phrase.Value]]
  ) -> Bool {
    zip(form.text.arguments, step.text.arguments).allSatisfy { mark, argument in
      if mark.value == argument.value { return true }
      if mark.value == .text("<target>") { return argument.value == .text(member.target) }
      return names.contains { name, values in
        mark.value == .text("<\(name.slot) \(name.number)>") && values.contains(argument.value)
      }
    }
  }

  @Test func namesInTheFormOfACommandGiveTheCommand() throws {
    let plan = try Self.large.get()
    let shape = try #require(
      RestorationShape.shapes(of: plan.restorations).first { $0.example.procedure == .responseGroupSettings })
    let form = try #require(shape.steps(Self.marks).compactMap(\.command).first)
    #expect(form.contains("service:ApplicationServer:<target>"))
    for member in shape.members {
      let command = try #require(member.steps.compactMap(\.command).first)
      let quoted = form.replacing("<target>", with: member.target).replacing("'", with: "\"")
      #expect(command.hasPrefix(String(quoted.prefix { $0 != "<" })))
    }
  }

  @Test func linksLeadSomewhereAndEveryTargetIsNamed() throws {
    let plan = try Self.large.get()
    let set = Self.set(plan)
    #expect(set.danglingLinks == [])
    let restoration = try #require(set.documents.first { $0.id == "restoration-worksheet" })
    let targets = Set(
      restoration.tables.filter { $0.id.hasSuffix(":members") }.flatMap(\.rows).flatMap { row in
        row.cells[0].values[0].plainText.split(separator: ", ").map(String.init)
      })
    let groups = RestorationShape.shapes(of: plan.restorations).filter { $0.members.count > 1 }
    for member in groups.flatMap(\.members) { #expect(targets.contains(member.target), "\(member.id)") }
  }

  @Test func whatRowsShareStandsOnceAndWhatTheyDoNotStaysInThem() throws {
    let plan = try Self.large.get()
    let set = Self.set(plan)
    let database = try #require(set.documents.first { $0.id == "database-worksheet" })
    let shared = try #require(database.tables.first { $0.id == "database-worksheet-shared" })
    let said = Set(shared.rows.flatMap(\.cells).flatMap(\.values).map(\.plainText))
    #expect(said.contains("Export-CsUserData -PoolFqdn '‹pool›' -FileName \"‹backup file›\""))
    let rows = try #require(database.tables.first { $0.id == "database-worksheet-table" }).rows
    for item in plan.backupItems where item.worksheet == .database {
      let row = try #require(rows.first { $0.id == item.id })
      let own = Set(row.cells.flatMap(\.values).map(\.plainText))
      for note in item.notes {
        #expect(own.contains(note.text) != said.contains(note.text), "\(item.id): \(note.text)")
      }
    }
  }

  @Test func aSmallDeploymentIsWrittenOut() throws {
    let plan = try Self.plan(pools: 4)
    #expect(plan.restorations.count < 100)
    #expect(WorksheetBuilder().documents(for: plan, in: .page) == WorksheetBuilder().documents(for: plan, in: .files))
  }

  @Test func aHundredPoolsFitIntoAMegabyte() throws {
    let page = try PlannedFile.page(of: Self.plan(pools: 100))
    #expect(page.count < 1_000_000)
  }
}
