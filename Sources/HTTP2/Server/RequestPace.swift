/// How many requests a loop may give to the handler in one iteration, so that its sockets get their turn in between:
/// the next iteration is to take about `target`. Pure.
///
/// Without it thousands of dear requests that arrive together are all answered before the loop looks at another
/// connection, or writes an event.
struct RequestPace {
    /// An honest request then waits about so long behind others' requests; few answers cost more than a tenth of it.
    static let targetNanoseconds: UInt64 = 5_000_000

    private let most: Int
    /// Requests for this iteration.
    private(set) var budget: Int

    init(most: Int) {
        self.most = max(1, most)
        budget = self.most
    }

    /// An iteration took so long, in which so many requests were given to the handler.
    mutating func iterationEnded(tookNanoseconds took: UInt64, requests: Int) {
        if took > Self.targetNanoseconds, requests > 0 {
            // In proportion: at once down to what fits.
            budget = max(1, Int(clamping: UInt64(clamping: requests) &* Self.targetNanoseconds / took))
        } else {
            budget = min(most, budget &* 2)
        }
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
