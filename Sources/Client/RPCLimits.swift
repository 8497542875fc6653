/// What the client bounds, in one place, each with its reason.
public enum RPCLimits {
    /// One message of an answer. The largest is a page of a list; a page of 500 of the largest objects is far over it,
    /// but such lists are asked again in smaller pages.
    public static let messageBytes = 256 << 20
    /// One message of a watch: a few of the largest objects (1.5 MiB each) may travel together.
    public static let watchMessageBytes = 32 << 20
    /// Objects of one page of a list: as many as other clients ask for, some MiB.
    public static let pageObjects = 500
    /// A call that has not ended by then has failed. The server commits in milliseconds; a full disk may take seconds.
    public static let callMilliseconds = 30_000
    /// Attempts of a call that the server certainly did not begin: once more after a connection was closed in good
    /// order, and once more in case that was bad luck.
    public static let attempts = 3
    /// A kubeconfig holds a few certificates.
    public static let kubeconfigBytes = 1 << 20
    /// A stream of an answer that is not a message: an error's text.
    public static let errorBodyBytes = 64 << 10
}
