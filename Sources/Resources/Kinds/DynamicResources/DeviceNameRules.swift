import Objects

/// Names in resource.k8s.io: of pools, attributes, capacities, requests.
enum DeviceNameRules {
    /// `rack-1/node-7`.
    static func pool(_ name: String, _ path: String) -> [FieldProblem] {
        if name.isEmpty { return [.required(path)] }
        let tooLong: [FieldProblem] =
            name.utf8.count > DeviceLimits.poolNameBytes ? [.tooLong(path, limitBytes: DeviceLimits.poolNameBytes)] : []
        return tooLong
            + name.split(separator: "/", omittingEmptySubsequences: false).flatMap { part in
                FieldWords.name(path, String(part)) { Names.subdomainProblems($0) }
            }
    }

    static func label(_ name: String, _ path: String) -> [FieldProblem] {
        FieldWords.name(path, name) { Names.labelProblems($0) }
    }

    static func requiredLabel(_ name: String, _ path: String) -> [FieldProblem] {
        name.isEmpty ? [.required(path)] : label(name, path)
    }

    /// `model`, or `example.com/model`.
    static func qualified(_ name: String, _ path: String) -> [FieldProblem] {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return identifier(parts[0], path)
        case 2:
            return
                (parts[0].isEmpty
                ? [.invalid(path, text: "", "the domain must not be empty")] : NameShapes.driver(path, parts[0]))
                + (parts[1].isEmpty
                    ? [.invalid(path, text: "", "the name must not be empty")] : identifier(parts[1], path))
        default: return [.invalid(path, text: name, "must not contain more than one slash")]
        }
    }

    static func fullyQualified(_ name: String, _ path: String) -> [FieldProblem] {
        if name.contains("/") { return qualified(name, path) }
        return qualified(name, path) + [
            .invalid(path, text: name, "a fully qualified name must be a domain and a name separated by a slash")
        ]
    }

    private static func identifier(_ text: String, _ path: String) -> [FieldProblem] {
        let limit = DeviceLimits.identifierBytes
        let tooLong: [FieldProblem] = text.utf8.count > limit ? [.tooLong(path, limitBytes: limit)] : []
        return tooLong + FieldWords.name(path, text, NameShapes.identifierProblems)
    }
}
