/// The templates of the top-level folder `templates`, compiled in so that the program runs alone.
public enum BuiltinTemplates {
  /// Text by name, such as `html/page.mustache`.
  public static var files: [String: String] {
    table.mapValues { String(decoding: $0, as: UTF8.self) }
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
