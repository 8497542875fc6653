/// Decides when a peer has cost too much: a token bucket per kind of cheap-to-send, dear-to-handle frame. Pure: time
/// is passed in. It counts what nghttp2 1.52 does not.
public struct AbuseBudget {
    enum Kind: Int, CaseIterable {
        /// RST_STREAM that this side had to send because of what the peer sent (CVE-2025-8671, 2019-9514).
        case resetSent
        /// DATA without bytes that does not end its stream (CVE-2019-9518).
        case emptyData
        case ping
        case settings
        case priority
        /// Frames of types that nobody knows.
        case unknownFrame
        /// Header lists that are too large or malformed.
        case badHeaders
        case windowUpdate
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
        // Faults that an honest client does not make; some leave room for races with a closing stream.
        var resetSent = Allowance(burst: 500, perSecond: 50)
        var badHeaders = Allowance(burst: 50, perSecond: 5)
        var unknownFrame = Allowance(burst: 100, perSecond: 10)
        // Some clients end a body with an empty frame of its own, or flush with one.
        var emptyData = Allowance(burst: 1_000, perSecond: 100)
        // Go's and gRPC's clients measure the line with PINGs while they receive.
        var ping = Allowance(burst: 1_000, perSecond: 100)
        var settings = Allowance(burst: 100, perSecond: 5)
        // Browsers' and nghttp's dependency trees: a frame or two per stream.
        var priority = Allowance(burst: 20_000, perSecond: 2_000)
        // At worst one for the stream and one for the connection per frame that was sent to the peer.
        var windowUpdate = Allowance(burst: 200_000, perSecond: 200_000)

        public init() {}

        subscript(kind: Kind) -> Allowance {
            switch kind {
            case .resetSent: resetSent
            case .emptyData: emptyData
            case .ping: ping
            case .settings: settings
            case .priority: priority
            case .unknownFrame: unknownFrame
            case .badHeaders: badHeaders
            case .windowUpdate: windowUpdate
            }
        }
    }
}
