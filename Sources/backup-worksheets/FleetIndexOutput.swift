internal import Documents
internal import Fleet
internal import Rendering
internal import Worksheets

/// The index over all deployments, beside their folders.
struct FleetIndexOutput {
  let title: String?
  let settings: FleetWorker.Settings

  func write(
    _ deployments: [FleetDeployment], _ reports: [DeploymentReport], _ shared: SharedInputs
  ) throws(CommandFailure) {
    let words = try shared.language(settings.language).value
    let templates = try shared.templates().value
    let entries = zip(deployments, reports).map { deployment, report in
      FleetIndex.Entry(report, path: RelativePath.steps(from: settings.output, to: deployment.output))
    }
    let index = FleetIndex(title: title, entries: entries, words: words)
    let folder = OutputFolder(path: settings.output)
    _ = try folder.write(FleetIndexFiles.names, and: [], refusing: { () throws(CommandFailure) in }) {
      () throws(CommandFailure) in
      let sink = FolderSink(folder)
      var labels = words.renderingLabels
      // Sites and pools are those of one deployment.
      labels.page.facets.removeAll { $0.facet != .state }
      do throws(RenderingError) {
        try HTMLRenderer(templates: templates, labels: labels, fileName: FleetIndexFiles.page)
          .render(index.documents(linkingTo: .page), into: sink)
        try MarkdownRenderer(templates: templates, labels: labels)
          .render(index.documents(linkingTo: .markdown), into: sink)
      } catch {
        throw TemplateFolder.failure(error)
      }
      return sink.finish().map(\.outcome)
    }
  }
}
