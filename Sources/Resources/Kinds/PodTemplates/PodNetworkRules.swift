import Objects

/// What a pod is called in the network, and how it finds others there.
enum PodNetworkRules {
    private static let serverLimit = 3
    private static let searchLimit = 32
    private static let searchLimitCharacters = 2048
    private static let hostnameLimitBytes = 64
    private static let domainLimit = 253

    static func dns(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        let path = "\(path).dnsConfig"
        guard let config = spec.dnsConfig else {
            return spec.dnsPolicy == "None"
                ? [.required(path, "must provide `dnsConfig` when `dnsPolicy` is None")] : []
        }
        if spec.dnsPolicy == "None", config.nameservers.isEmpty {
            return [
                .required("\(path).nameservers", "must provide at least one DNS nameserver when `dnsPolicy` is None")
            ]
        }
        var problems: [FieldProblem] = []
        if config.nameservers.count > serverLimit {
            problems.append(
                .invalid(
                    "\(path).nameservers", FieldWords.json(config.nameservers),
                    "must not have more than \(serverLimit) nameservers"))
        }
        for (index, address) in config.nameservers.enumerated() {
            problems += FieldWords.strictAddress("\(path).nameservers[\(index)]", address)
        }
        let shown = FieldWords.json(config.searches)
        if config.searches.count > searchLimit {
            problems.append(
                .invalid("\(path).searches", shown, "must not have more than \(searchLimit) search paths"))
        }
        if config.searches.joined(separator: " ").utf8.count > searchLimitCharacters {
            problems.append(
                .invalid(
                    "\(path).searches", shown,
                    "must not have more than \(searchLimitCharacters) characters (including spaces) in the search list")
            )
        }
        for (index, search) in config.searches.enumerated() where search != "." {
            let domain = search.hasSuffix(".") ? String(search.dropLast()) : search
            problems += FieldWords.name("\(path).searches[\(index)]", domain, searchProblems)
        }
        for (index, option) in config.options.enumerated() where option.name.isEmpty {
            problems.append(.required("\(path).options[\(index)]", "must not be empty"))
        }
        return problems
    }

    /// A domain, with underscores as some old ones have them.
    private static func searchProblems(_ domain: String) -> [String] {
        func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) }
        func isEdge(_ byte: UInt8?) -> Bool { byte.map { isPlain($0) || $0 == 0x5f } ?? false }
        let isGood = domain.utf8.split(separator: 0x2e, omittingEmptySubsequences: false).allSatisfy { part in
            isEdge(part.first) && part.last.map(isPlain) == true
                && part.allSatisfy { isPlain($0) || $0 == 0x2d || $0 == 0x5f }
        }
        let length =
            domain.utf8.count > domainLimit ? ["must be no more than \(domainLimit) characters"] : []
        if isGood { return length }
        let shape = "[a-z0-9_]([-_a-z0-9]*[a-z0-9])?(\\.[a-z0-9_]([-_a-z0-9]*[a-z0-9])?)*"
        return length + [
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-', '_' or '.', and must "
                + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '\(shape)')"
        ]
    }

    static func aliases(_ aliases: [Core.HostAlias], _ path: String) -> [FieldProblem] {
        aliases.enumerated().flatMap { index, alias in
            FieldWords.strictAddress("\(path)[\(index)].ip", alias.ip)
                + alias.hostnames.enumerated().flatMap { number, name in
                    FieldWords.name("\(path)[\(index)].hostnames[\(number)]", name) { Names.subdomainProblems($0) }
                }
        }
    }

    static func hostname(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        guard let name = spec.hostnameOverride else { return [] }
        let at = "\(path).hostnameOverride"
        var problems: [FieldProblem] = []
        if spec.setHostnameAsFQDN == true {
            problems.append(.forbidden(at, "may not be specified when setHostnameAsFQDN is true"))
        }
        if spec.hostNetwork { problems.append(.forbidden(at, "may not be specified when hostNetwork is true")) }
        if name.utf8.count > hostnameLimitBytes { problems.append(.tooLong(at, limitBytes: hostnameLimitBytes)) }
        return problems + FieldWords.name(at, name) { Names.subdomainProblems($0) }
    }
}
