import BackupPlanning
import BuiltinTemplates
import DeploymentGenerator
import Diagnostics
import Documents
import Fleet
import Foundation
import Rendering
import TestSupport
import Testing
import TopologyImport
import Worksheets

/// The page over all deployments.
@Suite struct IndexTests {
  private static func report(_ name: String, seed: UInt64, failure: String? = nil) throws -> DeploymentReport {
    let made = GeneratedDeployment(seed: seed, awkward: false)
    let imported = try TopologyImporter.importTopology(made.xml(.published), fileName: "topology.xml")
    var report = DeploymentReport(
      name: name, topology: "\(name).xml", output: name, state: failure == nil ? .written : .failed)
    report.worksheets = worksheets(
      ["index.md", "worksheets.html"], DeploymentCounts(of: try Planner.plan(imported.topology).plan))
    report.errors = failure.map { [$0] } ?? []
    return report
  }

  private static func worksheets(
    _ files: [String], _ counts: DeploymentCounts = DeploymentCounts()
  ) -> PresentWorksheets {
    let digests = Dictionary(uniqueKeysWithValues: files.map { ($0, "") })
    return PresentWorksheets(DeploymentRecord(name: "x", inputs: "", files: digests, counts: counts))
  }

  private static func index(_ reports: [DeploymentReport], _ words: Language = .english) -> FleetIndex {
    FleetIndex(
      title: nil, entries: reports.map { FleetIndex.Entry($0, path: ["..", $0.name]) }, words: words)
  }

  private static func page(_ index: FleetIndex, _ words: Language = .english) throws -> String {
    let renderer = HTMLRenderer(
      templates: try Templates(files: BuiltinTemplates.files), labels: words.renderingLabels, fileName: "index.html")
    let files = try renderer.render(index.documents(linkingTo: .page))
    #expect(files.map(\.name) == ["index.html"])
    return String(decoding: try #require(files.first).bytes, as: UTF8.self)
  }

  @Test func numbersAreThoseOfThePlans() throws {
    let reports = try [Self.report("a", seed: 1), Self.report("b", seed: 2), Self.report("c", seed: 3, failure: "x")]
    let counts = try reports.dropLast().map { try #require($0.worksheets).counts }
    let documents = Self.index(reports).documents(linkingTo: .markdown)
    #expect(documents.danglingLinks == [])
    let tables = try #require(documents.documents.first).tables
    let rows = try #require(tables.first { $0.id == "deployments-table" }).rows
    #expect(rows.map { $0.cells[2].values.map(\.plainText) } == counts.map { ["\($0.components)"] } + [[]])
    #expect(rows.map { $0.cells[1].values.map(\.plainText) } == [["Gaps"], ["Gaps"], ["Failed"]])
    let totals = try #require(tables.first { $0.id == "totals-table" }).rows.map { $0.cells[1].values[0].plainText }
    #expect(totals[0] == "3")
    #expect(totals[2] == "\(counts.reduce(0) { $0 + $1.backupItems })")
    #expect(tables.contains { $0.id == "failed-table" })
  }

  @Test func linksLeadToWhatThereIs() throws {
    var report = try Self.report("Contoso & <Co>", seed: 1)
    #expect(try Self.page(Self.index([report])).contains("<a href=\"../Contoso%20%26%20%3CCo%3E/worksheets.html\">"))
    report.worksheets = Self.worksheets(["plan.json"])
    #expect(try Self.page(Self.index([report])).contains("%3CCo%3E/plan.json\">"))
    report.worksheets = nil
    #expect(try !Self.page(Self.index([report])).contains("%3CCo%3E"))
  }

  @Test func nothingInANameOrReasonIsMarkup() throws {
    let reports = try HostileStrings.all.map { try Self.report($0, seed: 1, failure: $0) }
    let page = try Self.page(Self.index(reports))
    for evil in ["<script>alert", "<img", "<svg onload", "<iframe", "href=\"javascript", "<a b>"] {
      #expect(!page.contains(evil))
    }
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.components(separatedBy: "<h1>").count == 2)
    let markdown = try MarkdownRenderer(
      templates: Templates(files: BuiltinTemplates.files), labels: Language.english.renderingLabels
    ).render(Self.index(reports).documents(linkingTo: .markdown))
    let lines = String(decoding: try #require(markdown.first).bytes, as: UTF8.self).split(separator: "\n")
    // Two tables have a row for each: no name ended one.
    #expect(lines.count { $0.hasPrefix("| ") && $0.hasSuffix(" |") } >= 2 * reports.count)
  }

  @Test func thePageIsWellMade() throws {
    let page = try Self.page(Self.index([Self.report("a", seed: 1), Self.report("b", seed: 2, failure: "why")]))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("http-equiv=\"Content-Security-Policy\""))
    #expect(
      page.components(separatedBy: "<table").count == page.components(separatedBy: "<caption").count)
    #expect(!page.contains("<th>"))
    #expect(!page.contains("http://") && !page.contains("https://"))
    #expect(try page == Self.page(Self.index([Self.report("a", seed: 1), Self.report("b", seed: 2, failure: "why")])))
  }

  @Test func itIsInTheLanguageOfTheFleet() throws {
    let catalogue = try #require(BuiltinTemplates.catalogue(of: "fr"))
    let french = try LanguageReader(
      fileName: "fr.yml", templates: PlanningPhrases.all + ImportPhrases.all
    ).read(catalogue)
    let page = try Self.page(Self.index([Self.report("a", seed: 1)], french), french)
    #expect(page.contains("<html lang=\"fr\">"))
    #expect(page.contains("Déploiements"))
    #expect(!page.contains("Open questions") && !page.contains("Together"))
  }
}
