public import Objects

/// Where a webhook is called: a URL, or a service of the cluster.
public enum WebhookTargetRules {
    private static let form = "desired format: https://host[/path]"

    public static func url(_ text: String, _ path: String) -> [FieldProblem] {
        var rest = text[...]
        func cut(after mark: Character) -> String? {
            guard let at = rest.firstIndex(of: mark) else { return nil }
            defer { rest = rest[..<at] }
            return String(rest[rest.index(after: at)...])
        }
        let fragment = cut(after: "#") ?? ""
        let query = cut(after: "?") ?? ""
        var scheme = ""
        if let colon = rest.firstIndex(of: ":"), isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        var host = ""
        var user: String?
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let authority = rest.prefix { $0 != "/" }
            host = String(authority)
            if let at = authority.lastIndex(of: "@") {
                user = String(authority[..<at])
                host = String(authority[authority.index(after: at)...])
            }
        }
        var problems: [FieldProblem] = []
        func refuse(_ value: String, _ why: String) { problems.append(.invalid(path, text: value, why)) }
        if scheme != "https" { refuse(scheme, "'https' is the only allowed URL scheme; \(form)") }
        if host.isEmpty { refuse(host, "host must be specified; \(form)") }
        if let user { refuse(user, "user information is not permitted in the URL") }
        if !fragment.isEmpty { refuse(fragment, "fragments are not permitted in the URL") }
        if !query.isEmpty { refuse(query, "query parameters are not permitted in the URL") }
        return problems
    }

    private static func isScheme(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7a).contains($0 | 0x20) }
    }

    /// - Parameter port: nil: the usual one.
    public static func service(
        name: String, namespace: String, port: Int?, path: String?, _ field: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if name.isEmpty { problems.append(.required("\(field).name", "service name is required")) }
        if namespace.isEmpty { problems.append(.required("\(field).namespace", "service namespace is required")) }
        if let port, !(1...65535).contains(port) {
            problems.append(.invalid("\(field).port", String(port), "port is not valid: \(FieldWords.port)"))
        }
        return problems + (path.map { self.path($0, "\(field).path") } ?? [])
    }

    private static func path(_ text: String, _ path: String) -> [FieldProblem] {
        if text.isEmpty || text == "/" { return [] }
        if text == "//" { return [.invalid(path, text: text, "segment[0] may not be empty")] }
        var problems: [FieldProblem] = []
        if !text.hasPrefix("/") { problems.append(.invalid(path, text: text, "must start with a '/'")) }
        var steps = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if steps.last?.isEmpty == true { steps.removeLast() }
        for (index, step) in steps.enumerated() {
            if step.isEmpty {
                problems.append(.invalid(path, text: text, "segment[\(index)] may not be empty"))
            } else {
                problems += Names.subdomainProblems(String(step)).map {
                    .invalid(path, text: text, "segment[\(index)]: \($0)")
                }
            }
        }
        return problems
    }
}
