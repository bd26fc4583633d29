internal import Diagnostics

/// Finds the settings of an item: the most specific override that matches, then the default of its kind of data, then
/// the general one.
struct ItemSettingsResolver {
  private let policy: Policy
  /// Most specific first.
  private let overrides: [(position: Int, override: PolicyOverride)]
  private var used: Set<Int> = []

  init(policy: Policy) {
    self.policy = policy
    overrides = policy.overrides.enumerated().map { (position: $0.offset, override: $0.element) }.sorted {
      let (left, right) = ($0.override.match.specificity, $1.override.match.specificity)
      // Of two that are equally specific, the later one in the file.
      return left == right ? $0.position > $1.position : left > right
    }
  }

  /// Each cell by itself: what a more specific override leaves open, a less specific one may fill.
  mutating func settings(for item: BackupItem) -> ItemSettings {
    var settings = ItemSettings()
    for (position, override) in overrides where override.match.matches(item) {
      used.insert(position)
      settings = settings.filled(from: override.settings)
    }
    return
      settings
      .filled(from: policy.dataDefaults[item.data] ?? ItemSettings())
      .filled(from: policy.defaults)
  }

  /// A warning for each override that matched no item so far.
  var unmatchedOverrides: [Diagnostic] {
    policy.overrides.enumerated().filter { !used.contains($0.offset) }.map { _, override in
      Diagnostic(
        id: "policy-override-unmatched", severity: .warning, location: override.location,
        message: "the override matches no backup item",
        remedy: "compare its match with the item ids of plan.json, or remove it")
    }
  }
}

extension PolicyOverride.Match {
  /// How much has to be true: the number of conditions, then the characters they state.
  fileprivate var specificity: (conditions: Int, characters: Int) {
    let globs = [item, pool, server, site].compactMap(\.self)
    let choices = (data == nil ? 0 : 1) + (worksheet == nil ? 0 : 1)
    return (globs.count + choices, globs.reduce(0) { $0 + $1.literalLength })
  }

  fileprivate func matches(_ item: BackupItem) -> Bool {
    if let data, data != item.data { return false }
    if let worksheet, worksheet != item.worksheet { return false }
    if let glob = self.item, !glob.matches(item.id) { return false }
    if let pool, !item.pools.contains(where: pool.matches) { return false }
    if let server, !(item.server.map(server.matches) ?? false) { return false }
    if let site, !(item.site.map(site.matches) ?? false) { return false }
    return true
  }
}
