import Wire

/// What the server says of itself.
public enum Version {
    public static let text = "0.1.0"
    /// The Kubernetes release whose API is served.
    static let kubernetes = "v1.36.2"

    /// As Go names it.
    private static var platform: String {
        #if arch(arm64)
            "linux/arm64"
        #else
            "linux/amd64"
        #endif
    }

    /// `/version` (apimachinery `version.Info`).
    static var document: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for (key, value) in [
            ("major", "1"), ("minor", "36"), ("gitVersion", "\(kubernetes)+apus-\(text)"), ("gitCommit", ""),
            ("gitTreeState", "clean"), ("buildDate", "1970-01-01T00:00:00Z"), ("goVersion", ""), ("compiler", "swiftc"),
            ("platform", platform),
        ] {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
        return writer.bytes
    }
}
