internal import HTTP1
import Access
public import HTTP2
public import Reactor
public import Resources
public import Store
import StructuralSchema
import Synchronization
public import WatchCache

/// The API server: everything between the sockets and the store.
public final class APIServer: Sendable {
    public struct Configuration: Sendable {
        /// Where to listen, and how to speak there; the first is the one that others are told of.
        public var bindings: [HTTP2Server.Binding]
        /// For asking nodes for logs; nil: the server does not ask nodes.
        public var nodeIdentity: TLSClientConfiguration?
        /// What peers may do.
        public var limits: Limits
        /// What is kept for watches, and how often they get bookmarks.
        public var watchLimits: WatchCacheLimits
        /// Where services' addresses and node ports are taken from.
        public var serviceRanges: ServiceRanges
        /// Who may do what.
        public var access: AccessSettings
        /// Where pods reach this server, as the endpoints of the Service `kubernetes` say; nil: it has none.
        public var advertisedAddress: IPAddress?
        /// Which of the built-in admission plugins are asked.
        public var admission: AdmissionSelection
        /// Who signs clients' certificates, PEM: told to servers beside this one. Empty: they are told of none.
        public var clientAuthority: String
        /// What counts of each of the operator's flags, for `/flagz`.
        public var flags: [String: String]

        public init(
            bindings: [HTTP2Server.Binding], nodeIdentity: TLSClientConfiguration? = nil,
            limits: Limits = Limits(), watchLimits: WatchCacheLimits = WatchCacheLimits(),
            serviceRanges: ServiceRanges = .standard, access: AccessSettings = .open,
            advertisedAddress: IPAddress? = nil, admission: AdmissionSelection = .standard,
            clientAuthority: String = "", flags: [String: String] = [:]
        ) {
            self.clientAuthority = clientAuthority
            self.flags = flags
            self.advertisedAddress = advertisedAddress
            self.admission = admission
            self.serviceRanges = serviceRanges
            self.access = access
            self.limits = limits
            self.watchLimits = watchLimits
            self.bindings = bindings
            self.nodeIdentity = nodeIdentity
        }
    }

    /// What is served beside custom resources.
    public static let resources = BuiltinResources.all + [CustomResourceDefinitions.definition]

    private let core: ServerCore
    private let loops: EventLoopGroup
    private let states: [LoopBound<LoopState>]
    private let freed = FreedMemory()
    private let server: HTTP2Server
    private let router: RequestRouter
    /// Nil: the server has no such objects.
    private let flowControl: FlowControlKeeper?
    private let flowControlTask = Mutex<Task<Void, Never>?>(nil)
    private let beginning: ServerBeginning
    private let beginningTask = Mutex<Task<Void, Never>?>(nil)
    /// Nil: the server has no custom resources.
    private let customs: CustomResourceController?
    private let customTask = Mutex<Task<Void, Never>?>(nil)
    /// Nil: the server listens nowhere.
    private let ownService: OwnService?
    private let serviceTask = Mutex<Task<Void, Never>?>(nil)

