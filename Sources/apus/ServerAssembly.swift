import APIServer
import Glibc
import HTTP2
import Reactor
import Resources
import Store
import WatchCache

/// The API server with its store, its certificates and its loops, put together from a data folder.
struct ServerAssembly: Sendable {
    /// Where programs on this machine reach it with TLS, with the port that was bound.
    let address: String
    /// Where pods and other machines are told to; nil: nowhere.
    let advertised: String?
    /// Where it serves plain HTTP/2; nil: nowhere.
    let insecureAddress: String?
    let pki: PKI
    let loops: EventLoopGroup
    private let store: SQLiteStore
    private let server: APIServer
    /// Keeps the certificate good.
    private let renewal: Task<Void, Never>

    /// - Parameters:
    ///   - listen: where to serve with TLS.
    ///   - port: 0 asks for a free one.
    ///   - insecurePort: plain HTTP/2 on loopback beside it.
    ///   - access: who may do what.
    ///   - limits: what peers may do.
    ///   - watchLimits: what is kept for watches.
    ///   - serviceRanges: addresses and node ports of services.
    ///   - admission: the plugins that have a say.
    ///   - flags: what counts of each, to be shown.
    ///   - storeOptions: how long history is kept.
    init(
        directory: String, listen: ListenFlags, port: Int, insecurePort: Int?, loopCount: Int, nodeName: String,
        access: AccessFlags, limits: Limits = Limits(), watchLimits: WatchCacheLimits = WatchCacheLimits(),
        serviceRanges: ServiceRanges = .standard, admission: AdmissionSelection = .standard,
        flags: [String: String] = [:],
        storeOptions: SQLiteStore.Options = SQLiteStore.Options()
    ) async throws {
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw SetupError("the data folder \(directory) cannot be made: \(String(cString: strerror(errno)))")
        }
        var names = PKI.Options(nodeName: nodeName, extraNames: listen.names)
        if let address = serviceRanges.ownAddress { names.serviceAddress = address }
        pki = try PKI.prepare(in: directory, options: names)
        store = try SQLiteStore(folder: "\(directory)/store", options: storeOptions)
        loops = try EventLoopGroup(count: loopCount)
        let certificate = try ServingCertificate(pki, names: names) { Console.log("API server: \($0)") }
        var bindings = listen.addresses.bound(hasIPv6: MachineAddress.hasIPv6).map {
            HTTP2Server.Binding(.tcp(host: $0.description, port: port), tls: certificate.identity)
        }
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
                access: try access.settings(pki), advertisedAddress: listen.advertised, admission: admission,
                clientAuthority: String(decoding: pki.authority, as: UTF8.self), flags: flags),
            store: store, loops: loops)
        self.server = server
        func place(_ address: IPAddress) -> String {
            Endpoint.tcp(host: address.description, port: server.boundPort(0) ?? port).description
        }
        address = place(listen.addresses.local)
        advertised = listen.advertised.map(place)
        insecureAddress = insecurePort.map { "127.0.0.1:\(server.boundPort(bindings.count - 1) ?? $0)" }
        try pki.writeKubeconfigs(server: "https://\(address)")
        server.start(advertising: advertised ?? address)
        renewal = Task { await certificate.run() }
    }

    func stop() async {
        renewal.cancel()
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
