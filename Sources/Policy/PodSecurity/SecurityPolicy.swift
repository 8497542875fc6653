public import Objects

/// What a namespace asks of its pods (labels `pod-security.kubernetes.io/…`).
public struct SecurityPolicy: Sendable, Equatable {
    /// What becomes of pods that do not meet the level.
    private enum Mode: String, CaseIterable { case enforce, audit, warn }

    /// Others are refused.
    public var enforce = SecurityLevel(.privileged)
    /// Of others the audit log is told.
    public var audit = SecurityLevel(.privileged)
    /// Of others their writers are told.
    public var warn = SecurityLevel(.privileged)

    /// - Parameter labels: the namespace's.
    /// - Returns: what is asked, where a level that cannot be read enforces the strictest and tells of nothing; and which labels
    ///   cannot be read.
    public static func of(_ labels: StringMap<String>) -> (policy: SecurityPolicy, problems: [FieldProblem]) {
        var policy = SecurityPolicy()
        var problems: [FieldProblem] = []
        var saysWarn = false
        for mode in Mode.allCases {
            let label = "pod-security.kubernetes.io/\(mode.rawValue)"
            var level = SecurityLevel(.privileged)
            if let text = labels[label] {
                if mode == .warn { saysWarn = true }
                if let name = SecurityLevel.Name(rawValue: text) {
                    level.name = name
                } else {
                    level.name = mode == .enforce ? .restricted : .privileged
                    let names = SecurityLevel.Name.allCases.map(\.rawValue).joined(separator: ", ")
                    problems.append(problem(label, text, "must be one of \(names)"))
                }
            }
            if let text = labels["\(label)-version"] {
                if let version = SecurityVersion(text) {
                    level.version = version
                } else {
                    problems.append(problem("\(label)-version", text, #"must be "latest" or "v1.x""#))
                }
            }
            switch mode {
            case .enforce: policy.enforce = level
            case .audit: policy.audit = level
            case .warn: policy.warn = level
            }
        }
        // Templates of pods that will be refused are told of, if nobody says otherwise.
        if !saysWarn, policy.enforce.name > policy.warn.name {
            policy.warn.name = policy.enforce.name
            if labels["pod-security.kubernetes.io/warn-version"] == nil { policy.warn.version = policy.enforce.version }
        }
        return (policy, problems)
    }

    private static func problem(_ label: String, _ text: String, _ why: String) -> FieldProblem {
        .invalid("metadata.labels[\(label)]", text: text, why)
    }
}
