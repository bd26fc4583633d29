// swift-tools-version: 6.2
import PackageDescription

/// Strict settings for every target of ours. Warnings are errors in CI only, so that a newer compiler never
/// stops a user's build.
let baseSettings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (Context.environment["CI"] == "true" ? [.treatAllWarnings(as: .error)] : [])

/// Everywhere but where C is called.
let settings = baseSettings + [.strictMemorySafety()]

let package = Package(
  name: "lync-backup-worksheets",
  products: [
    .executable(name: "backup-worksheets", targets: ["backup-worksheets"]),
    // For Benchmarks/, a package of its own.
    .library(name: "DeploymentGenerator", targets: ["DeploymentGenerator"]),
    // For Fuzzing/, another one.
    .library(
      name: "Readers",
      targets: [
        "Auditing", "BackupPlanning", "BuiltinTemplates", "DelimitedText", "Diagnostics", "Documents", "Evidence",
        "Fleet", "Rendering", "TestSupport", "TopologyImport",
      ]),
  ],
  traits: [
    .trait(name: "Spreadsheet", description: "Workbooks (--format xlsx); needs libxlsxwriter-dev. Off by default.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Digest", dependencies: ["CLibMD"], swiftSettings: settings),
    .target(name: "XMLStream", dependencies: ["CLibXML2", "Diagnostics"], swiftSettings: baseSettings),
    .target(
      name: "StrictYAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "ZipArchive", dependencies: ["CZlib"], swiftSettings: settings),
    .target(name: "DelimitedText", swiftSettings: settings),
    .target(name: "LineComparison", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(name: "Topology", swiftSettings: settings),
    .target(
      name: "TopologyImport", dependencies: ["Diagnostics", "Topology", "XMLStream", "ZipArchive"],
      swiftSettings: settings),
    .target(
      name: "BackupPlanning",
      dependencies: [
        "CivilTime", "DelimitedText", "Diagnostics", "StrictYAML", "Topology", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(name: "CivilTime", swiftSettings: settings),
    .target(
      name: "Evidence", dependencies: ["BackupPlanning", "CivilTime", "DelimitedText", "Diagnostics"],
      swiftSettings: settings),
    .target(
      name: "Auditing", dependencies: ["BackupPlanning", "CivilTime", "Diagnostics", "Evidence"],
      swiftSettings: settings),
    .target(
      name: "AuditReports",
      dependencies: ["Auditing", "BackupPlanning", "CivilTime", "Diagnostics", "Documents", "Evidence"],
      swiftSettings: settings),
    .target(
      name: "PlanComparison", dependencies: ["BackupPlanning", "Diagnostics", "Documents"], swiftSettings: settings),
    .target(
      name: "Redaction",
      dependencies: ["Auditing", "BackupPlanning", "CivilTime", "Diagnostics", "Digest", "Topology"],
      swiftSettings: settings),
    .target(name: "Documents", swiftSettings: settings),
    .target(
      name: "Fleet",
      dependencies: ["BackupPlanning", "Diagnostics", "Digest", "Documents", "StrictYAML", "Worksheets"],
      swiftSettings: settings),
    .target(
      name: "Worksheets",
      dependencies: [
        "BackupPlanning", "CivilTime", "DelimitedText", "Diagnostics", "Documents",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "Rendering",
      dependencies: [
        "DelimitedText", "Diagnostics", "Digest", "Documents", .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "WorkbookRendering",
      dependencies: [
        "Diagnostics", "Documents", .target(name: "CXlsxWriter", condition: .when(traits: ["Spreadsheet"])),
      ],
      swiftSettings: settings),
    // `templates` is a link to the top-level folder.
    .target(
      name: "BuiltinTemplates",
      exclude: ["templates/README.md"],
      resources: [.embedInCode("templates")],
      swiftSettings: settings),
    .executableTarget(
      name: "backup-worksheets",
      dependencies: [
        "AuditReports", "Auditing", "BackupPlanning", "BuiltinTemplates", "CRename", "CivilTime", "Diagnostics",
        "Digest", "Documents", "Evidence", "Fleet", "LineComparison", "PlanComparison", "Redaction", "Rendering",
        "Topology",
        "TopologyImport", "WorkbookRendering", "Worksheets", "XMLStream", "ZipArchive",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "DeploymentGenerator", path: "Tests/DeploymentGenerator", swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["CZlib", "Diagnostics", "Topology", "TopologyImport"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(name: "DeploymentGeneratorTests", dependencies: ["DeploymentGenerator"], swiftSettings: settings),
    .testTarget(name: "XMLStreamTests", dependencies: ["XMLStream", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "ZipArchiveTests", dependencies: ["TestSupport", "ZipArchive"], swiftSettings: settings),
    .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "LineComparisonTests", dependencies: ["LineComparison", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PlanComparisonTests",
      dependencies: [
        "BackupPlanning", "BuiltinTemplates", "DeploymentGenerator", "Diagnostics", "Documents", "PlanComparison",
        "Rendering", "TestSupport", "Topology", "TopologyImport",
      ],
      swiftSettings: settings),
    .testTarget(name: "TopologyTests", dependencies: ["Topology"], swiftSettings: settings),
    .testTarget(
      name: "TopologyImportTests",
      dependencies: ["DeploymentGenerator", "TestSupport", "Topology", "TopologyImport", "XMLStream", "ZipArchive"],
      swiftSettings: settings),
    .testTarget(
      name: "BackupPlanningTests",
      dependencies: [
        "BackupPlanning", "DelimitedText", "DeploymentGenerator", "Diagnostics", "TestSupport", "Topology",
        "TopologyImport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "EvidenceTests",
      dependencies: [
        "BackupPlanning", "CivilTime", "DeploymentGenerator", "Diagnostics", "Evidence", "TestSupport",
        "TopologyImport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AuditingTests",
      dependencies: [
        "AuditReports", "Auditing", "BackupPlanning", "CivilTime", "DeploymentGenerator", "Diagnostics", "Evidence",
        "TestSupport", "Topology", "TopologyImport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RedactionTests",
      dependencies: [
        "BackupPlanning", "DeploymentGenerator", "Diagnostics", "Redaction", "TestSupport", "Topology",
        "TopologyImport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AuditReportsTests",
      dependencies: [
        "AuditReports", "Auditing", "BackupPlanning", "BuiltinTemplates", "CivilTime", "DeploymentGenerator",
        "Diagnostics", "Documents", "Evidence", "Rendering", "TestSupport", "TopologyImport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WorksheetsTests",
      dependencies: [
        "BackupPlanning", "BuiltinTemplates", "DelimitedText", "DeploymentGenerator", "Diagnostics", "Documents",
        "Rendering", "TestSupport", "TopologyImport", "Worksheets", .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["BuiltinTemplates", "DelimitedText", "Diagnostics", "Documents", "Rendering", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "WorkbookRenderingTests",
      dependencies: [
        "BackupPlanning", "DelimitedText", "Documents", "TestSupport", "TopologyImport", "WorkbookRendering",
        "Worksheets",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "FleetTests",
      dependencies: [
        "BackupPlanning", "BuiltinTemplates", "DeploymentGenerator", "Diagnostics", "Documents", "Fleet", "Rendering",
        "TestSupport", "TopologyImport", "Worksheets",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["backup-worksheets", "DeploymentGenerator", "Diagnostics", "Evidence", "TestSupport"],
      swiftSettings: settings),
  ]
)
