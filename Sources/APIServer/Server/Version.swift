import Wire

/// What the server says of itself.
public enum Version {
    public static let text = "0.1.0"
    /// The Kubernetes release whose API is served.
    static let kubernetes = "v1.36.2"

    /// `/version` (apimachinery `version.Info`).
    static var document: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for (key, value) in [
            ("major", "1"), ("minor", "36"), ("gitVersion", "\(kubernetes)+apus-\(text)"), ("gitCommit", ""),
            ("gitTreeState", "clean"), ("buildDate", "1970-01-01T00:00:00Z"), ("goVersion", ""), ("compiler", "swiftc"),
            ("platform", "linux/amd64"),
        ] {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
        return writer.bytes
    }
}
