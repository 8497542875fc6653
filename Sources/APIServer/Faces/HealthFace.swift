import Objects

/// `/livez`, `/readyz` and `/healthz`: each check by its name, or all of them (Kubernetes API health endpoints).
enum HealthFace {
    static let kinds = ["healthz", "livez", "readyz"]
    /// What is looked at; those that a server of this kind can be asked for.
    private static let checks = ["ping", "log", "etcd"]
    private static let readiness = ["informer-sync"]

    static func names(of kind: String) -> [String] { checks + (kind == "readyz" ? readiness : []) }

    /// - Parameters:
    ///   - segments: of the path: `livez`, or `livez` and a check's name.
    ///   - failure: why the server cannot serve what is stored; nil: it can.
    /// - Returns: nil: the path names no check.
    static func answer(_ segments: [String], _ query: Query, failure: String?) -> Answer? {
        guard let kind = segments.first, kinds.contains(kind), segments.count <= 2 else {
            return nil
        }
        let names = names(of: kind)
        // A server that lives is not to be killed because its store is away.
        let problem = kind == "livez" ? nil : failure
        func isWell(_ name: String) -> Bool { name != "etcd" || problem == nil }
        if segments.count == 2 {
            guard names.contains(segments[1]) else { return nil }
            return isWell(segments[1])
                ? .text("ok") : .text("internal server error: \(problem ?? "")\n", status: 500)
        }
        let excluded = Set(query.all("exclude"))
        var lines: [String] = []
        var fails = false
        for name in names {
            if excluded.contains(name) {
                lines.append("[+]\(name) excluded: ok")
            } else if isWell(name) {
                lines.append("[+]\(name) ok")
            } else {
                fails = true
                lines.append("[-]\(name) failed: reason withheld")
            }
        }
        let unknown = excluded.subtracting(names).sorted()
        if !unknown.isEmpty {
            lines.append(
                "warn: some health checks cannot be excluded: no matches for "
                    + unknown.map { GoText.quoted($0) }.joined(separator: ","))
        }
        if fails { return .text(lines.joined(separator: "\n") + "\n\(kind) check failed\n", status: 500) }
        guard query.items.contains(where: { $0.name == "verbose" }) else { return .text("ok") }
        return .text(lines.joined(separator: "\n") + "\n\(kind) check passed\n")
    }
}
