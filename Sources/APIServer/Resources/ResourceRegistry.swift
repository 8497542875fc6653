import Resources
import StructuralSchema
import Synchronization
import WatchCache

/// All resources that the server serves, found by path: those that it always has, and custom ones, which come and go.
final class ResourceRegistry: Sendable {
    /// Those that the server always has.
    let builtin: [ServedResource]
    private let byPath: [String: ServedResource]
    private let builtinGroups: Set<String>
    private let admission: AdmissionChain

    /// A definition's resource, once for every version that is served.
    private struct Custom: Sendable {
        /// What is stored, whether its version is served or not.
        var stored: ServedResource
        var served: [ServedResource]
    }
    private struct State {
        /// By their definitions' names.
        var customs: [String: Custom] = [:]
        var byPath: [String: ServedResource] = [:]
        var groups: Set<String> = []
        /// Numbers are given once.
        var nextIndex: Int
        /// Requests for resources that are being made anew.
        var waiters: [CheckedContinuation<Void, Never>] = []
    }
    private let state: Mutex<State>

    /// - Parameters:
    ///   - definitions: those that are stored before others that are versions of them.
    ///   - caches: of the definitions that have one, in their order.
    init(_ definitions: [ResourceDefinition], caches: [ResourceCache], admission: AdmissionChain) {
        var resources: [ServedResource] = []
        var byPath: [String: ServedResource] = [:]
        var caches = caches[...]
        for (index, definition) in definitions.enumerated() {
            let resource: ServedResource
            if let conversion = definition.conversion,
                let stored = resources.first(where: {
                    $0.definition.apiVersion == conversion.apiVersion
                        && $0.definition.storageName == definition.storageName
                })
            {
                resource = ServedResource(
                    index: index, definition: definition, stored: stored.definition, backing: stored.backing,
                    admission: admission)
            } else {
                let cache = definition.hasCache ? caches.popFirst() : nil
                resource = ServedResource(
                    index: index, definition: definition, stored: definition,
                    backing: cache.map { .stored($0) } ?? .computed, admission: admission)
            }
            resources.append(resource)
            byPath[Self.path(definition.group, definition.version, definition.plural)] = resource
        }
        builtin = resources
        builtinGroups = Set(definitions.map(\.group))
        self.byPath = byPath
        self.admission = admission
        state = Mutex(State(nextIndex: resources.count))
    }

    private static func path(_ group: String, _ version: String, _ plural: String) -> String {
        "\(group)/\(version)/\(plural)"
    }

    func find(group: String = "", version: String = "v1", _ plural: String) -> ServedResource? {
        let path = Self.path(group, version, plural)
        return byPath[path] ?? state.withLock { $0.byPath[path] }
    }

    /// All that are served now: custom resources after the others, by group and name, the versions of one in the order of
    /// their priority.
    var resources: [ServedResource] {
        let customs = state.withLock { Array($0.customs.values) }.flatMap(\.served)
        guard !customs.isEmpty else { return builtin }
        return builtin
            + customs.sorted { a, b in
                let (a, b) = (a.definition, b.definition)
                if a.group != b.group { return a.group < b.group }
                if a.version != b.version { return VersionName(a.version) > VersionName(b.version) }
                return a.plural < b.plural
            }
    }

    /// Whether any version of the group is served; "" is the core group.
    func hasGroup(_ name: String) -> Bool {
        builtinGroups.contains(name) || state.withLock { $0.groups.contains(name) }
    }

    /// What there is to say of a path in the group that nothing is served at.
    func absence(inGroup name: String) -> APIError {
        builtinGroups.contains(name) ? .noSuchPath() : .pageNotFound()
    }

    var definitions: [ResourceDefinition] { resources.map(\.definition) }

    // MARK: Custom resources

    /// Begins to serve a custom resource, in the place of what its definition's resource was before.
    ///
    /// - Parameters:
    ///   - name: of the definition.
    ///   - stored: what its objects are stored as.
    ///   - served: its versions, which may have the stored one among them.
    ///   - parts: by the versions' names.
    /// - Returns: what is served no longer.
    func put(
        _ name: String, stored: ResourceDefinition, served: [ResourceDefinition], parts: [String: CustomVersionParts],
        cache: ResourceCache
    ) -> [ServedResource] {
        let (removed, waiters) = state.withLock { state in
            let removed = Self.remove(name, from: &state)
            func make(_ definition: ResourceDefinition) -> ServedResource {
                defer { state.nextIndex += 1 }
                return ServedResource(
                    index: state.nextIndex, definition: definition, stored: stored, backing: .stored(cache),
                    admission: admission, custom: parts[definition.version])
            }
            let made = served.map(make)
            let kept = made.first { $0.definition.version == stored.version } ?? make(stored)
            state.customs[name] = Custom(stored: kept, served: made)
            for resource in made {
                let definition = resource.definition
                state.byPath[Self.path(definition.group, definition.version, definition.plural)] = resource
            }
            state.groups = Self.groups(of: state)
            return (removed, Self.takeWaiters(&state))
        }
        for waiter in waiters { waiter.resume() }
        return removed
    }

    private static func groups(of state: State) -> Set<String> {
        Set(state.customs.values.flatMap(\.served).map(\.definition.group))
    }

    private static func takeWaiters(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
        defer { state.waiters = [] }
        return state.waiters
    }

    /// The resource that a path names; while it is being made anew, after a change of its definition, this waits.
    func settled(group: String, version: String, _ plural: String) async -> ServedResource? {
        while let found = find(group: group, version: version, plural) {
            guard found.custom != nil, found.cache?.isWithdrawn == true else { return found }
            await withCheckedContinuation { continuation in
                let isSettled = state.withLock { state in
                    guard state.byPath[Self.path(group, version, plural)] === found else { return true }
                    state.waiters.append(continuation)
                    return false
                }
                if isSettled { continuation.resume() }
            }
        }
        return nil
    }

    /// What the definition's objects are stored as.
    func custom(_ name: String) -> ServedResource? { state.withLock { $0.customs[name]?.stored } }

    /// No more objects are made: the resource goes.
    func markTerminating(_ name: String) {
        for resource in state.withLock({ $0.customs[name]?.served }) ?? [] { resource.terminate() }
    }

    /// - Returns: what is served no longer.
    func remove(_ name: String) -> [ServedResource] {
        let (removed, waiters) = state.withLock { state in
            let removed = Self.remove(name, from: &state)
            state.groups = Self.groups(of: state)
            return (removed, Self.takeWaiters(&state))
        }
        for waiter in waiters { waiter.resume() }
        return removed
    }

    private static func remove(_ name: String, from state: inout State) -> [ServedResource] {
        guard let custom = state.customs.removeValue(forKey: name) else { return [] }
        for resource in custom.served {
            let definition = resource.definition
            state.byPath[path(definition.group, definition.version, definition.plural)] = nil
        }
        return custom.served
    }
}
