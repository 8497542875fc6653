public import Client
import Objects
import Synchronization

/// Runs something in one process at a time, of all that name the same Lease.
public struct LeaderElector: Sendable {
    private let client: ClusterClient
    private let key: ObjectKey
    private let identity: String
    private let leaseSeconds: Int
    private let times: ElectionState.Times
    private let time: TimeSource

    /// - Parameters:
    ///   - name: the Lease's.
    ///   - identity: unique to this process.
    ///   - leaseSeconds: how long others wait after the last renewal before they take over.
    ///   - renewSeconds: after so long without a renewal this process stops leading; less than `leaseSeconds`.
    public init(
        client: ClusterClient, name: String, namespace: String = "kube-system", identity: String,
        leaseSeconds: Int = 15, renewSeconds: Int = 10, retrySeconds: Int = 2, time: TimeSource = .system
    ) {
        self.client = client
        key = ObjectKey(namespace: namespace, name: name)
        self.identity = identity
        self.leaseSeconds = max(leaseSeconds, 1)
        times = ElectionState.Times(
            leaseMilliseconds: self.leaseSeconds * 1000, renewMilliseconds: min(renewSeconds, self.leaseSeconds) * 1000,
            retryMilliseconds: max(retrySeconds, 1) * 1000)
        self.time = time
    }

    /// The same for a component that may be the only one of its kind.
    ///
    /// - Parameter holder: the identity; nil: `lead` runs without a lease.
    public static func run(
        client: ClusterClient, lease name: String, holder: String?, time: TimeSource,
        _ lead: @escaping @Sendable () async -> Void
    ) async {
        guard let holder else { return await lead() }
        await LeaderElector(client: client, name: name, identity: holder, time: time).run(lead)
    }

    /// Waits for the lease, runs `lead` while it is held, and begins again when it was lost, until the task is cancelled.
    ///
    /// `lead` is cancelled when the lease is lost and must then return soon; when it returns by itself, the lease is
    /// given back and `run` returns.
    public func run(_ lead: @escaping @Sendable () async -> Void) async {
        var session = ElectionSession(state: ElectionState(identity: identity, times: times))
        while !Task.isCancelled {
            while !Task.isCancelled, !session.state.isLeading(at: time.nowMilliseconds()) { await step(&session) }
            if Task.isCancelled { break }
            let result = await leading(session, lead)
            session = result.session
            // Whoever is cancelled holds the lease still, and gives it back.
            if result.isDone || Task.isCancelled { break }
            session.state.stopped()
        }
        if session.state.isLeading(at: time.nowMilliseconds()) { await release() }
    }

    private struct ElectionSession: Sendable {
        var state: ElectionState
        var directive = ElectionState.Directive.read
        /// As last read: what a write changes.
        var lease: Coordination.Lease?
    }

    private enum Event: Sendable {
        case leadReturned
        case timeRanOut
        case renewalEnded(ElectionSession)
    }

    private func leading(
        _ session: ElectionSession, _ lead: @escaping @Sendable () async -> Void
    ) async -> (session: ElectionSession, isDone: Bool) {
        let deadline = SharedDeadline(deadline(session))
        return await withTaskGroup(of: Event.self) { group in
            group.addTask {
                await lead()
                return .leadReturned
            }
            group.addTask {
                var session = session
                while !Task.isCancelled, session.state.isLeading(at: time.nowMilliseconds()) {
                    await step(&session)
                    let next = self.deadline(session)
                    deadline.move(to: next)
                }
                return .renewalEnded(session)
            }
            // A renewal may hang for longer than this process may lead.
            group.addTask {
                while !Task.isCancelled {
                    let left = deadline.milliseconds &- time.nowMilliseconds()
                    if left <= 0 { break }
                    await time.sleep(Int(clamping: left))
                }
                return .timeRanOut
            }
            var isDone = false
            var last = session
            while let event = await group.next() {
                switch event {
                case .leadReturned: isDone = !Task.isCancelled && last.state.isLeading(at: time.nowMilliseconds())
                case .timeRanOut: break
                case .renewalEnded(let ended): last = ended
                }
                group.cancelAll()
            }
            return (last, isDone)
        }
    }

