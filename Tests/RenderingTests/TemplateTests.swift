import BuiltinTemplates
import Foundation
import Rendering
import Testing

@Suite struct TemplateTests {
  private func error(replacing name: String, with text: String) throws -> String {
    var files = BuiltinTemplates.files
    files[name] = text
    do {
      let templates = try Templates(files: files)
      _ = try MarkdownRenderer(templates: templates, labels: Sample.labels).render(Sample.set)
      _ = try HTMLRenderer(templates: templates, labels: Sample.labels).render(Sample.set)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test func theBuiltinTemplatesAreTheKnownOnes() throws {
    #expect(BuiltinTemplates.files.keys.sorted() == Templates.knownNames)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates").standardized
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { [".mustache", ".css", ".js"].contains(where: $0.hasSuffix) }.sorted()
    #expect(found == Templates.knownNames, "BuiltinTemplates.table and Templates.knownNames name every file")
  }

  @Test func everyCatalogueButTheEnglishIsBuiltIn() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates/locales")
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(found == (BuiltinTemplates.languages + ["en"]).sorted().map { "\($0).yml" })
    for language in BuiltinTemplates.languages {
      let text = try String(contentsOf: folder.appending(path: "\(language).yml"), encoding: .utf8)
      #expect(BuiltinTemplates.catalogue(of: language) == text)
    }
  }

  @Test func theDataModelIsDocumented() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates/README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    for name in Templates.knownNames + Templates.dataNames { #expect(text.contains("`\(name)`")) }
  }

  @Test(arguments: [
    ("markdown/document.mustache", "a\n{{#sections}}\nb", "markdown/document.mustache:3: a section has no end"),
    (
      "markdown/document.mustache", "{{#sections}}\n{{/other}}",
      "markdown/document.mustache:2: the end of a section does not name its beginning"
    ),
    (
      "html/page.mustache", "\n{{titel}}",
      "html/page.mustache:2: {{titel}} is no name of the data model; see templates/README.md"
    ),
    ("html/page.mustache", "\n\n{{>sidebar}}", "html/page.mustache:3: there is no partial \"sidebar\""),
    ("html/worksheet.mustache", "x {{>worksheet}}", "html/worksheet.mustache:1: partial \"worksheet\" contains itself"),
    ("html/page.mustache", "{{=<% %>=}}", "html/page.mustache:1: {{=…}} is not supported in these templates"),
    ("html/style.css", "a {}\n</style>", "html/style.css:2: \"</\" would end the style of the page"),
    (
      "html/script.js", "a\n// </SCRIPT>",
      "html/script.js:2: \"</script\" would change where the script of the page ends"
    ),
    ("html/page.mustache", "a\r\n\u{1}", "html/page.mustache:2: control characters have no place in a template"),
    (
      "html/side.mustache", "",
      "html/side.mustache: no template has this name; there are html/filter.mustache, html/navigation.mustache, html/page.mustache, html/script.js, html/style.css, html/worksheet.mustache, markdown/document.mustache"
    ),
    (
      "markdown/document.mustache", "{{heading}}",
      "markdown/document.mustache:1: {{heading}} has no value here; see templates/README.md"
    ),
    (
      "markdown/document.mustache", "{{title}}\n",
      "markdown/document.mustache: {{{body}}} must stand exactly once where it has a value"
    ),
    (
      "html/page.mustache",
      "{{{policy}}}{{{style}}}{{{script}}}\n{{{policy}}}{{>navigation}}{{#documents}}{{>worksheet}}{{/documents}}",
      "html/page.mustache:1: {{{policy}}} must stand exactly once where it has a value"
    ),
  ])
  func aBadTemplateIsNamedWithItsLine(_ name: String, _ text: String, _ expected: String) throws {
    #expect(try error(replacing: name, with: text) == expected)
  }

  @Test func aMissingTemplateIsNamed() {
    #expect(throws: TemplateError(file: "html/filter.mustache", message: "the template is missing")) {
      try Templates(files: [:])
    }
  }

  @Test func aReplacedStyleIsHashedAsABrowserReadsIt() throws {
    var files = BuiltinTemplates.files
    files["html/style.css"] = "\u{FEFF}a {\r\n}\r"
    let templates = try Templates(files: files)
    let bytes = try HTMLRenderer(templates: templates, labels: Sample.labels).render(Sample.set)[0].bytes
    #expect(String(decoding: bytes, as: UTF8.self).contains("<style>a {\n}\n</style>"))
  }

  @Test func textIsEscapedInTripleBracesToo() throws {
    var files = BuiltinTemplates.files
    files["markdown/document.mustache"] = "{{{title}}}{{&title}}{{#sections}}{{{body}}}{{/sections}}"
    let renderer = MarkdownRenderer(templates: try Templates(files: files), labels: Sample.labels)
    let text = String(decoding: try renderer.render(HostileSample.everywhere("<b>"))[0].bytes, as: UTF8.self)
    #expect(text.hasPrefix("&lt;b&gt;&lt;b&gt;"))
  }
}
