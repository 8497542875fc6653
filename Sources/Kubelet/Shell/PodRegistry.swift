internal import Objects
internal import Synchronization

/// Every pod that the node knows of, from the API server or from the runtime, by uid. What a pod's worker remembers is
/// changed by that worker alone.
final class PodRegistry: Sendable {
    struct Entry: Sendable {
        var identity: PodIdentity
        /// As the API server has it; nil: it has it no more, or never had.
        var pod: Core.Pod?
        var memory = PodMemory()
        /// As last seen, for those who only look. A worker looks for itself.
        var observed: ObservedPod
        /// What the pod's files were last made of.
        var sources = PodSources()
        var filesMadeAt: Moment?
    }
    private struct State {
        var entries: [String: Entry] = [:]
        /// Ids and states of what the runtime has, by pod, to notice changes.
        var fingerprints: [String: [String]] = [:]
        var isSynced = false
    }
    private let state = Mutex(State())

    /// Whether the API server's list of pods was read once. Before that, a pod that is not known may well exist.
    var isSynced: Bool { state.withLock { $0.isSynced } }
    func setSynced() { state.withLock { $0.isSynced = true } }

    func entry(_ uid: String) -> Entry? { state.withLock { $0.entries[uid] } }
    var entries: [Entry] { state.withLock { Array($0.entries.values) } }
    var uids: [String] { state.withLock { Array($0.entries.keys) } }

    /// A pod as the API server says it is. An older version than the known one is passed over: answers to our own
    /// writes and the watch are not in step.
    func update(_ pod: Core.Pod) {
        let identity = PodIdentity(pod)
        state.withLock { state in
            if let known = state.entries[identity.uid]?.pod,
                let old = Int64(known.metadata.resourceVersion), let new = Int64(pod.metadata.resourceVersion),
                new < old
            {
                return
            }
            state.entries[
                identity.uid, default: Entry(identity: identity, observed: ObservedPod(identity: identity))
            ].pod = pod
        }
    }

    /// The answer to a write of ours. It may arrive after the watch has told of the pod's end, and then says nothing.
    func written(_ pod: Core.Pod) {
        let isKnown = state.withLock { $0.entries[pod.metadata.uid]?.pod != nil }
        if isKnown { update(pod) }
    }

    /// The API server has the pod no more.
    func removed(_ uid: String) {
        state.withLock { $0.entries[uid]?.pod = nil }
    }

    /// Nothing is left of the pod.
    func forget(_ uid: String) {
        state.withLock { state in
            guard let entry = state.entries[uid], entry.pod == nil else { return }
            state.entries[uid] = nil
            state.fingerprints[uid] = nil
        }
    }

    /// By the pod's own worker.
    func change<Result>(_ uid: String, _ body: (inout Entry) -> Result) -> Result? {
        state.withLock { state in
            guard var entry = state.entries[uid] else { return nil }
            let result = body(&entry)
            state.entries[uid] = entry
            return result
        }
    }

    /// Takes what the runtime has. Returns the pods for which that is news.
    func noticed(_ found: [PodIdentity: [String]]) -> [String] {
        state.withLock { state in
            var news: [String] = []
            for (identity, fingerprint) in found {
                if state.entries[identity.uid] == nil {
                    state.entries[identity.uid] = Entry(identity: identity, observed: ObservedPod(identity: identity))
                }
                if state.fingerprints[identity.uid] != fingerprint {
                    state.fingerprints[identity.uid] = fingerprint
                    news.append(identity.uid)
                }
            }
            let present = Set(found.keys.map(\.uid))
            for uid in state.fingerprints.keys where !present.contains(uid) { news.append(uid) }
            for uid in news where !present.contains(uid) { state.fingerprints[uid] = nil }
            return news
        }
    }

    /// The pod of that name, the newest if there are several.
    func find(namespace: String, name: String) -> Entry? {
        entries.filter { $0.identity.namespace == namespace && $0.identity.name == name }.max { a, b in
            let first = a.pod?.metadata.creationTimestamp
            let second = b.pod?.metadata.creationTimestamp
            guard let first, let second else { return first == nil && second != nil }
            return first < second
        }
    }
}
