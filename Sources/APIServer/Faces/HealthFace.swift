import HTTP2
import Objects

/// `/livez`, `/readyz` and `/healthz`: each check by its name, or all of them (Kubernetes API health endpoints).
enum HealthFace {
    static let kinds = ["healthz", "livez", "readyz"]

    static func names(of kind: String) -> [String] { HealthCheck.all(of: kind).map(\.rawValue) }

    /// - Parameters:
    ///   - segments: of the path: `livez`, or `livez` and a check's name, which may have a slash.
    ///   - server: how it does.
    /// - Returns: nil: the path names no check.
    static func answer(_ segments: [String], _ query: Query, _ server: ServerHealth) -> Answer? {
        guard let kind = segments.first, kinds.contains(kind) else { return nil }
        let checks = HealthCheck.all(of: kind)
        guard segments.count == 1 else {
            let name = segments.dropFirst().joined(separator: "/")
            guard let check = checks.first(where: { $0.rawValue == name }) else { return nil }
            guard let problem = server.problem(check, kind) else { return .text("ok") }
            return failure("internal server error: \(problem)\n")
        }
        var excluded = Set(query.all("exclude"))
        var text = ""
        var fails = false
        for check in checks {
            if excluded.remove(check.rawValue) != nil {
                text += "[+]\(check.rawValue) excluded: ok\n"
            } else if server.problem(check, kind) == nil {
                text += "[+]\(check.rawValue) ok\n"
            } else {
                // Why is for those who may ask for the check itself.
                fails = true
                text += "[-]\(check.rawValue) failed: reason withheld\n"
            }
        }
        if !excluded.isEmpty {
            text +=
                "warn: some health checks cannot be excluded: no matches for "
                + excluded.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { GoText.quoted($0) }
                .joined(separator: ",") + "\n"
        }
        if fails { return failure("\(text)\(kind) check failed\n") }
        let isVerbose = query.items.contains { $0.name == "verbose" }
        return sealed(.text(isVerbose ? "\(text)\(kind) check passed\n" : "ok"))
    }

    private static func failure(_ text: String) -> Answer { sealed(.text(text, status: 500)) }

    /// Browsers shall not look for something else in it.
    private static func sealed(_ answer: Answer) -> Answer {
        var answer = answer
        answer.headers.append("x-content-type-options", "nosniff")
        return answer
    }
}
