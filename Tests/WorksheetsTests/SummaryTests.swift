import BackupPlanning
import Documents
import TestSupport
import Testing

@testable import Worksheets

/// The first screen and the picture of the topology.
@Suite struct SummaryTests {
  private static func pictures(_ plan: Plan) -> [Picture] {
    PlannedFile.documents(of: plan).documents.flatMap(\.sections).flatMap(\.blocks).compactMap { block in
      if case .picture(let picture) = block { picture } else { nil }
    }
  }

  @Test(arguments: PlannedFile.all)
  func everyLinkLeadsSomewhere(file: PlannedFile) throws {
    #expect(PlannedFile.documents(of: try file.plan()).danglingLinks == [])
  }

  /// Everything but gateways is drawn or counted, and all of it is said in words.
  @Test(arguments: PlannedFile.all)
  func everyComponentIsInThePicture(file: PlannedFile) throws {
    let plan = try file.plan()
    let picture = try #require(Self.pictures(plan).first)
    let drawn = Set(picture.places.flatMap(\.kinds).flatMap(\.nodes).compactMap(\.anchor))
    #expect(drawn == Set(plan.components.filter { $0.kind != .pstnGateway }.map(\.id)))
    let words = picture.alternative.map(\.plainText).joined(separator: "\n")
    for component in plan.components where component.kind != .pstnGateway {
      #expect(words.contains(component.fqdn ?? component.id))
    }
    let nodes = Set(picture.places.flatMap(\.kinds).flatMap(\.nodes).map(\.id))
    for line in picture.lines { #expect(nodes.contains(line.from) && nodes.contains(line.to)) }
  }

  @Test func pairsAndMirrorsAreDashedAndDrawnOnce() throws {
    let plan = try #require(PlannedFile.all.first { $0.name == "example-published" }).plan()
    let pairs = try #require(Self.pictures(plan).first).lines.filter(\.isPair).map { [$0.from, $0.to] }
    #expect(
      Set(pairs) == [
        ["frontEndPool:pool-lyo.adatum.com", "frontEndPool:pool-zrh.adatum.com"],
        ["backEndServer:sql-lyo-01.adatum.com", "backEndServer:sql-lyo-02.adatum.com"],
        ["backEndServer:sql-zrh-01.adatum.com", "backEndServer:sql-zrh-02.adatum.com"],
      ])
    #expect(pairs.count == 3)
  }

  /// More than can be drawn is counted, in one box a site.
  @Test func aHugeDeploymentIsCounted() throws {
    var plan = try PlannedFile.all[1].plan()
    let pool = try #require(plan.components.first { $0.kind == .edgePool })
    plan.components += (0..<TopologyPicture.mostNodes).map { number in
      var copy = pool
      copy.id += String(number)
      return copy
    }
    let picture = try #require(TopologyPicture(words: .english).picture(of: plan))
    #expect(picture.places.flatMap(\.kinds).isEmpty && picture.lines.isEmpty)
    #expect(picture.places.flatMap(\.remarks).contains("Edge pool: \(TopologyPicture.mostNodes + 1)"))
  }

  @Test(arguments: PlannedFile.all)
  func everyRowOfTheWorksheetsSaysItsStateSiteAndPools(file: PlannedFile) throws {
    let plan = try file.plan()
    let rows = Dictionary(
      PlannedFile.documents(of: plan).documents.flatMap(\.tables).flatMap(\.rows).map { ($0.id ?? "", $0) }
    ) { first, _ in first }
    for item in plan.backupItems {
      var values: [Facet: [String]] = [:]
      for run in try #require(rows[item.id]).cells.flatMap(\.values).flatMap(\.runs) {
        if case .value(let text, let facet, _) = run { values[facet, default: []].append(text) }
      }
      #expect(values[.pool] ?? [] == item.pools)
      #expect(values[.state] == [item.isPlanned ? "Planned" : "Uncovered"])
      #expect(values[.site] ?? [] == (item.server == nil ? [] : [item.site].compactMap(\.self)))
    }
  }

  @Test func aPlaceholderInANameIsNoPlaceholder() {
    let text = Language.english.fill("Pools: {pools}.", "pools", with: ["{pools}", "b"], of: .pool)
    #expect(text.plainText == "Pools: {pools}, b.")
  }
}
