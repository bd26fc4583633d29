import BackupPlanning
import DeploymentGenerator
import Diagnostics
import Foundation
import PlanComparison
import TestSupport
import Topology
import TopologyImport

/// Plans to compare.
enum Snapshots {
  static func plan(_ deployment: GeneratedDeployment, policy: String = "", _ shape: Shape = .published) throws -> Plan {
    var importer = TopologyImporter(fileName: "topology.xml")
    try importer.read(deployment.xml(shape).span)
    return try plan(importer.finish(), policy: policy)
  }

  static func plan(_ fixture: String, policy: String = "") throws -> Plan {
    try plan(Fixture.topology(fixture), policy: policy)
  }

  private static func plan(_ imported: ImportedTopology, policy: String) throws -> Plan {
    var reader = PolicyReader(fileName: "policy.yml")
    return try Planner.plan(
      imported.topology, importDiagnostics: imported.diagnostics,
      policy: policy.isEmpty ? Policy() : reader.read(policy)
    ).plan
  }

  static func difference(_ old: Plan, _ new: Plan) throws -> PlanDifference {
    try PlanDifference(from: PlanSnapshot(old, name: "old.xml"), to: PlanSnapshot(new, name: "new.xml"))
  }
}

extension PlanDifference {
  /// `kind id` of all changes of a group.
  func list(_ group: PlanGroup) -> [String] { changes(of: group).map { "\($0.kind.rawValue) \($0.id)" } }

  /// All changes of one kind.
  func all(_ kind: Kind) -> [Change] { PlanGroup.allCases.flatMap(changes).filter { $0.kind == kind } }
}
