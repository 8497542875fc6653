import APIServer
import Glibc
import HTTP1
import HTTP2
import Reactor
import Resources
import Store
import WatchCache

/// The API server with its store, its certificates and its loops, put together from a data folder.
struct ServerAssembly: Sendable {
    /// Where it serves with TLS, with the port that was bound.
    let address: String
    /// Where it serves plain HTTP/2; nil: nowhere.
    let insecureAddress: String?
    let pki: PKI
    let loops: EventLoopGroup
    private let store: SQLiteStore
    private let server: APIServer

    /// - Parameters:
    ///   - port: on 127.0.0.1, with TLS; 0 asks for a free one.
    ///   - insecurePort: plain HTTP/2 on loopback beside it.
    ///   - access: who may do what.
    ///   - limits: what peers may do.
    ///   - watchLimits: what is kept for watches.
    ///   - serviceRanges: addresses and node ports of services.
    ///   - advertisedAddress: where the Service `kubernetes` leads.
    ///   - admission: the plugins that have a say.
    ///   - flags: what the operator said, to be shown.
    ///   - storeOptions: how long history is kept.
    init(
        directory: String, port: Int, insecurePort: Int?, loopCount: Int, nodeName: String, access: AccessFlags,
        limits: Limits = Limits(), watchLimits: WatchCacheLimits = WatchCacheLimits(),
        serviceRanges: ServiceRanges = .standard, advertisedAddress: IPAddress? = nil,
        admission: AdmissionSelection = .standard, flags: [String: String] = [:],
        storeOptions: SQLiteStore.Options = SQLiteStore.Options()
    ) async throws {
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw SetupError("the data folder \(directory) cannot be made: \(String(cString: strerror(errno)))")
        }
        var names = PKI.Options(nodeName: nodeName)
        if let address = serviceRanges.ownAddress { names.serviceAddress = address }
        if let advertisedAddress { names.extraNames.append(advertisedAddress.description) }
        pki = try PKI.prepare(in: directory, options: names)
        store = try SQLiteStore(folder: "\(directory)/store", options: storeOptions)
        loops = try EventLoopGroup(count: loopCount)
        let tls = TLSServerConfiguration(
            certificateChain: .bytes(pki.server.certificate), privateKey: .bytes(pki.server.key),
            clientAuthorities: .bytes(pki.authority), applicationProtocols: HTTP1.applicationProtocols)
        var bindings = [HTTP2Server.Binding(.tcp(host: "127.0.0.1", port: port), tls: try TLSServerIdentity(tls))]
        if let insecurePort { bindings.append(.init(.tcp(host: "127.0.0.1", port: insecurePort), tls: nil)) }
        let server = try await APIServer(
            .init(
                bindings: bindings,
                nodeIdentity: TLSClientConfiguration(
                    verification: .authorities(.bytes(pki.authority)),
                    identity: (
                        certificateChain: .bytes(pki.serverToNodes.certificate),
                        privateKey: .bytes(pki.serverToNodes.key)
                    )),
                limits: limits, watchLimits: watchLimits, serviceRanges: serviceRanges,
                access: try access.settings(pki), advertisedAddress: advertisedAddress, admission: admission,
                flags: flags),
            store: store, loops: loops)
        self.server = server
        address = "127.0.0.1:\(server.boundPort(0) ?? port)"
        insecureAddress = insecurePort.map { "127.0.0.1:\(server.boundPort(1) ?? $0)" }
        try pki.writeKubeconfigs(server: "https://\(address)")
        server.start(advertising: address)
    }

    func stop() async {
        await server.shutdown(drainMilliseconds: 1000)
        await store.close()
        await loops.shutdown()
    }
}

/// What keeps a component from starting, and what to do about it.
struct SetupError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
