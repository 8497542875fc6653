public import Access
public import Client
public import PKIX

/// What the controllers may be told.
public struct ControllersConfiguration: Sendable {
    /// The certificate (PEM) of the authority that signed the API server's: published in the ConfigMaps of each namespace
    /// that pods' tokens come with (`kube-root-ca.crt`). Empty: it is not published.
    public var authorityCertificate = ""
    /// Signs what requests for certificates ask for; nil: the cluster's signers issue none.
    public var certificateIssuer: CertificateIssuer?
    /// The longest that certificates are issued for, and how long for those who do not say.
    public var certificateSeconds = 365 * 24 * 3600
    /// Signs the tokens of Secrets that ask for one; nil: they get none.
    public var tokenKey: TokenKey?
    /// For how long tokens in Secrets are kept that nobody uses.
    public var unusedTokenSeconds = 365 * 24 * 3600
    /// After so long without a heartbeat a node is not ready.
    public var nodeGraceMilliseconds = 40_000
    /// How long pods stay on a node that is not ready or not heard of, when they do not say so themselves. (300 s is what
    /// the API server writes into pods that say nothing: it counts as nothing said.)
    public var podEvictionMilliseconds = 300_000
    /// Under which name this process holds the lease `kube-controller-manager`, so that of several one leads; nil: it is the
    /// only one, and holds none.
    public var leaseHolder: String?
    public var time = TimeSource.system

    public init() {}
}
