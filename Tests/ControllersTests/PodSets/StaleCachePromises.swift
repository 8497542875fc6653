import Objects
import Testing
import TestSupport

@testable import Controllers

/// A ReplicaSet whose controller sees its pods late.
private struct LateCache {
    enum Event {
        case added(Core.Pod)
        case deleted(Core.Pod)
    }
    var set: Apps.ReplicaSet
    var server: [Core.Pod] = []
    var cache: [Core.Pod] = []
    /// On their way to the cache, in order.
    var events: [Event] = []
    var expectations = ExpectationsState<String>()
    var made = 0
    var random: SeededGenerator

    mutating func reconcile() {
        let isSeen = expectations.waitingMilliseconds("set", now: 0) == nil
        let snapshot = ReplicaSetSnapshot(
            replicaSet: set, pods: cache, terminatingCount: 0, isSeen: isSeen, now: Samples.time(1))
        switch ReplicaSetPlanner.plan(snapshot) {
        case .none: break
        case .create(let count):
            expectations.expectCreations("set", count, now: 0)
            for _ in 0..<count {
                if Int.random(in: 0..<8, using: &random) == 0 {
                    // The server refused it.
                    expectations.creationsSettled("set")
                    continue
                }
                made += 1
                let pod = Samples.pod("p\(made)")
                server.append(pod)
                events.append(.added(pod))
            }
        case .delete(let pods):
            expectations.expectDeletions("set", pods.map(\.metadata.uid), now: 0)
            for pod in pods {
                if server.contains(where: { $0.metadata.uid == pod.metadata.uid }) {
                    end(pod)
                } else {
                    expectations.deletionSettled("set", pod.metadata.uid)
                }
            }
        }
    }

    mutating func end(_ pod: Core.Pod) {
        server.removeAll { $0.metadata.uid == pod.metadata.uid }
        events.append(.deleted(pod))
    }

    mutating func deliver() {
        guard !events.isEmpty else { return }
        switch events.removeFirst() {
        case .added(let pod):
            cache.append(pod)
            expectations.creationsSettled("set")
        case .deleted(let pod):
            cache.removeAll { $0.metadata.uid == pod.metadata.uid }
            expectations.deletionSettled("set", pod.metadata.uid)
        }
    }
}

@Suite("A ReplicaSet never has too many pods, however late its cache is")
struct StaleCachePromises {
    @Test("Reconciled at any time, with pods that are refused and pods that vanish", arguments: 0..<80)
    func never(seed: Int) {
        var world = LateCache(
            set: Samples.replicaSet("s", replicas: 1 + seed % 9), random: SeededGenerator(seed: UInt64(seed)))
        let wanted = ReplicaSetPlanner.wanted(world.set)
        for _ in 0..<400 {
            switch Int.random(in: 0..<10, using: &world.random) {
            case 0..<5: world.reconcile()
            case 5..<9: world.deliver()
            default: if let pod = world.server.randomElement(using: &world.random) { world.end(pod) }
            }
            #expect(world.server.count <= wanted)
        }
        for _ in 0..<200 {
            world.deliver()
            world.reconcile()
        }
        #expect(world.server.count == wanted)
    }

    @Test("Scaled down with a late cache, it never deletes more than the excess", arguments: 0..<40)
    func fewer(seed: Int) {
        var world = LateCache(
            set: Samples.replicaSet("s", replicas: 9), random: SeededGenerator(seed: UInt64(seed + 1_000)))
        for _ in 0..<300 {
            world.reconcile()
            world.deliver()
        }
        world.set.spec.replicas = 4
        for _ in 0..<100 {
            if Bool.random(using: &world.random) { world.reconcile() } else { world.deliver() }
            #expect(world.server.count >= 4)
        }
        for _ in 0..<50 {
            world.deliver()
            world.reconcile()
        }
        #expect(world.server.count == 4)
    }

    @Test("An event that is lost holds a set up for five minutes, not for ever")
    func lost() {
        var state = ExpectationsState<String>()
        state.expectCreations("a", 1, now: 1_000)
        #expect(state.waitingMilliseconds("a", now: 1_000) == 300_000)
        #expect(state.waitingMilliseconds("a", now: 300_999) == 1)
        #expect(state.waitingMilliseconds("a", now: 301_000) == nil)
        #expect(state.waitingMilliseconds("b", now: 1_000) == nil)
    }
}
