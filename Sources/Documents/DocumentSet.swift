/// Documents that belong together: one folder of files, or one page.
public struct DocumentSet: Sendable, Equatable {
  /// Title of the whole, such as the title of the page.
  public var title: String
  /// Language of its text as a BCP 47 tag, such as `en`.
  public var language: String
  public var documents: [Document]

  public init(title: String, language: String, documents: [Document]) {
    self.title = title
    self.language = language
    self.documents = documents
  }
}
