/// How long certificates last, and bounds on what is read.
public enum PKILimits {
    private static let day = 24 * 3600
    /// The authority: as long as a cluster is likely to live without being made anew.
    public static let authoritySeconds = 10 * 365 * day
    /// A year: whoever finds an old key cannot use it for long, and every start renews in time.
    public static let leafSeconds = 365 * day
    /// Renewed when less is left. A cluster that is started once a month never meets an expired certificate.
    public static let renewalSeconds = 30 * day
    /// Certificates are valid from a little before they are made, for clients whose clocks run behind.
    public static let clockSkewSeconds = 300
    /// A certificate and a key of ours take under 4 KiB; more is some other file.
    public static let fileBytes = 64 * 1024
    /// RFC 5280, section 4.2.1.6 has no bound; X.520 bounds a common name to 64 characters.
    public static let commonNameCharacters = 64
}
