@testable import BackupPlanning
import Foundation
import Testing

/// Every Lync command that is printed fits the syntax of its reference page.
struct CmdletTests {
  @Test(.enabled(if: CmdletReference.isPresent, "needs ../shared/domain/cmdlets.json"))
  func everyLyncCmdletOfTheTableHasItsParametersWithTheirTypes() throws {
    let reference = try CmdletReference()
    for program in CommandProgram.all where program.isLyncCmdlet {
      let sets = try #require(reference.parameterSets[program.name], "\(program.name) is no Lync cmdlet")
      for (name, type) in program.parameters {
        #expect(sets.contains { $0.types[name] == type.rawValue }, "\(program.name) -\(name)")
      }
    }
  }

  /// Whatever names are known, the parameters that a template prints fit one parameter set, mandatory ones included.
  @Test(.enabled(if: CmdletReference.isPresent, "needs ../shared/domain/cmdlets.json"))
  func everyTemplateFitsAParameterSet() throws {
    let reference = try CmdletReference()
    for template in Self.templates where template.program.isLyncCmdlet {
      let sets = try #require(reference.parameterSets[template.program.name])
      let always = Set(template.arguments.filter { !$0.isOptional }.compactMap(\.parameterName))
      let all = Set(template.arguments.compactMap(\.parameterName))
      #expect(
        sets.contains { all.isSubset(of: $0.types.keys) && $0.mandatory.isSubset(of: always) },
        "\(template.program.name) \(all.sorted())")
    }
  }

  @Test func everyTemplateUsesAProgramOfTheTableAndItsParameters() {
    for template in Self.templates {
      #expect(CommandProgram.all.contains { $0.name == template.program.name })
      for argument in template.arguments {
        if let name = argument.parameterName {
          #expect(template.program.parameters[name] != nil, "\(template.program.name) -\(name)")
        } else {
          #expect(!template.program.isLyncCmdlet)
        }
      }
    }
  }

  private static let templates: [CommandTemplate] =
    BackupCatalogue.rules.compactMap(\.command) + [BackupCatalogue.chatExport]
    + RestorationCatalogue.rules.flatMap(\.steps).compactMap(\.command)
}

extension CommandTemplate.Argument {
  fileprivate var isOptional: Bool {
    if case .optional = self { true } else { false }
  }
}

/// The syntax of every Lync cmdlet, from its reference pages.
struct CmdletReference {
  struct ParameterSet {
    /// Types by parameter name.
    let types: [String: String]
    let mandatory: Set<String>
  }

  let parameterSets: [String: [ParameterSet]]

  private static var url: URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/domain/cmdlets.json").standardized
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

  init() throws {
    struct File: Decodable {
      struct Cmdlet: Decodable {
        struct Set: Decodable {
          struct Parameter: Decodable {
            let name: String
            let type: String
            let mandatory: Bool?
          }
          let parameters: [Parameter]
        }
        let parameterSets: [Set]
      }
      let cmdlets: [String: Cmdlet]
    }
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: Self.url))
    parameterSets = file.cmdlets.mapValues { cmdlet in
      cmdlet.parameterSets.map { set in
        ParameterSet(
          types: Dictionary(set.parameters.map { ($0.name, $0.type) }) { first, _ in first },
          mandatory: Set(set.parameters.filter { $0.mandatory == true }.map(\.name)))
      }
    }
  }
}
