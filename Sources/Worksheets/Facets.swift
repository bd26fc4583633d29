internal import BackupPlanning
internal import Diagnostics
package import Documents

extension Facet {
  static let site = Facet("site")
  static let pool = Facet("pool")
  package static let state = Facet("state")
}

extension Language {
  /// What a row of a worksheet says of itself: planned or not. Words, for colour alone tells not everybody.
  func state(of item: BackupItem) -> Text {
    Text([.value(item.isPlanned ? wording.plannedColumn : wording.uncoveredColumn, of: .state, isGap: !item.isPlanned)])
  }

  /// `template` with values in place of its one placeholder, each of which rows can be filtered by.
  func fill(_ template: String, _ placeholder: String, with values: [String], of facet: Facet) -> Text {
    let parts = Phrase.parts(of: template, around: placeholder)
    var runs = [Text.Run.plain(parts.before)]
    for (position, value) in values.enumerated() {
      if position > 0 { runs.append(.plain(wording.listSeparator)) }
      runs.append(.value(value, of: facet, isGap: false))
    }
    if !parts.after.isEmpty { runs.append(.plain(parts.after)) }
    return Text(runs)
  }

}

extension Wording {
  /// The words of what the page can do.
  var pageLabels: PageLabels {
    PageLabels(
      facets: [
        .init(.site, siteColumn), .init(.pool, poolColumn), .init(.state, filterState),
      ],
      document: worksheetColumn, all: filterAll, search: filterSearch, clear: filterClear, shownRows: filterShownRows,
      filter: filterTitle, copy: copyCommand, copied: copiedCommand)
  }
}
