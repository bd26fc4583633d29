import DeploymentGenerator
import Foundation
import Testing

/// The shipped examples are what the generator writes. After a change to it, review and renew them:
/// `swift run --package-path Benchmarks make-topology --example draft docs/examples/draft.tbxml`, and likewise
/// `--example published docs/examples/published.xml`.
@Suite struct ExampleTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/examples").standardizedFileURL

  @Test func draftIsWhatTheGeneratorWrites() throws {
    let file = try Data(contentsOf: folder.appending(path: "draft.tbxml"))
    #expect(file == Data(GeneratedDeployment.draftExample.topologyBuilderXML()))
  }

  @Test func publishedIsWhatTheGeneratorWrites() throws {
    let file = try Data(contentsOf: folder.appending(path: "published.xml"))
    #expect(file == Data(GeneratedDeployment.publishedExample.publishedXML()))
  }

  @Test func publishedHasEveryKind() {
    let kinds = Set(GeneratedDeployment.publishedExample.expectedComponents.map(\.kind))
    #expect(Set(ComponentKind.allCases).subtracting(kinds) == [.other])
  }
}
