// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A room of the library: one folder of `Sources`, and what it may import.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The model room works on mapped memory and C matrices throughout, so marking each line `unsafe` would
/// tell nothing there; bounds are checked once where a window enters.
let kernelSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  // In debug builds too: unoptimised, a page would take minutes.
  .unsafeFlags(["-Ounchecked"]),
]

/// The tests of a room: one folder of `Tests`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "hearsay",
  products: [
    .library(name: "Hearsay", targets: ["Hearsay"]),
    .executable(name: "hearsay", targets: ["Command"]),
    // For other languages, by `Sources/HearsayC/include/hearsay.h`; scripts/library links it with Swift inside.
    .library(name: "HearsayC", type: .dynamic, targets: ["HearsayC"]),
  ],
  targets: [
    // C libraries, one module each.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),

    // Ours: the network's arithmetic, for the widest registers that the processor has. No product and sum are joined
    // unless they are told to, so that all processors give the same bits.
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),

    // The rooms, from the bottom up: a room imports only rooms above it in this list.
    room("HearsayRecords"),
    room("HearsayDatabase"),
    room("HearsaySQLite", ["HearsayDatabase", "CSQLite"]),
    room("HearsayPostgres", ["HearsayDatabase", "CPostgres"]),
    room("HearsayText", ["HearsayRecords", "CXML"]),
    room("HearsayWeb", ["HearsayRecords", "CCurl"]),
    room(
      "HearsayFeeds",
      [
        "HearsayRecords", "HearsayDatabase", "HearsaySQLite", "HearsayText", "HearsayWeb", "CXML",
        "CZlib",
      ]),
    room("HearsayArchives", ["HearsayRecords", "HearsayText", "CXML", "CZlib"]),
    .target(
      name: "HearsayModel", dependencies: ["CKernels", "CZlib"],
      swiftSettings: kernelSettings),
    room("HearsayPlaces"),
    room("HearsayLanguage", ["HearsayRecords"]),
    room(
      "HearsayReading",
      ["HearsayRecords", "HearsayText", "HearsayModel", "HearsayPlaces", "HearsayLanguage"]),
    room(
      "HearsayLedger",
      ["HearsayRecords", "HearsayDatabase", "HearsaySQLite", "HearsayPostgres", "CZlib"]),
    room(
      "HearsayStories", ["HearsayRecords", "HearsayLedger"],
      // A table of words (a link into Data/stories) that is built in.
      resources: [.embedInCode("words.tsv")]),
    room("HearsayExchange", ["HearsayRecords", "HearsayLedger", "HearsayStories"]),
    room(
      "Hearsay",
      [
        "HearsayRecords", "HearsayText", "HearsayModel", "HearsayPlaces", "HearsayLanguage",
        "HearsayReading",
      ]),
    .target(
      name: "HearsayC", dependencies: ["Hearsay", "HearsayRecords", "HearsayText"],
      exclude: ["include", "exports.map"],
      swiftSettings: settings),
    room(
      "HearsayIntake",
      [
        "Hearsay", "HearsayRecords", "HearsayText", "HearsayLedger", "HearsayWeb", "HearsayFeeds",
        "HearsayArchives",
      ]),
    room(
      "HearsayDesk",
      [
        "HearsayRecords", "HearsayDatabase", "HearsaySQLite", "HearsayLedger", "HearsayStories",
        "HearsayExchange", "CMicrohttpd", "CSodium",
      ]),

    .executableTarget(
      name: "Command",
      dependencies: [
        "Hearsay", "HearsayDesk", "HearsayRecords", "HearsayLedger", "HearsayStories",
        "HearsayExchange",
        "HearsayIntake", "HearsayWeb", "HearsayFeeds", "HearsayArchives",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "Evaluation",
      dependencies: [
        "Hearsay", "HearsayRecords", "HearsayText", "HearsayModel", "HearsayPlaces",
        "HearsayLanguage", "HearsayReading", "HearsayLedger", "HearsayStories", "TestSupport",
      ],
      path: "Evaluation", exclude: ["corpora.json", "floors.json", "Probes"],
      swiftSettings: settings),

    // Makes ledgers of any size and times what is asked of them.
    .executableTarget(
      name: "LedgerBenchmark", dependencies: ["HearsayRecords", "HearsayLedger", "HearsayStories"],
      path: "Benchmarks/ledger", exclude: ["README.md", "links.py"], swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["HearsayLanguage", "HearsayRecords", "CZlib"],
      path: "Tests/Support",
      swiftSettings: settings),
    tests(of: "HearsayRecords"),
    tests(of: "HearsaySQLite", ["HearsayDatabase"]),
    tests(of: "HearsayPostgres", ["HearsayDatabase"]),
    tests(
      of: "HearsayLedger",
      ["HearsayRecords", "HearsayDatabase", "HearsaySQLite", "HearsayPostgres"]),
    tests(of: "HearsayStories", ["HearsayLedger", "HearsayRecords"]),
    tests(of: "HearsayExchange", ["HearsayRecords", "HearsayLedger", "HearsayStories"]),
    tests(of: "HearsayText", ["HearsayRecords"]),
    .target(name: "CPretendedTiles", dependencies: ["CKernels"], path: "Tests/PretendedTiles"),
    tests(of: "HearsayModel", ["CKernels", "CPretendedTiles", "CZlib"]),
    tests(of: "HearsayLanguage", ["HearsayRecords"]),
    tests(
      of: "HearsayReading",
      ["HearsayRecords", "HearsayLanguage", "HearsayModel", "HearsayPlaces", "HearsayText"]),
    tests(of: "HearsayWeb"),
    tests(of: "HearsayFeeds", ["HearsayWeb"]),
    tests(of: "HearsayArchives"),
    tests(
      of: "HearsayIntake",
      ["Hearsay", "HearsayFeeds", "HearsayLedger", "HearsayRecords", "HearsayWeb"]),
    tests(of: "HearsayDesk", ["HearsayLedger", "HearsayRecords", "HearsayStories"]),
    tests(
      of: "Command",
      [
        "Hearsay", "HearsayRecords", "HearsayDatabase", "HearsaySQLite", "HearsayStories",
        "HearsayIntake", "HearsayLedger", "HearsayDesk",
      ]),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// Fuzzing needs every room built with libFuzzer's instrumentation, so its program is no part of the usual build;
// Fuzzing/run asks for it.
if Context.environment["HEARSAY_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "HearsayArchives", "HearsayC", "HearsayFeeds", "HearsayModel", "HearsayText",
      ],
      path: "Fuzzing/Sources", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
