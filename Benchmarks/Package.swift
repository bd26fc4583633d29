// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "lync-backup-worksheets", path: "..")],
  targets: [
    .executableTarget(
      name: "make-topology",
      dependencies: [.product(name: "DeploymentGenerator", package: "lync-backup-worksheets")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
    // Peak memory of a program, without that of the program that started it.
    .executableTarget(name: "measure"),
  ]
)
