/// Claims of tokens whose signature was found good, by the token's digest, so that a signature is verified once and not
/// with each request. Only what cannot change is remembered: times, audiences and bound objects are asked each time.
struct VerifiedTokens: Sendable {
    private struct Entry: Sendable {
        let claims: ServiceAccountClaims
        /// Looked up since the oldest half was last dropped.
        var isFresh: Bool
    }
    private var entries: [Digest: Entry] = [:]
    private let capacity: Int

    init(capacity: Int = AccessLimits.verifiedTokens) { self.capacity = max(2, capacity) }

    var count: Int { entries.count }

    mutating func claims(_ digest: Digest) -> ServiceAccountClaims? {
        guard let claims = entries[digest]?.claims else { return nil }
        entries[digest]?.isFresh = true
        return claims
    }

    /// - Parameter now: seconds since 1970: when room is needed, expired tokens go first, then those not used lately.
    mutating func insert(_ claims: ServiceAccountClaims, _ digest: Digest, now: Int64) {
        if entries.count >= capacity {
            entries = entries.filter { $0.value.claims.expires > now }
            if entries.count >= capacity { entries = entries.filter { $0.value.isFresh } }
            if entries.count >= capacity { entries.removeAll(keepingCapacity: true) }
            for key in entries.keys { entries[key]?.isFresh = false }
        }
        entries[digest] = Entry(claims: claims, isFresh: true)
    }
}
