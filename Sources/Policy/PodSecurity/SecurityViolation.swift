/// One check that a pod fails, in the words of Kubernetes' admission.
public struct SecurityViolation: Sendable, Equatable {
    /// `host namespaces`.
    public let reason: String
    /// `hostNetwork=true`.
    public let detail: String

    init(_ reason: String, _ detail: String = "") {
        self.reason = reason
        self.detail = detail
    }

    var text: String { detail.isEmpty ? reason : "\(reason) (\(detail))" }

    /// All of them, with their details.
    public static func text(_ violations: [SecurityViolation]) -> String {
        violations.map(\.text).joined(separator: ", ")
    }
}

/// Lists in messages.
enum Words {
    static func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
    /// `container "a"`, `containers "a", "b"`.
    static func counted(_ noun: String, _ names: [String]) -> String {
        "\(noun)\(names.count == 1 ? "" : "s") \(quoted(names))"
    }
}
