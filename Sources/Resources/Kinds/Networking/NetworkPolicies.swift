import Objects

extension BuiltinResources {
    static let networkPolicies = ResourceDefinition(
        "networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", singular: "networkpolicy", shortNames: ["netpol"],
        traits: [.tracksGeneration, .updatesInPart], rules: NetworkPolicyRules(),
        rows: RowPlan([
            .name,
            Column("Pod-Selector", about: "Which pods it is about.", reads: ["spec.podSelector"]) { object, _ in
                RowText.selector(Networking.NetworkPolicy(object).spec.podSelector)
            }, .age,
        ]))
}

/// Who may talk to pods, and whom they may talk to.
struct NetworkPolicyRules: ResourceRules {
    private static let protocols = ["TCP", "UDP", "SCTP"]
    private static let directions = ["Ingress", "Egress"]

    func setDefaults(_ object: inout Message) {
        var policy = Networking.NetworkPolicy(object)
        for index in policy.spec.ingress.indices { setDefaults(&policy.spec.ingress[index].ports) }
        for index in policy.spec.egress.indices { setDefaults(&policy.spec.egress[index].ports) }
        if policy.spec.policyTypes.isEmpty {
            policy.spec.policyTypes = policy.spec.egress.isEmpty ? ["Ingress"] : Self.directions
        }
        object = policy.message
    }

    private func setDefaults(_ ports: inout [Networking.NetworkPolicyPort]) {
        for index in ports.indices where ports[index].protocol == nil { ports[index].protocol = "TCP" }
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        problems(Networking.NetworkPolicy(object).spec, known: [])
    }

    /// Which network of today was which one before, nobody can tell: any of the old ones is good.
    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let before = Self.blocks(Networking.NetworkPolicy(old).spec)
        return problems(
            Networking.NetworkPolicy(object).spec, known: Set(before.flatMap { [$0.block.cidr] + $0.block.except }))
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        Self.blocks(Networking.NetworkPolicy(object).spec).flatMap { path, block in
            FieldWords.networkWarnings("\(path).cidr", block.cidr)
                + block.except.enumerated().flatMap { FieldWords.networkWarnings("\(path).except[\($0)]", $1) }
        }
    }

    private static func blocks(_ spec: Networking.NetworkPolicySpec) -> [(path: String, block: Networking.IPBlock)] {
        func blocks(
            _ peers: [Networking.NetworkPolicyPeer], _ path: String
        ) -> [(path: String, block: Networking.IPBlock)] {
            peers.enumerated().compactMap { index, peer in peer.ipBlock.map { ("\(path)[\(index)].ipBlock", $0) } }
        }
        return spec.ingress.enumerated().flatMap { blocks($1.from, "spec.ingress[\($0)].from") }
            + spec.egress.enumerated().flatMap { blocks($1.to, "spec.egress[\($0)].to") }
    }

    /// - Parameter known: networks that were stored before, however they are written.
    private func problems(_ spec: Networking.NetworkPolicySpec, known: Set<String>) -> [FieldProblem] {
        var problems = SelectorRules.problems(spec.podSelector, "spec.podSelector")
        for (index, rule) in spec.ingress.enumerated() {
            problems += self.ports(rule.ports, "spec.ingress[\(index)].ports")
            problems += self.peers(rule.from, "spec.ingress[\(index)].from", known)
        }
        for (index, rule) in spec.egress.enumerated() {
            problems += self.ports(rule.ports, "spec.egress[\(index)].ports")
            problems += self.peers(rule.to, "spec.egress[\(index)].to", known)
        }
        guard spec.policyTypes.count <= Self.directions.count else {
            return problems + [
                .invalid(
                    "spec.policyTypes", FieldWords.json(spec.policyTypes), "may not specify more than two policyTypes")
            ]
        }
        for (index, type) in spec.policyTypes.enumerated() {
            problems += FieldWords.oneOf("spec.policyTypes[\(index)]", type, Self.directions)
        }
        return problems
    }

    private func ports(_ ports: [Networking.NetworkPolicyPort], _ path: String) -> [FieldProblem] {
        ports.enumerated().flatMap { port($1, "\(path)[\($0)]") }
    }

    private func port(_ port: Networking.NetworkPolicyPort, _ path: String) -> [FieldProblem] {
        var problems = port.protocol.map { FieldWords.oneOf("\(path).protocol", $0, Self.protocols) } ?? []
        func lastPort(_ why: String) {
            if let last = port.endPort { problems.append(.invalid("\(path).endPort", String(last), why)) }
        }
        switch port.port {
        case nil: lastPort("may not be specified when `port` is not specified")
        case .string(let name):
            lastPort("may not be specified when `port` is non-numeric")
            problems += FieldWords.port("\(path).port", .string(name))
        case .int(let number):
            problems += FieldWords.port("\(path).port", .int(number))
            guard let last = port.endPort else { break }
            if last < number {
                // The number that is told is the first port, as there.
                problems.append(
                    .invalid("\(path).endPort", String(number), "must be greater than or equal to `port`"))
            }
            problems += FieldWords.port("\(path).endPort", .int(last))
        }
        return problems
    }

    private func peers(
        _ peers: [Networking.NetworkPolicyPeer], _ path: String, _ known: Set<String>
    ) -> [FieldProblem] {
        peers.enumerated().flatMap { peer($1, "\(path)[\($0)]", known) }
    }

    private func peer(
        _ peer: Networking.NetworkPolicyPeer, _ path: String, _ known: Set<String>
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let pods = peer.podSelector { problems += SelectorRules.problems(pods, "\(path).podSelector") }
        if let spaces = peer.namespaceSelector {
            problems += SelectorRules.problems(spaces, "\(path).namespaceSelector")
        }
        if let block = peer.ipBlock { problems += self.block(block, "\(path).ipBlock", known: known) }
        let selects = peer.podSelector != nil || peer.namespaceSelector != nil
        if peer.ipBlock == nil, !selects { problems.append(.required(path, "must specify a peer")) }
        if peer.ipBlock != nil, selects {
            problems.append(.forbidden(path, "may not specify both ipBlock and another peer"))
        }
        return problems
    }

    private func block(_ block: Networking.IPBlock, _ path: String, known: Set<String>) -> [FieldProblem] {
        if block.cidr.isEmpty { return [.required("\(path).cidr")] }
        let problems = FieldWords.strictNetwork("\(path).cidr", block.cidr, known: known)
        guard let whole = IPNetwork(ignoringZeros: block.cidr) else { return problems }
        return problems
            + block.except.enumerated().flatMap { index, text -> [FieldProblem] in
                let path = "\(path).except[\(index)]"
                let problems = FieldWords.strictNetwork(path, text, known: known)
                guard let part = IPNetwork(ignoringZeros: text) else { return problems }
                if whole.contains(part.address), whole.prefixBits < part.prefixBits { return problems }
                return problems + [.invalid(path, text: text, "must be a strict subset of `cidr`")]
            }
    }
}