    /// What keeps the server from being made.
    public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Loads the cache and binds the addresses; nothing is answered before `start`.
    ///
    /// - Throws: `ConfigurationError` where it would serve in plain text to other machines.
    public init(
        _ configuration: Configuration, store: any Store, loops: EventLoopGroup,
        resources: [ResourceDefinition] = APIServer.resources
    ) async throws {
        for binding in configuration.bindings where binding.tls == nil {
            guard case .tcp(let host, _) = binding.endpoint, IPAddress(host)?.isLoopback != true else { continue }
            throw ConfigurationError(
                description:
                    "\(binding.endpoint) can be reached from other machines: without TLS the server listens on "
                    + "loopback and unix sockets alone")
        }
        let cache = WatchCache(
            store: store, resources: resources.filter(\.hasCache).map(\.cached), limits: configuration.watchLimits)
        let registry = ResourceRegistry(
            resources, caches: cache.resources, admission: AdmissionChain(configuration.admission))
        let access = AccessControl(configuration.access)
        AccessFeed(access, registry)
        let core = ServerCore(
            store: store, cache: cache, registry: registry, serviceRanges: configuration.serviceRanges, access: access)
        let made = loops.loops.map { LoopState(loop: $0, cache: cache, limits: configuration.watchLimits) }
        let metrics = Metrics(watches: made.map(\.hub.ledger))
        let states = zip(made, loops.loops).map { LoopBound($0, loop: $1) }
        flowControl = FlowControlKeeper(core: core)
        beginning = ServerBeginning(
            core: core, flowControl: flowControl,
            maps: SystemMaps(core: core, authority: configuration.clientAuthority))
        try await cache.start()
        do {
            try await beginning.make()
        } catch {
            // A full disk at the start is no reason not to serve what is there.
            guard error.code == 507 else { throw error }
        }
        customs = CustomResourceController(core: core) { metrics.forget(resource: $0) }
        // Custom resources are there before anybody can ask for them.
        await customs?.reconcile()
        core.health.finish(.definitions)
        let router = RequestRouter(
            core: core, loops: states, metrics: metrics,
            nodes: configuration.nodeIdentity.map { NodeAccess(identity: $0, core: core) },
            flags: configuration.flags)
        server = try HTTP2Server(
            configuration.bindings, loops: loops, handler: router, limits: configuration.limits, fallback: HTTP1())
        if let port = server.boundPort(0) {
            let ownService = OwnService(core: core, address: configuration.advertisedAddress, port: port)
            do {
                try await ownService.keep()
            } catch {
                guard error.code == 507 else { throw error }
            }
            self.ownService = ownService
        } else {
            ownService = nil
            core.health.finish(.ownService)
        }
        // The server holds the router, which holds the metrics: those must not hold the server.
        metrics.observe { [weak server] in server?.statistics }
        self.core = core
        self.router = router
        self.loops = loops
        self.states = states
    }

    /// Begins to answer.
    /// - Parameter address: as discovery tells clients, `127.0.0.1:6443`.
    public func start(advertising address: String) {
        router.advertise(address)
        server.start()
        for state in states { tick(state) }
        beginningTask.withLock { $0 = Task { [beginning] in await beginning.run() } }
        if let ownService { serviceTask.withLock { $0 = Task { await ownService.run() } } }
        if let flowControl { flowControlTask.withLock { $0 = Task { await flowControl.run() } } }
        if let customs { customTask.withLock { $0 = Task { await customs.run() } } }
        freed.giveBack()
    }

    public func boundPort(_ binding: Int = 0) -> Int? { server.boundPort(binding) }

    /// Once a second on each loop, as long as the server lives.
    private func tick(_ state: LoopBound<LoopState>) {
        _ = state.loop.schedule(afterMilliseconds: 1000) { [weak self] in
            guard let self else { return }
            state.value.tick(delivered: self.core.cache.revision)
            // What belongs to all loops is one loop's to do.
            if state.loop === self.states.first?.loop {
                self.core.cache.expireWaits()
                self.customs?.tick()
                self.router.tick()
                self.freed.tick(revision: self.core.cache.revision)
            }
            self.tick(state)
        }
    }

    /// Ends watches in good order, lets requests finish, and closes all connections.
    public func shutdown(drainMilliseconds: Int) async {
        core.health.end()
        for state in states {
            state.loop.execute { state.value.endAll() }
        }
        await server.shutdown(drainMilliseconds: drainMilliseconds)
        customs?.stop()
        serviceTask.withLock { $0?.cancel() }
        flowControlTask.withLock { $0?.cancel() }
        beginningTask.withLock { $0?.cancel() }
        await serviceTask.withLock { $0 }?.value
        await flowControlTask.withLock { $0 }?.value
        await beginningTask.withLock { $0 }?.value
        await customTask.withLock { $0 }?.value
        core.cache.stop()
    }
}
