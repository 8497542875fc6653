import Objects

extension BuiltinResources {
    static let endpoints = ResourceDefinition(
        "v1", "endpoints", "Endpoints", shortNames: ["ep"], storageName: "services/endpoints",
        traits: [.createsOnUpdate],
        deprecation: "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice",
        rules: EndpointsRules(),
        rows: RowPlan([
            .name,
            Column("Endpoints", about: "Addresses and ports that a service leads to.", reads: ["subsets"]) {
                object, _ in
                .text(EndpointsRules.shown(Core.Endpoints(object).subsets))
            }, .age,
        ]))
}

/// Where a service's connections go, in the older form.
struct EndpointsRules: ResourceRules {
    private static let shownLimit = 3

    static func shown(_ subsets: [Core.EndpointSubset]) -> String {
        if subsets.isEmpty { return "<none>" }
        var all: [String] = []
        for subset in subsets {
            for address in subset.addresses {
                if subset.ports.isEmpty { all.append(address.ip) }
                for port in subset.ports {
                    all.append(address.ip.contains(":") ? "[\(address.ip)]:\(port.port)" : "\(address.ip):\(port.port)")
                }
            }
        }
        let text = all.prefix(shownLimit).joined(separator: ",")
        return all.count > shownLimit ? "\(text) + \(all.count - shownLimit) more..." : text
    }

    func setDefaults(_ object: inout Message) {
        var endpoints = Core.Endpoints(object)
        guard endpoints.subsets.contains(where: { $0.ports.contains { $0.protocol.isEmpty } }) else { return }
        endpoints.subsets = endpoints.subsets.map { subset in
            var subset = subset
            subset.ports = subset.ports.map { port in
                var port = port
                if port.protocol.isEmpty { port.protocol = "TCP" }
                return port
            }
            return subset
        }
        object = endpoints.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, subset) in Core.Endpoints(object).subsets.enumerated() {
            let path = "subsets[\(index)]"
            if subset.addresses.isEmpty, subset.notReadyAddresses.isEmpty {
                problems.append(.required(path, "must specify `addresses` or `notReadyAddresses`"))
            }
            for (field, list) in [("addresses", subset.addresses), ("notReadyAddresses", subset.notReadyAddresses)] {
                for (number, address) in list.enumerated() {
                    problems += self.address(address, "\(path).\(field)[\(number)]")
                }
            }
            for (number, port) in subset.ports.enumerated() {
                problems += self.port(port, "\(path).ports[\(number)]", needsName: subset.ports.count > 1)
            }
        }
        return problems
    }

    private func address(_ address: Core.EndpointAddress, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        problems += FieldWords.strictAddress("\(path).ip", address.ip)
        problems += FieldWords.reachable("\(path).ip", address.ip)
        if !address.hostname.isEmpty {
            problems += FieldWords.name("\(path).hostname", address.hostname) { Names.labelProblems($0) }
        }
        if let node = address.nodeName {
            problems += FieldWords.name("\(path).nodeName", node) { Names.subdomainProblems($0) }
        }
        return problems
    }

    private func port(_ port: Core.EndpointPort, _ path: String, needsName: Bool) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if port.name.isEmpty {
            if needsName { problems.append(.required("\(path).name")) }
        } else {
            problems += FieldWords.name("\(path).name", port.name) { Names.labelProblems($0) }
        }
        problems += FieldWords.port("\(path).port", .int(port.port))
        problems += FieldWords.oneOf("\(path).protocol", port.protocol, ["SCTP", "TCP", "UDP"], isRequired: true)
        if let name = port.appProtocol {
            problems += FieldWords.name("\(path).appProtocol", name, Names.qualifiedNameProblems)
        }
        return problems
    }
}
