/// The templates of the top-level folder `templates`, compiled in so that the program runs alone.
public enum BuiltinTemplates {
  /// Text by name, such as `html/page.mustache`.
  public static var files: [String: String] {
    table.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// The catalogues of languages by tag, English not among them: its words are in the source code, and its catalogue is
  /// there to be copied.
  public static let languages = ["fr"]

  /// The catalogue of a language, as YAML; nil for one that is not built in.
  public static func catalogue(of language: String) -> String? {
    switch language {
    case "en": String(decoding: PackageResources.en_yml, as: UTF8.self)
    case "fr": String(decoding: PackageResources.fr_yml, as: UTF8.self)
    default: nil
    }
  }

  // Resources are named after base names alone, which therefore differ between the folders.
  private static var table: [String: [UInt8]] {
    [
      "html/filter.mustache": PackageResources.filter_mustache,
      "html/navigation.mustache": PackageResources.navigation_mustache,
      "html/page.mustache": PackageResources.page_mustache,
      "html/script.js": PackageResources.script_js,
      "html/style.css": PackageResources.style_css,
      "html/worksheet.mustache": PackageResources.worksheet_mustache,
      "markdown/document.mustache": PackageResources.document_mustache,
    ]
  }
}
