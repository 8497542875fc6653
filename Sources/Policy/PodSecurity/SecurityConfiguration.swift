public import Objects

/// What a cluster asks of all its pods (pod-security.admission.config.k8s.io, `PodSecurityConfiguration`).
public struct SecurityConfiguration: Sendable, Equatable {
    /// For namespaces that do not say.
    public var defaults = SecurityPolicy()
    public var exemptions = SecurityExemptions()

    public init() {}

    private static let group = "pod-security.admission.config.k8s.io"
    /// They say the same.
    private static let versions = ["v1", "v1beta1", "v1alpha1"].map { "\(group)/\($0)" }

    /// - Parameter value: the configuration as free JSON.
    /// - Throws: what is wrong in it, field by field.
    public init(_ value: Value) throws(SecurityConfigurationError) {
        let whole = try Self.members(value, "", ["apiVersion", "kind", "defaults", "exemptions"])
        guard whole["kind"] == .string("PodSecurityConfiguration"),
            Self.versions.contains(where: { whole["apiVersion"] == .string($0) })
        else {
            throw SecurityConfigurationError(
                "apiVersion and kind must be \(Self.group)/v1 and PodSecurityConfiguration")
        }
        var problems: [FieldProblem] = []
        let modes = ["enforce", "audit", "warn"]
        let levels = try Self.members(
            whole["defaults"] ?? .map([:]), "defaults", modes + modes.map { "\($0)-version" })
        func level(_ mode: String) throws(SecurityConfigurationError) -> SecurityLevel {
            let (field, version) = ("defaults.\(mode)", "defaults.\(mode)-version")
            var level = SecurityLevel(.privileged)
            let name = try Self.text(levels[mode], field)
            if let known = SecurityLevel.Name(rawValue: name) {
                level.name = known
            } else if !name.isEmpty {
                problems.append(.invalid(field, text: name, SecurityLevel.words))
            }
            let text = try Self.text(levels["\(mode)-version"], version)
            if let known = SecurityVersion(text) {
                level.version = known
            } else if !text.isEmpty {
                problems.append(.invalid(version, text: text, SecurityVersion.words))
            }
            return level
        }
        defaults.enforce = try level("enforce")
        defaults.audit = try level("audit")
        defaults.warn = try level("warn")
        let exempt = try Self.members(
            whole["exemptions"] ?? .map([:]), "exemptions", ["usernames", "namespaces", "runtimeClasses"])
        func names(_ kind: String, _ why: (String) -> [String]) throws(SecurityConfigurationError) -> Set<String> {
            var names: Set<String> = []
            for (index, name) in try Self.texts(exempt[kind], "exemptions.\(kind)").enumerated() {
                let field = "exemptions.\(kind)[\(index)]"
                let words = why(name)
                if !words.isEmpty {
                    problems.append(.invalid(field, text: name, words.joined(separator: ", ")))
                } else if name.isEmpty {
                    problems.append(.required(field))
                } else if !names.insert(name).inserted {
                    problems.append(.duplicate(field, name))
                }
            }
            return names
        }
        exemptions.namespaces = try names("namespaces") { Names.labelProblems($0) }
        exemptions.runtimeClasses = try names("runtimeClasses") { Names.subdomainProblems($0) }
        exemptions.usernames = try names("usernames") { _ in [] }
        guard problems.isEmpty else { throw SecurityConfigurationError(GoText.aggregate(problems.map(\.description))) }
    }

    private static func members(
        _ value: Value, _ field: String, _ known: [String]
    ) throws(SecurityConfigurationError) -> StringMap<Value> {
        if case .null = value { return [:] }
        guard case .map(let members) = value else {
            throw SecurityConfigurationError("\(field.isEmpty ? "the configuration" : field) must be an object")
        }
        for name in members.keys where !known.contains(name) {
            throw SecurityConfigurationError(
                "unknown field \(GoText.quoted(field.isEmpty ? name : "\(field).\(name)"))")
        }
        return members
    }

    private static func text(_ value: Value?, _ field: String) throws(SecurityConfigurationError) -> String {
        switch value {
        case nil, .null?: return ""
        case .string(let text)?: return text
        default: throw SecurityConfigurationError("\(field) must be a string")
        }
    }

    private static func texts(_ value: Value?, _ field: String) throws(SecurityConfigurationError) -> [String] {
        switch value {
        case nil, .null?: return []
        case .list(let items)?:
            var texts: [String] = []
            for (index, item) in items.enumerated() { texts.append(try text(item, "\(field)[\(index)]")) }
            return texts
        default: throw SecurityConfigurationError("\(field) must be a list of strings")
        }
    }
}

/// A configuration that cannot be followed.
public struct SecurityConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
