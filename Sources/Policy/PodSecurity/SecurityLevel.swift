/// A level of the Pod Security Standards, of some version: `restricted:latest`.
public struct SecurityLevel: Sendable, Equatable {
    public enum Name: String, Sendable, Comparable, CaseIterable {
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

    /// What a name that is none is told.
    static let words = "must be one of \(Name.allCases.map(\.rawValue).joined(separator: ", "))"

    public var name: Name
    /// As the namespace says it.
    public var version: SecurityVersion

    public init(_ name: Name, _ version: SecurityVersion = .latest) {
        self.name = name
        self.version = version
    }

    public var text: String { "\(name.rawValue):\(version)" }
}
