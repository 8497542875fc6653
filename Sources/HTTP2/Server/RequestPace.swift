/// How many requests a loop may give to the handler in one iteration, so that its sockets get their turn in between:
/// what the handler does for them, at once and in the jobs of the next iteration, is to take about the target. Pure.
///
/// Without it thousands of dear requests that arrive together are all answered before the loop looks at another
/// connection, or writes an event. It begins low, since what a request costs is known afterwards only, and doubles as
/// long as requests are cheap and there are as many.
struct RequestPace {
    /// An honest request waits about so long behind others' requests; few answers cost more than a tenth of it.
    static let targetNanoseconds: UInt64 = 5_000_000
    /// Where it begins. Eight lists of some megabytes are a tenth of a second.
    static let initial = 8
    /// Other jobs may have taken the time, such as the delivery of events to very many watches: requests go on.
    static let least = 4

    private let most: Int
    /// Requests for this iteration.
    private(set) var budget: Int

    init(most: Int) {
        self.most = max(1, most)
        budget = min(Self.initial, self.most)
    }

    /// Handler and jobs took so long in an iteration, in which so many requests were given to the handler.
    mutating func iterationEnded(tookNanoseconds took: UInt64, requests: Int) {
        if took > Self.targetNanoseconds, requests > 0 {
            // In proportion: at once down to what fits.
            let fitting = UInt64(clamping: requests).multipliedFullWidth(by: Self.targetNanoseconds)
            budget = Int(clamping: fitting.high < took ? took.dividingFullWidth(fitting).quotient : UInt64.max)
        } else if requests >= budget {
            budget = budget &* 2
        } else if requests < budget / 2 {
            budget = max(budget / 2, Self.initial)
        }
        budget = min(max(budget, Self.least), most)
    }
}

/// Requests of one connection that wait for their turn, in the order in which they came whole.
struct WaitingRequests {
    private var streams: [ServerStream] = []
    private var first = 0

    mutating func append(_ stream: ServerStream) { streams.append(stream) }

    /// The next one that has not been reset meanwhile.
    mutating func popFirst() -> ServerStream? {
        while first < streams.count {
            let stream = streams[first]
            first += 1
            if first == streams.count { removeAll() }
            if !stream.isClosed { return stream }
        }
        return nil
    }

    mutating func removeAll() {
        streams.removeAll(keepingCapacity: false)
        first = 0
    }

    var isEmpty: Bool { first == streams.count }
}
