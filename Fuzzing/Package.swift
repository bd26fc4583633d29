// swift-tools-version: 6.2
import PackageDescription

/// Built by `Scripts/fuzz` only: the compiler has to instrument the product's modules too, for which a manifest has no
/// words.
let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "lync-backup-worksheets", path: "..")],
  targets: [
    .systemLibrary(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CFuzzer", .product(name: "Readers", package: "lync-backup-worksheets")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ],
      // gold stops with an internal error.
      linkerSettings: [.linkedLibrary("stdc++"), .unsafeFlags(["-use-ld=lld"])]),
  ]
)
