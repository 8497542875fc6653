// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built alike: language mode 6, warnings are errors, imports are private unless said otherwise.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
    // An async function runs on where its caller runs: a request stays on its connection's loop without being queued again.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // Checked in debug builds, which the tests use; in release builds it costs a delivery a twentieth of its time.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// A module and what it may import: the layering of docs/ARCHITECTURE.md, which `make check` holds the sources to.
func module(_ name: String, _ imports: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(_ name: String, _ imports: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: imports, resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "apus",
    products: [
        .executable(name: "apus", targets: ["apus"]),
        .executable(name: "apusctl", targets: ["apusctl"]),
        .executable(name: "apus-load", targets: ["apus-load"]),
    ],
    targets: [
        .systemLibrary(name: "CNghttp2", pkgConfig: "libnghttp2", providers: [.apt(["libnghttp2-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // Every allocation of a program that links it: a durable write costs a fifth less than with glibc's.
        .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CSQLiteLog", dependencies: ["CSQLite"]),
        .target(name: "CLLHTTP"),

        module("Wire", ["CYAML", "CZlib"]),
        module("Objects", ["Wire"]),
        module("OpenAPI", ["Objects", "Wire"]),
        module("FieldOwnership", ["Objects", "Wire"]),
        module("PKIX", ["COpenSSL"]),
        module("Access", ["Objects", "Wire", "COpenSSL", "CLinux"]),
        module("Reactor", ["CLinux", "COpenSSL"]),
        module("FrameLog", ["CLinux"]),
        module("HTTP2", ["Reactor", "FrameLog", "Wire", "CNghttp2"]),
        module("HTTP1", ["HTTP2", "FrameLog", "Reactor", "CLLHTTP"]),
        module("Streaming", ["HTTP1", "HTTP2", "Reactor", "Wire", "COpenSSL", "CZlib"]),
        module("Store", ["Wire", "CSQLite", "CSQLiteLog", "CLinux"]),
        module("WatchCache", ["FrameLog", "Store", "Objects", "Wire"]),
        module("Resources", ["Objects", "Wire"]),
        module("StructuralSchema", ["Resources", "FieldOwnership", "Objects", "Wire"]),
        module("Policy", ["Resources", "Objects"]),
        module(
            "APIServer",
            [
                "CJemalloc", "CLinux", "PKIX", "Wire", "Objects", "OpenAPI", "FieldOwnership", "Access", "Reactor",
                "FrameLog",
                "HTTP2", "HTTP1", "Streaming", "Store", "WatchCache", "Resources", "StructuralSchema", "Policy",
            ]),
        module("Client", ["HTTP2", "Objects", "Wire", "Reactor"]),
        module("Reconcile", ["Client", "Objects", "Reactor"]),
        module("Controllers", ["Reconcile", "Client", "Policy", "Access", "PKIX", "Objects"]),
        module("Scheduler", ["Reconcile", "Client", "Objects", "Wire"]),
        module("LoadTest", ["Client", "HTTP2", "Objects", "Reactor", "Wire", "CLinux"]),
        module(
            "Kubelet", ["Reconcile", "Client", "Objects", "Streaming", "HTTP1", "HTTP2", "Reactor", "Wire", "CLinux"]),

        .executableTarget(
            name: "apus",
            dependencies: [
                "APIServer", "Controllers", "Scheduler", "Kubelet", "Store", "WatchCache", "Client", "HTTP1", "HTTP2",
                "Reactor", "Objects", "Resources", "Access", "PKIX", "CLinux",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "apusctl", dependencies: ["Client", "Objects", "Wire", "Reactor"], swiftSettings: strict),
        .executableTarget(name: "apus-load", dependencies: ["LoadTest"], swiftSettings: strict),

        // Built by `make bench` alone: the benchmarks, and the least server that they are measured against.
        .executableTarget(
            name: "apus-bench",
            dependencies: ["Scheduler", "Client", "FieldOwnership", "Store", "Objects", "Reactor"],
            swiftSettings: strict),
        .executableTarget(
            name: "bare-loop", dependencies: ["CNghttp2", "COpenSSL"]),

        // What tests of several modules need.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("WireTests", ["Wire", "TestSupport"]),
        tests("ObjectsTests", ["Objects", "Wire", "TestSupport"], resources: [.copy("Vectors")]),
        tests("FieldOwnershipTests", ["FieldOwnership", "StructuralSchema", "Objects", "Wire", "TestSupport"]),
        tests("AccessTests", ["Access", "Objects", "Wire", "TestSupport"], resources: [.copy("Policy")]),
        tests("PKIXTests", ["PKIX", "Wire", "TestSupport"]),
        tests("OpenAPITests", ["OpenAPI", "Objects", "Wire"]),
        tests("StructuralSchemaTests", ["StructuralSchema", "Resources", "Objects", "Wire", "TestSupport"]),
        tests("ReactorTests", ["Reactor"]),
        tests("FrameLogTests", ["FrameLog"]),
        tests("HTTP2Tests", ["HTTP2", "Reactor", "Wire"]),
        tests("HTTP1Tests", ["HTTP1", "HTTP2", "Reactor"]),
        tests("apusTests", ["apus", "APIServer", "Access", "PKIX", "Reactor", "Resources", "TestSupport"]),
        tests("apusctlTests", ["apusctl", "Client", "Objects", "Wire", "TestSupport"]),
        tests("apus-benchTests", ["apus-bench", "Objects"]),
        tests("PolicyTests", ["Policy", "Resources", "Objects"]),
        tests("ResourcesTests", ["Resources", "Objects", "Wire", "TestSupport"]),
        tests(
            "APIServerTests",
            [
                "APIServer", "Access", "PKIX", "Policy", "Resources", "WatchCache", "Store", "Streaming", "HTTP2",
                "Objects", "Wire", "TestSupport",
            ],
            resources: [.copy("Exchanges")]),
        tests(
            "KubeletTests",
            ["Kubelet", "Reconcile", "Client", "Objects", "Streaming", "HTTP2", "Reactor", "Wire", "TestSupport"]),
        tests("StoreTests", ["Store", "store-crash-writer", "TestSupport"]),
        tests("WatchCacheTests", ["WatchCache", "FrameLog", "Store", "Objects", "Wire", "TestSupport"]),
        .executableTarget(
            name: "store-crash-writer", dependencies: ["Store"], path: "Tests/StoreCrashWriter",
            swiftSettings: strict),
        tests("ClientTests", ["Client", "Objects", "Wire", "HTTP2", "Reactor", "TestSupport"]),
        tests("SchedulerTests", ["Scheduler", "Client", "Objects", "TestSupport"]),
        tests("ReconcileTests", ["Reconcile", "Client", "Objects", "TestSupport"]),
        tests("LoadTestTests", ["LoadTest", "HTTP2", "Objects", "Wire", "TestSupport"]),
        tests(
            "ControllersTests", ["Controllers", "Reconcile", "Client", "Access", "PKIX", "Objects", "TestSupport"]),
    ]
)