    /// Until when, on the local clock, this process may lead.
    private func deadline(_ session: ElectionSession) -> Int64 {
        let now = time.nowMilliseconds()
        return now &+ Int64(session.state.leadingFor(at: now))
    }

    /// Carries out one directive.
    private func step(_ session: inout ElectionSession) async {
        let before = time.nowMilliseconds()
        do throws(ClientError) {
            switch session.directive {
            case .read:
                let lease = try await client.get(Coordination.Lease.self, namespace: key.namespace, name: key.name)
                session.lease = lease
                session.directive = session.state.read(LeaseRecord(lease), at: time.nowMilliseconds())
            case .create:
                let lease = try await client.create(held(Coordination.Lease(), isTakeover: true))
                session.lease = lease
                session.directive = session.state.wrote(LeaseRecord(lease), at: before)
            case .write(_, let isTakeover):
                let lease = try await client.update(held(session.lease ?? Coordination.Lease(), isTakeover: isTakeover))
                session.lease = lease
                session.directive = session.state.wrote(LeaseRecord(lease), at: before)
            case .wait(let milliseconds):
                let limit = session.state.leadingFor(at: before)
                await time.sleep(limit > 0 ? min(milliseconds, limit) : milliseconds)
                session.directive = .read
            }
        } catch {
            session.directive =
                if error.code == .notFound, session.directive == .read { session.state.missing() } else {
                    session.state.failed()
                }
        }
    }

    private func held(_ old: Coordination.Lease, isTakeover: Bool) -> Coordination.Lease {
        var lease = old
        let now = time.wallMilliseconds()
        let stamp = Timestamp(seconds: now / 1000, nanoseconds: Int32(now % 1000) * 1_000_000)
        lease.metadata.name = key.name
        lease.metadata.namespace = key.namespace
        if isTakeover {
            if let holder = old.spec.holderIdentity, holder != identity {
                lease.spec.leaseTransitions = (old.spec.leaseTransitions ?? 0) &+ 1
            }
            lease.spec.acquireTime = stamp
        }
        lease.spec.holderIdentity = identity
        lease.spec.leaseDurationSeconds = leaseSeconds
        lease.spec.renewTime = stamp
        return lease
    }

    /// What giving the lease back may take: whoever ends does not wait for a server that is gone.
    private static let releaseMilliseconds = 1000

    /// So that the next process need not wait. If it fails, the lease runs out by itself.
    private func release() async {
        let (client, key, identity, time) = (client, key, identity, time)
        // In a task of its own: this one is cancelled by now.
        await Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await Self.release(key, of: identity, client) }
                group.addTask { await time.sleep(Self.releaseMilliseconds) }
                await group.next()
                group.cancelAll()
            }
        }.value
    }

    private static func release(_ key: ObjectKey, of identity: String, _ client: ClusterClient) async {
        guard var lease = try? await client.get(Coordination.Lease.self, namespace: key.namespace, name: key.name),
            lease.spec.holderIdentity == identity
        else { return }
        lease.spec.holderIdentity = ""
        lease.spec.leaseDurationSeconds = 1
        _ = try? await client.update(lease)
    }
}

extension LeaseRecord {
    init(_ lease: Coordination.Lease) {
        let seconds = min(max(lease.spec.leaseDurationSeconds ?? 0, 0), 86_400)
        self.init(
            holder: lease.spec.holderIdentity ?? "", durationMilliseconds: seconds * 1000,
            version: lease.metadata.resourceVersion)
    }
}

/// Until when a process may lead, for the task that watches over it.
private final class SharedDeadline: Sendable {
    private let state: Mutex<Int64>

    init(_ milliseconds: Int64) { state = Mutex(milliseconds) }

    var milliseconds: Int64 { state.withLock { $0 } }
    func move(to milliseconds: Int64) { state.withLock { $0 = milliseconds } }
}
