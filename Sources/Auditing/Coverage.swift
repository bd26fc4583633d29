internal import BackupPlanning

/// Items by state. The four states sum to what is required.
public struct Coverage: Sendable, Equatable {
  public private(set) var planned = 0
  public private(set) var evidenced = 0
  public private(set) var waived = 0
  public private(set) var uncovered = 0

  public init(_ items: some Sequence<Audit.Item>) {
    for item in items {
      switch item.state {
      case .planned: planned += 1
      case .evidenced: evidenced += 1
      case .waived: waived += 1
      case .uncovered: uncovered += 1
      }
    }
  }

  public var required: Int { planned + evidenced + waived + uncovered }

  /// With a schedule and a destination, whether a backup is known or not.
  public var covered: Int { planned + evidenced }

  /// Whole percent of what is required, rounded down: 100 only where nothing is missing. Of nothing, all is there.
  public func percent(_ count: Int) -> Int { required == 0 ? 100 : count * 100 / required }
}

/// The coverage of the items of one worksheet, site or pool.
public struct GroupCoverage: Sendable, Equatable {
  public var name: String
  public var coverage: Coverage
}

extension Audit {
  /// Worksheets in their order, those without rows too.
  public var coverageByWorksheet: [GroupCoverage] {
    ["database", "fileStore", "settings"].map { name in
      GroupCoverage(name: name, coverage: Coverage(items.filter { $0.item.worksheet.rawValue == name }))
    }
  }

  /// By name; `-` for the items whose site nobody knows, first.
  public var coverageBySite: [GroupCoverage] { grouped { [$0.item.site ?? "-"] } }

  /// By name; an item that serves several pools counts for each of them, `-` is for items that serve none.
  public var coverageByPool: [GroupCoverage] { grouped { $0.item.pools.isEmpty ? ["-"] : $0.item.pools } }

  private func grouped(_ names: (Item) -> [String]) -> [GroupCoverage] {
    var groups: [String: [Item]] = [:]
    for item in items {
      for name in Set(names(item)) { groups[name, default: []].append(item) }
    }
    let order = groups.keys.sorted { left, right in
      if (left == "-") != (right == "-") { return left == "-" }
      return (left.lowercased(), left) < (right.lowercased(), right)
    }
    return order.map { GroupCoverage(name: $0, coverage: Coverage(groups[$0] ?? [])) }
  }
}
