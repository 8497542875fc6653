import Synchronization
import WatchCache

/// What a server's health is made of, under the names and in the order that kube-apiserver has: each stands for something
/// that this server does too. What it does not do (queues of requests by flow schemas, other servers behind it, leases of
/// servers) has none.
enum HealthCheck: String, CaseIterable, Sendable {
    case ping
    case log
    case etcd
    case storeReadiness = "etcd-readiness"
    case informers = "informer-sync"
    case admission = "poststarthook/start-apiserver-admission-initializer"
    case serverInformers = "poststarthook/generic-apiserver-start-informers"
    case flowControlConsumer = "poststarthook/priority-and-fairness-config-consumer"
    case objectCounts = "poststarthook/storage-object-count-tracker-hook"
    case definitionInformers = "poststarthook/start-apiextensions-informers"
    case definitionControllers = "poststarthook/start-apiextensions-controllers"
    case definitionsSynced = "poststarthook/crd-informer-synced"
    case systemNamespaces = "poststarthook/start-system-namespaces-controller"
    case clientAuthority = "poststarthook/start-cluster-authentication-info-controller"
    case tokenTracking = "poststarthook/start-legacy-token-tracking-controller"
    case addressRepair = "poststarthook/start-service-ip-repair-controllers"
    case bootstrapRoles = "poststarthook/rbac/bootstrap-roles"
    case priorityClasses = "poststarthook/scheduling/bootstrap-system-priority-classes"
    case flowControlProducer = "poststarthook/priority-and-fairness-config-producer"
    case ownService = "poststarthook/bootstrap-controller"
    case addressBlock = "poststarthook/start-kubernetes-service-cidr-controller"
    case aggregatorInformers = "poststarthook/start-kube-aggregator-informers"
    case localServices = "poststarthook/apiservice-status-local-available-controller"
    case groupDiscovery = "poststarthook/apiservice-discovery-controller"
    case registration = "poststarthook/kube-apiserver-autoregistration"
    case registered = "autoregister-completion"
    case openAPI = "poststarthook/apiservice-openapi-controller"
    case openAPIv3 = "poststarthook/apiservice-openapiv3-controller"
    case shutdown

    /// What one of the endpoints asks about.
    static func all(of kind: String) -> [HealthCheck] {
        kind == "readyz" ? allCases : allCases.filter { !$0.isOfReadiness }
    }

    private var isOfReadiness: Bool { self == .storeReadiness || self == .informers || self == .shutdown }

    /// The step of the beginning that it waits for; nil: it has none.
    var step: ServerStep? {
        switch self {
        case .systemNamespaces, .priorityClasses, .flowControlProducer, .addressBlock, .addressRepair, .localServices,
            .registration, .registered:
            .systemObjects
        case .flowControlConsumer: .flowControl
        case .bootstrapRoles: .rights
        case .ownService: .ownService
        case .tokenTracking, .clientAuthority: .systemMaps
        case .definitionInformers, .definitionControllers, .definitionsSynced: .definitions
        default: nil
        }
    }
}

/// What a server does once before it is whole. It may answer before: a full disk is no reason not to serve what is there.
enum ServerStep: Sendable, CaseIterable {
    case systemObjects, flowControl, rights, systemMaps, ownService, definitions
}

/// How a server does: how far its beginning has come, whether it ends, and whether it has its store. From any thread.
final class ServerHealth: Sendable {
    private struct State {
        var done: Set<ServerStep> = []
        var isEnding = false
    }
    private let state = Mutex(State())
    /// Why the server cannot serve what is stored; nil: it can.
    private let storeFailure: @Sendable () -> String?

    init(storeFailure: @escaping @Sendable () -> String?) { self.storeFailure = storeFailure }

    func finish(_ step: ServerStep) { state.withLock { _ = $0.done.insert(step) } }

    func has(_ step: ServerStep) -> Bool { state.withLock { $0.done.contains(step) } }

    /// The server is to end: it shall get no new work.
    func end() { state.withLock { $0.isEnding = true } }

    /// Why the check fails; nil: it does not.
    ///
    /// - Parameter kind: of the endpoint. A server that lives is not to be killed because its store is away.
    func problem(_ check: HealthCheck, _ kind: String) -> String? {
        switch check {
        case .etcd, .storeReadiness, .informers: return kind == "livez" ? nil : storeFailure()
        case .shutdown: return state.withLock(\.isEnding) ? "process is shutting down" : nil
        default:
            guard kind != "livez", let step = check.step, !has(step) else { return nil }
            return "not finished"
        }
    }
}
