/// Bounds of authentication and authorization, each with its reason.
public enum AccessLimits {
    /// Bytes of a bearer token. A bound ServiceAccount token has about 1 KiB; with a hundred audiences it has 8.
    public static let tokenBytes = 16 << 10
    /// Bytes of a token's decoded header: algorithm, key id and type take about 100.
    static let tokenHeaderBytes = 1 << 10
    /// Values in a token's `aud`: more than any issuer writes.
    static let tokenAudiences = 128
    /// Keys that verify tokens: each token without a key id is tried with all of them.
    public static let verificationKeys = 16
    /// Tokens whose signatures are known to be good: a thousand nodes with ten pods that call each. About 1 KiB each.
    public static let verifiedTokens = 10_000
    /// Clocks of issuer and server may differ by so much.
    static let clockSkewSeconds: Int64 = 60
    /// Bytes of a static token file: ten thousand users.
    public static let tokenFileBytes = 1 << 20
    /// Groups of one identity: a certificate with more is no person's.
    public static let groups = 512
    /// Values of `Impersonate-Group` and of all `Impersonate-Extra-*` headers: each costs one decision.
    public static let impersonatedValues = 128
    /// Rules into which an escalation check takes a role apart, a millisecond or so for a thousand. The largest role of
    /// Kubernetes' own has 2,400; what is larger than this is refused to all but those who may escalate.
    static let brokenDownRules = 20_000
}
