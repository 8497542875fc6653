/// Decides when a peer has cost too much: a token bucket per kind of cheap-to-send, dear-to-handle frame. Pure: time
/// is passed in. It counts what nghttp2 1.52 does not.
public struct AbuseBudget {
    enum Kind: Int, CaseIterable {
        /// RST_STREAM of the peer (CVE-2023-44487).
        case resetsReceived
        /// The same, for a request whose answer had not begun: work for nothing.
        case resetsBeforeAnswer
        /// RST_STREAM that this side had to send because of what the peer sent (CVE-2025-8671, 2019-9514).
        case resetsSent
        /// DATA without bytes that does not end its stream (CVE-2019-9518).
        case emptyData
        case pings
        case settings
        case priorities
        /// Frames of types that nobody knows.
        case unknownFrames
        /// Header lists that are too large or malformed.
        case badHeaders
        case windowUpdates

        var limit: LimitHit {
            switch self {
            case .resetsReceived: .resetsReceived
            case .resetsBeforeAnswer: .resetsBeforeAnswer
            case .resetsSent: .resetsSent
            case .emptyData: .emptyData
            case .pings: .pings
            case .settings: .settings
            case .priorities: .priorities
            case .unknownFrames: .unknownFrames
            case .badHeaders: .badHeaders
            case .windowUpdates: .windowUpdates
            }
        }
    }

    enum Verdict: Equatable {
        case fine
        /// Over budget: GOAWAY with ENHANCE_YOUR_CALM.
        case giveUp(Kind)
    }

    /// `burst` at once, refilled at `perSecond`.
    struct Allowance: Sendable, Equatable {
        var burst: Int
        var perSecond: Int
    }

    private let allowances: Allowances
    /// Thousandths of a token, per kind.
    private var tokens: [Int]
    private var refilledAt: [UInt64]

    init(_ allowances: Allowances, nowMilliseconds: UInt64) {
        self.allowances = allowances
        tokens = Kind.allCases.map { allowances[$0].burst * 1_000 }
        refilledAt = Kind.allCases.map { _ in nowMilliseconds }
    }

    /// Takes one token of a kind.
    mutating func charge(_ kind: Kind, nowMilliseconds now: UInt64) -> Verdict {
        let at = kind.rawValue
        let allowance = allowances[kind]
        let elapsed = Int(clamping: min(now &- min(refilledAt[at], now), 3_600_000))
        if elapsed > 0 {
            tokens[at] = min(tokens[at] + elapsed * allowance.perSecond, allowance.burst * 1_000)
            refilledAt[at] = now
        }
        guard tokens[at] >= 1_000 else { return .giveUp(kind) }
        tokens[at] -= 1_000
        return .fine
    }
}

extension AbuseBudget {
    /// The allowances for all kinds.
    public struct Allowances: Sendable, Equatable {
        // A client may drop all its watches at once, again and again: it has paid for each with a whole request. This
        // is above what a loop answers in a second.
        var resetsReceived = Allowance(burst: 20_000, perSecond: 10_000)
        // A client may give up all the requests that it may have open at once, and again some seconds later.
        var resetsBeforeAnswer = Allowance(burst: 4_096, perSecond: 500)
        // Faults that an honest client does not make; some leave room for races with a closing stream.
        var resetsSent = Allowance(burst: 500, perSecond: 50)
        var badHeaders = Allowance(burst: 50, perSecond: 5)
        var unknownFrames = Allowance(burst: 100, perSecond: 10)
        // Some clients end a body with an empty frame of its own, or flush with one.
        var emptyData = Allowance(burst: 1_000, perSecond: 100)
        // Go's and gRPC's clients measure the line with PINGs while they receive.
        var pings = Allowance(burst: 1_000, perSecond: 100)
        var settings = Allowance(burst: 100, perSecond: 5)
        // Browsers' and nghttp's dependency trees: a frame or two per stream.
        var priorities = Allowance(burst: 20_000, perSecond: 2_000)
        // At worst one for the stream and one for the connection per frame that was sent to the peer.
        var windowUpdates = Allowance(burst: 200_000, perSecond: 200_000)

        public init() {}

        subscript(kind: Kind) -> Allowance {
            switch kind {
            case .resetsReceived: resetsReceived
            case .resetsBeforeAnswer: resetsBeforeAnswer
            case .resetsSent: resetsSent
            case .emptyData: emptyData
            case .pings: pings
            case .settings: settings
            case .priorities: priorities
            case .unknownFrames: unknownFrames
            case .badHeaders: badHeaders
            case .windowUpdates: windowUpdates
            }
        }
    }
}
