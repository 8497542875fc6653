public import Objects

/// A level of the Pod Security Standards, of some version: `restricted:latest`.
public struct SecurityLevel: Sendable, Equatable {
    public enum Name: String, Sendable, Comparable {
        case privileged, baseline, restricted

        private var strictness: Int {
            switch self {
            case .privileged: 0
            case .baseline: 1
            case .restricted: 2
            }
        }
        public static func < (a: Name, b: Name) -> Bool { a.strictness < b.strictness }
    }
    /// What becomes of pods that do not meet it.
    public enum Mode: String, Sendable { case enforce, warn, audit }

    public var name: Name
    /// As the namespace says it: `latest`, `v1.30`. The checks are those of the newest.
    public var version: String

    /// What a namespace asks of its pods (labels `pod-security.kubernetes.io/…`); nothing, where it says nothing.
    public init(_ mode: Mode, of labels: StringMap<String>) {
        let label = "pod-security.kubernetes.io/\(mode.rawValue)"
        name = labels[label].flatMap(Name.init) ?? .privileged
        version = labels["\(label)-version"] ?? "latest"
    }

    public var text: String { "\(name.rawValue):\(version)" }
}
