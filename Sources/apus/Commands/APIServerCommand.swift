import APIServer
import Glibc
import HTTP2
import Reactor
import Store
import WatchCache

/// `apus apiserver`: the API server alone, over a store in its data folder.
enum APIServerCommand {
    static let flags: [Flags.Flag] =
        [
            .init(name: "data-dir", value: "DIR", fallback: ".apus", help: "where the store and the certificates are"),
            .init(name: "port", value: "N", fallback: "6443", help: "serve with TLS on that port; 0: any that is free"),
            .init(
                name: "insecure-port", value: "N",
                help: "also serve plain HTTP/2 on 127.0.0.1:N, to anybody on this machine"),
            .init(name: "loops", value: "N", help: "event loops (default: one a core)"),
            .init(
                name: "http2-limits", value: "NAME=N,...",
                help: "advanced: change limits of connections, by their names in apus_http2_limit_hits_total"),
            .init(
                name: "watch-limits", value: "NAME=N,...",
                help: "advanced: what is kept for watches: history_events, history_bytes, group_log_bytes, ..."),
            .init(
                name: "compaction-interval", value: "TIME",
                fallback: "5m", help: "history older than this is forgotten, checked as often; 0: never"),
        ] + ListenFlags.flags + ServiceFlags.flags + AccessFlags.flags + AdmissionFlags.flags + [
            .init(name: "help", value: nil, help: "show this")
        ]

    static func run(_ arguments: [String]) throws {
        let flags = try Flags(arguments, known: flags)
        if flags.isSet("help") {
            Console.print(Flags.help("apiserver", "Runs the API server alone.", Self.flags))
            return
        }
        let started = ContinuousClock.now
        let directory = flags["data-dir"] ?? ".apus"
        let port = try flags.number("port", in: 0...65535) ?? 6443
        let insecurePort = try flags.number("insecure-port", in: 0...65535)
        let loopCount = try flags.number("loops", in: 1...64) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let limits = try Limits(text: flags["http2-limits"] ?? "")
        let watchLimits = try WatchCacheLimits(text: flags["watch-limits"] ?? "")
        let serviceRanges = try ServiceFlags.ranges(flags)
        let listen = try ListenFlags(flags, port: port)
        let storeOptions = try storeOptions(flags)
        let access = try AccessFlags(flags)
        let admission = try AdmissionFlags.selection(flags)
        Descriptors.allowAll()
        Service.run("apiserver", graceSeconds: 2) {
            for (flag, port, addresses) in [
                ("port", port, listen.addresses), ("insecure-port", insecurePort ?? 0, .loopback),
            ] {
                try ListenPort.requireFree(
                    port, at: addresses, advice: "choose another: --\(flag) N, or 0 for one that is free")
            }
            let server = try await ServerAssembly(
                directory: directory, listen: listen, port: port, insecurePort: insecurePort, loopCount: loopCount,
                nodeName: PKI.hostName(), access: access, limits: limits, watchLimits: watchLimits,
                serviceRanges: serviceRanges, admission: admission, flags: flags.effective, storeOptions: storeOptions)
            if let plain = server.insecureAddress { Console.log("plain HTTP/2 on \(plain)") }
            let took = (ContinuousClock.now - started) / .milliseconds(1)
            Console.log("ready in \(Int(took.rounded())) ms on \(server.address)")
            return { await server.stop() }
        }
    }

    private static func storeOptions(_ flags: Flags) throws(FlagError) -> SQLiteStore.Options {
        guard let interval = try flags.milliseconds("compaction-interval", in: 0...longestInterval) else {
            return SQLiteStore.Options()
        }
        return SQLiteStore.Options(compactionInterval: interval == 0 ? nil : .milliseconds(interval))
    }

    /// A day of history is already more than any watch should need to come back.
    private static let longestInterval = 86_400_000
}
