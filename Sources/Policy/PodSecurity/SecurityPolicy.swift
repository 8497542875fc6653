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

    public init() {}

    /// Everything is allowed, and nobody told.
    public var isPrivileged: Bool {
        [enforce, audit, warn].allSatisfy { $0.name == .privileged }
    }

    /// What it asks beyond nothing: `enforce=baseline:latest, warn=restricted:v1.30`.
    public var text: String {
        [("enforce", enforce), ("audit", audit), ("warn", warn)].filter { $0.1.name != .privileged }
            .map { "\($0.0)=\($0.1.text)" }.joined(separator: ", ")
    }

    /// - Parameters:
    ///   - labels: the namespace's.
    ///   - defaults: for what they do not say.
    /// - Returns: what is asked, where a level that cannot be read enforces the strictest and tells of nothing; and which labels
    ///   cannot be read.
    public static func of(
        _ labels: StringMap<String>, defaults: SecurityPolicy = SecurityPolicy()
    ) -> (policy: SecurityPolicy, problems: [FieldProblem]) {
        var policy = defaults
        var problems: [FieldProblem] = []
        var (saysEnforce, saysWarn) = (false, false)
        for mode in Mode.allCases {
            let label = "pod-security.kubernetes.io/\(mode.rawValue)"
            var level =
                switch mode {
                case .enforce: defaults.enforce
                case .audit: defaults.audit
                case .warn: defaults.warn
                }
            if let text = labels[label] {
                if mode == .warn { saysWarn = true }
                if let name = SecurityLevel.Name(rawValue: text) {
                    level.name = name
                    if mode == .enforce { saysEnforce = true }
                } else {
                    level.name = mode == .enforce ? .restricted : .privileged
                    problems.append(problem(label, text, SecurityLevel.words))
                }
            }
            if let text = labels["\(label)-version"] {
                if let version = SecurityVersion(text) {
                    level.version = version
                } else {
                    problems.append(problem("\(label)-version", text, SecurityVersion.words))
                    level.version = .latest
                }
            }
            switch mode {
            case .enforce: policy.enforce = level
            case .audit: policy.audit = level
            case .warn: policy.warn = level
            }
        }
        // Templates of pods that will be refused are told of, if nobody says otherwise.
        if saysEnforce, !saysWarn, policy.enforce.name > policy.warn.name {
            policy.warn.name = policy.enforce.name
            if labels["pod-security.kubernetes.io/warn-version"] == nil { policy.warn.version = policy.enforce.version }
        }
        return (policy, problems)
    }

    private static func problem(_ label: String, _ text: String, _ why: String) -> FieldProblem {
        .invalid("metadata.labels[\(label)]", text: text, why)
    }
}
