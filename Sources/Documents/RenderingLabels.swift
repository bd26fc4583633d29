/// The words that a renderer adds to a document set, in its language. Whoever writes the documents fills it.
public struct RenderingLabels: Sendable, Equatable {
  /// Heading of the list of documents and sections, such as "Contents".
  public var contents: String
  /// The link that jumps over the navigation, such as "Skip to content".
  public var skipToContent: String
  /// Title of the column that names the table where a data file holds several, such as "Table".
  public var table: String
  /// Closing line of a page or document; empty for none.
  public var footer: String
  /// Between a label and what it labels, such as a colon and a space.
  public var labelSeparator: String
  /// The words of what a page can do.
  public var page: PageLabels

  public init(
    contents: String, skipToContent: String, table: String, footer: String, labelSeparator: String, page: PageLabels
  ) {
    self.contents = contents
    self.skipToContent = skipToContent
    self.table = table
    self.footer = footer
    self.labelSeparator = labelSeparator
    self.page = page
  }
}
