import Objects

/// Who holds a lease, as it was last read.
struct LeaseRecord: Sendable, Equatable {
    /// Empty: it was given back.
    var holder: String
    var durationMilliseconds: Int
    /// Changes with each write: a renewal is seen by it, whatever the holder's clock says.
    var version: String
}

/// Decides when to take, renew and give up a lease: a pure state machine over local, monotonic time.
///
/// Clocks of machines are never compared. A holder is believed for its lease's duration after this process last saw
/// the record change. The leader stops leading when it could not renew within the renewal time, which is shorter than
/// the duration, so that it stops before another may begin.
struct ElectionState: Sendable {
    struct Times: Sendable {
        /// How long a holder that is not heard of is believed.
        var leaseMilliseconds: Int
        /// After so long without a successful renewal the leader stops.
        var renewMilliseconds: Int
        /// Between tries.
        var retryMilliseconds: Int
    }
    enum Directive: Equatable, Sendable {
        /// Read the lease, then report `read`, `missing` or `failed`.
        case read
        /// Make the lease: it does not exist. Then report `wrote` or `failed`.
        case create
        /// Take or renew the lease at this version. Then report `wrote` or `failed`.
        case write(version: String, isTakeover: Bool)
        case wait(milliseconds: Int)
    }

    private let identity: String
    private let times: Times
    private var observed: (record: LeaseRecord, at: Int64)?
    /// When this process last renewed; nil: it does not lead.
    private var renewedAt: Int64?

    init(identity: String, times: Times) {
        self.identity = identity
        self.times = times
    }

    /// Whether this process leads at this time. Turns false by itself when renewals stay away.
    func isLeading(at now: Int64) -> Bool {
        guard let renewedAt else { return false }
        return now &- renewedAt < Int64(times.renewMilliseconds)
    }

    /// How long the leader may still lead without another renewal.
    func leadingFor(at now: Int64) -> Int {
        guard let renewedAt else { return 0 }
        return Int(clamping: max(Int64(times.renewMilliseconds) &- (now &- renewedAt), 0))
    }

    mutating func read(_ record: LeaseRecord, at now: Int64) -> Directive {
        if observed?.record != record { observed = (record, now) }
        if record.holder == identity { return .write(version: record.version, isTakeover: !isLeading(at: now)) }
        renewedAt = nil
        let since = now &- (observed?.at ?? now)
        // The holder's own duration: it may have been started with another.
        let patience = Int64(max(record.durationMilliseconds, 0))
        if record.holder.isEmpty || since >= patience { return .write(version: record.version, isTakeover: true) }
        return .wait(milliseconds: times.retryMilliseconds)
    }

    mutating func missing() -> Directive {
        observed = nil
        return .create
    }

    /// The lease is ours as of `now`, the time before the write was sent: so the promise is never longer than the lease.
    mutating func wrote(_ record: LeaseRecord, at now: Int64) -> Directive {
        observed = (record, now)
        renewedAt = now
        return .wait(milliseconds: times.retryMilliseconds)
    }

    /// Reading or writing failed, or somebody was faster.
    mutating func failed() -> Directive { .wait(milliseconds: times.retryMilliseconds) }

    /// The leader's time ran out.
    mutating func stopped() { renewedAt = nil }
}
