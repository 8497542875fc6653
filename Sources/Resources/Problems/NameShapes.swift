import Objects

/// Names of other shapes than those of objects: domains, paths, identifiers of languages. Each function returns what is
/// wrong with the field, in Kubernetes' words; none: the text is good.
enum NameShapes {
    private static let wildcardWords =
        "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower "
        + "case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used "
        + "for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
    private static let identifierWords =
        "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or "
        + "'_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName', regex used for validation is '[A-Za-z_][A-Za-z0-9_]*')"
    private static let pathWords =
        "Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')"

    /// What may stand between two slashes of a URL's path.
    static func pathSegmentProblems(_ text: String) -> [String] {
        if text == "." { return ["may not be '.'"] }
        if text == ".." { return ["may not be '..'"] }
        return ["/", "%"].filter { text.contains($0) }.map { "may not contain '\($0)'" }
    }

    /// - Parameter words: what an empty one is told.
    static func pathSegment(
        _ path: String, _ text: String, isRequired: Bool = true, ifEmpty words: String = ""
    ) -> [FieldProblem] {
        if text.isEmpty { return isRequired ? [.required(path, words)] : [] }
        return FieldWords.name(path, text, pathSegmentProblems)
    }

    /// `*.example.com`.
    static func wildcardProblems(_ text: String) -> [String] {
        guard text.hasPrefix("*.") else { return [wildcardWords] }
        return Names.subdomainProblems(String(text.dropFirst(2))).isEmpty ? [] : [wildcardWords]
    }

    /// `hook.example.com`: three labels or more.
    static func fullyQualifiedName(_ path: String, _ text: String) -> [FieldProblem] {
        if text.isEmpty { return [.required(path)] }
        let found = Names.subdomainProblems(text)
        if !found.isEmpty { return [.invalid(path, text: text, found.joined(separator: ","))] }
        if labels(text).count >= 3 { return [] }
        return [.invalid(path, text: text, "should be a domain with at least three segments separated by dots")]
    }

    /// `example.com`, perhaps with a dot at its end.
    static func fullyQualifiedDomain(_ path: String, _ text: String) -> [FieldProblem] {
        if text.isEmpty { return [.required(path)] }
        let domain = text.hasSuffix(".") ? String(text.dropLast()) : text
        let found = Names.subdomainProblems(domain)
        if !found.isEmpty { return [.invalid(path, text: domain, found.joined(separator: ","))] }
        if labels(domain).count < 2 {
            return [.invalid(path, text: domain, "should be a domain with at least two segments separated by dots")]
        }
        return labels(domain).flatMap { label -> [FieldProblem] in
            let found = Names.labelProblems(label)
            return found.isEmpty ? [] : [.invalid(path, text: label, found.joined(separator: ","))]
        }
    }

    static func labels(_ domain: String) -> [String] {
        domain.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// `example.com/controller`.
    static func domainPrefixedPath(_ path: String, _ text: String) -> [FieldProblem] {
        if text.isEmpty { return [.required(path)] }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            return [.invalid(path, text: text, "must be a domain-prefixed path (such as \"acme.io/foo\")")]
        }
        let allowed = Set("/-._~%!$&'()*+,;=:".utf8)
        let isPath = parts[1].utf8.allSatisfy { isAlphanumeric($0) || allowed.contains($0) }
        return FieldWords.name(path, parts[0]) { Names.subdomainProblems($0) }
            + (isPath ? [] : [.invalid(path, text: parts[1], pathWords)])
    }

    static func identifierProblems(_ text: String) -> [String] {
        let isGood =
            !text.isEmpty && !(0x30...0x39).contains(text.utf8.first ?? 0x30)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
        return isGood ? [] : [identifierWords]
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }

    private static let driverNameLimitBytes = 63

    /// The name of a storage or device driver: a domain.
    static func driver(_ path: String, _ text: String) -> [FieldProblem] {
        let length: [FieldProblem] =
            text.isEmpty
            ? [.required(path)]
            : text.utf8.count > driverNameLimitBytes ? [.tooLong(path, limitBytes: driverNameLimitBytes)] : []
        return length + Names.subdomainProblems(text.lowercased()).map { .invalid(path, text: text, $0) }
    }

    /// The key of a label.
    static func labelKey(_ path: String, _ text: String) -> [FieldProblem] {
        FieldWords.name(path, text, Names.qualifiedNameProblems)
    }
}
