public import Access

/// How the server finds out who asks, and decides what they may do.
public struct AccessSettings: Sendable {
    public var modes: [Authorizer.Mode]
    /// Whether requests without credentials are somebody (`system:anonymous`), or refused.
    public var allowsAnonymous: Bool
    public var tokens: TokenAuthenticator
    /// Tokens of pods whose authors have not said how long they live are accepted for a year, while their holders are told
    /// an hour.
    public var extendsPodTokens = true
    /// The longest life of a token that is issued, in seconds; nil: as long as is asked for.
    public var longestToken: Int64?
    /// Where the keys of tokens are served for others; nil: at the server's own address.
    public var keysURL: String?

    public init(modes: [Authorizer.Mode], allowsAnonymous: Bool, tokens: TokenAuthenticator) {
        self.modes = modes
        self.allowsAnonymous = allowsAnonymous
        self.tokens = tokens
    }

    /// Everybody may do everything, and there are no tokens: for servers that only their own machine reaches, and tests.
    public static let open = AccessSettings(
        modes: [.alwaysAllow], allowsAnonymous: false,
        tokens: TokenAuthenticator(
            serviceAccounts: ServiceAccountTokens(
                issuers: [ServiceAccountTokens.defaultIssuer], audiences: [], signer: nil, keys: []),
            acceptsBootstrapTokens: false))
}
