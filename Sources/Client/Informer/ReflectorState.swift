/// What a reflector does next: a pure state machine that is told what happened and says what to do.
///
/// It lists once, then watches after the list's revision and moves that revision on with every event and bookmark. When
/// a watch is lost it watches again after the last revision, without a new list; only `expired` (history has passed
/// that revision) makes it list again. After failures it waits, longer each time; whatever arrives ends that.
struct ReflectorState: Sendable {
    enum Directive: Equatable, Sendable {
        case list
        case watch(after: Int64)
        case wait(milliseconds: Int, then: Next)
    }
    enum Next: Equatable, Sendable {
        case list
        case watch(after: Int64)
    }

    private enum Position: Sendable {
        case unknown
        /// Everything up to this revision is known.
        case at(Int64)
    }
    private var position = Position.unknown
    private var failures = 0
    /// Something came since the present watch was opened.
    private var watchDelivered = false
    private let backoff: Backoff

    init(backoff: Backoff = .connection) {
        self.backoff = backoff
    }

    /// The last revision that is known; nil before the first list.
    var revision: Int64? {
        if case .at(let revision) = position { return revision }
        return nil
    }

    var start: Directive { .list }

    mutating func listed(at revision: Int64) -> Directive {
        failures = 0
        position = .at(revision)
        watchDelivered = false
        return .watch(after: revision)
    }

    mutating func listFailed(_ error: ClientError, jitter: UInt64) -> Directive {
        position = .unknown
        return wait(error, then: .list, jitter: jitter)
    }

    /// An event or a bookmark came. Revisions never go back: an older one changes nothing.
    mutating func observed(_ revision: Int64) {
        guard case .at(let known) = position else { return }
        position = .at(max(known, revision))
        failures = 0
        watchDelivered = true
    }

    /// The server ended the watch in good order. Again at once, unless it does nothing but end watches.
    mutating func watchEnded(jitter: UInt64) -> Directive {
        guard case .at(let revision) = position else { return .list }
        defer { watchDelivered = false }
        if watchDelivered { return .watch(after: revision) }
        return wait(nil, then: .watch(after: revision), jitter: jitter)
    }

    mutating func watchFailed(_ error: ClientError, jitter: UInt64) -> Directive {
        let delivered = watchDelivered
        watchDelivered = false
        guard error.code != .expired, case .at(let revision) = position else {
            position = .unknown
            // The first list after an expiry is what helps; a second in a row without an event is not hurried.
            return delivered || failures == 0 ? listAtOnce() : wait(error, then: .list, jitter: jitter)
        }
        return wait(error, then: .watch(after: revision), jitter: jitter)
    }

    private mutating func listAtOnce() -> Directive {
        failures += 1
        return .list
    }

    private mutating func wait(_ error: ClientError?, then next: Next, jitter: UInt64) -> Directive {
        failures += 1
        let delay = backoff.milliseconds(afterFailures: failures, jitter: jitter)
        return .wait(milliseconds: max(delay, error?.retryAfterMilliseconds ?? 0), then: next)
    }
}

extension ReflectorState {
    /// Does what the state says until the task is cancelled.
    ///
    /// - Parameters:
    ///   - list: lists, and tells the state what came of it.
    ///   - watch: watches after the revision until the watch ends, and tells the state why.
    static func run(
        _ time: TimeSource, list: (inout ReflectorState) async -> Directive,
        watch: (_ revision: Int64, inout ReflectorState) async -> Directive
    ) async {
        var state = ReflectorState()
        var directive = state.start
        while !Task.isCancelled {
            switch directive {
            case .list: directive = await list(&state)
            case .watch(let revision): directive = await watch(revision, &state)
            case .wait(let milliseconds, let next):
                await time.sleep(milliseconds)
                switch next {
                case .list: directive = .list
                case .watch(let revision): directive = .watch(after: revision)
                }
            }
        }
    }
}
