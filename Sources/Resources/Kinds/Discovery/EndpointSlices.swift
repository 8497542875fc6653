import Objects

extension BuiltinResources {
    static let endpointSlices = ResourceDefinition(
        "discovery.k8s.io/v1", "endpointslices", "EndpointSlice", traits: [.tracksGeneration],
        rules: EndpointSliceRules(),
        rows: RowPlan([
            .name, Column("AddressType", about: "Of which kind its addresses are.", field: "addressType"),
            Column("Ports", about: "The ports that the endpoints listen at.", reads: ["ports.name", "ports.port"]) {
                object, _ in
                let ports = Discovery.EndpointSlice(object).ports
                return .text(EndpointSliceRules.shown(ports.map { $0.port.map(String.init) ?? $0.name ?? "*" }))
            },
            Column("Endpoints", about: "Where the endpoints are.", reads: ["endpoints.addresses"]) { object, _ in
                .text(EndpointSliceRules.shown(Discovery.EndpointSlice(object).endpoints.flatMap(\.addresses)))
            }, .age,
        ]))
}

/// A part of the addresses behind a service.
struct EndpointSliceRules: ResourceRules {
    private static let endpointsLimit = 1000
    private static let addressesLimit = 100
    private static let portsLimit = 20000
    private static let hintsLimit = 8
    private static let topologyLimit = 16
    private static let shownItems = 3

    static func shown(_ items: [String]) -> String {
        let text = items.prefix(shownItems).joined(separator: ",")
        if text.isEmpty { return "<unset>" }
        return items.count > shownItems ? "\(text) + \(items.count - shownItems) more..." : text
    }

    func setDefaults(_ object: inout Message) {
        var slice = Discovery.EndpointSlice(object)
        for index in slice.ports.indices {
            if slice.ports[index].name == nil { slice.ports[index].name = "" }
            if slice.ports[index].protocol == nil { slice.ports[index].protocol = "TCP" }
        }
        object = slice.message
    }

    /// Topology is of an older version, and can no longer be written.
    func prepareForCreate(_ object: inout Message) {
        var slice = Discovery.EndpointSlice(object)
        for index in slice.endpoints.indices { slice.endpoints[index].deprecatedTopology = [:] }
        object = slice.message
    }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        let kept = Discovery.EndpointSlice(old).endpoints.map(\.deprecatedTopology)
        var slice = Discovery.EndpointSlice(object)
        for index in slice.endpoints.indices where !kept.contains(slice.endpoints[index].deprecatedTopology) {
            slice.endpoints[index].deprecatedTopology = [:]
        }
        // Who watches for changes by generation must see those of labels too: they say whose the slice is.
        let before = Discovery.EndpointSlice(old).metadata
        if slice.metadata.labels != before.labels { slice.metadata.generation = before.generation + 1 }
        object = slice.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let slice = Discovery.EndpointSlice(object)
        let types = ["FQDN", "IPv4", "IPv6"]
        return FieldWords.oneOf("addressType", slice.addressType, types, isRequired: true)
            + endpoints(slice.endpoints, slice.addressType) + ports(slice.ports)
    }

    private func endpoints(_ endpoints: [Discovery.Endpoint], _ type: String) -> [FieldProblem] {
        let tooMany = FieldWords.tooMany("endpoints", endpoints.count, limit: Self.endpointsLimit)
        guard tooMany.isEmpty else { return tooMany }
        return endpoints.enumerated().flatMap { endpoint($1, type, "endpoints[\($0)]") }
    }

    private func endpoint(_ endpoint: Discovery.Endpoint, _ type: String, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if endpoint.addresses.isEmpty {
            problems.append(.required("\(path).addresses", "must contain at least 1 address"))
        }
        problems += FieldWords.tooMany("\(path).addresses", endpoint.addresses.count, limit: Self.addressesLimit)
        for (index, text) in endpoint.addresses.enumerated() {
            problems += address(text, type, "\(path).addresses[\(index)]")
        }
        problems += FieldWords.tooMany(
            "\(path).deprecatedTopology", endpoint.deprecatedTopology.count, limit: Self.topologyLimit)
        problems += MetadataRules.labels(endpoint.deprecatedTopology, "\(path).deprecatedTopology")
        if let name = endpoint.nodeName {
            problems += FieldWords.name("\(path).nodeName", name) { Names.subdomainProblems($0) }
        }
        if let name = endpoint.hostname {
            problems += FieldWords.name("\(path).hostname", name) { Names.labelProblems($0) }
        }
        if let hints = endpoint.hints { problems += self.hints(hints, "\(path).hints") }
        return problems
    }

    private func hints(_ hints: Discovery.EndpointHints, _ path: String) -> [FieldProblem] {
        let (zones, nodes) = (hints.forZones.map(\.name), hints.forNodes.map(\.name))
        var problems = FieldWords.tooMany("\(path).forZones", zones.count, limit: Self.hintsLimit)
        problems += FieldWords.duplicates(zones) { "\(path).forZones[\($0)].name" }
        for (index, zone) in zones.enumerated() {
            problems += FieldWords.name("\(path).forZones[\(index)].name", zone, Names.labelValueProblems)
        }
        problems += FieldWords.tooMany("\(path).forNodes", nodes.count, limit: Self.hintsLimit)
        problems += FieldWords.duplicates(nodes) { "\(path).forNodes[\($0)].name" }
        for (index, node) in nodes.enumerated() {
            problems += FieldWords.name("\(path).forNodes[\(index)].name", node) { Names.subdomainProblems($0) }
        }
        return problems
    }

    private func address(_ text: String, _ type: String, _ path: String) -> [FieldProblem] {
        switch type {
        case "FQDN": NameShapes.fullyQualifiedDomain(path, text)
        case "IPv4", "IPv6":
            if let found = IPAddress(text), found.isIPv4 == (type == "IPv4") {
                FieldWords.reachable(path, text)
            } else {
                [.invalid(path, text: text, "must be a valid \(type) address")]
                    + (IPAddress(text) == nil ? [.invalid(path, text: text, "must be a valid IP address")] : [])
            }
        default: []
        }
    }

    private func ports(_ ports: [Discovery.EndpointPort]) -> [FieldProblem] {
        let tooMany = FieldWords.tooMany("ports", ports.count, limit: Self.portsLimit)
        guard tooMany.isEmpty else { return tooMany }
        var problems: [FieldProblem] = []
        for (index, port) in ports.enumerated() {
            let path = "ports[\(index)]"
            if let name = port.name, !name.isEmpty {
                problems += FieldWords.name("\(path).name", name) { Names.labelProblems($0) }
            }
            problems += FieldWords.oneOf(
                "\(path).protocol", port.protocol ?? "", ["SCTP", "TCP", "UDP"], isRequired: true)
            if let name = port.appProtocol { problems += NameShapes.labelKey("\(path).appProtocol", name) }
        }
        return problems + FieldWords.duplicates(ports.map { $0.name ?? "" }) { "ports[\($0)].name" }
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        FieldWords.unchanged(
            "addressType", Discovery.EndpointSlice(object).addressType, Discovery.EndpointSlice(old).addressType)
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        Discovery.EndpointSlice(object).addressType == "FQDN" ? ["addressType: FQDN endpoints are deprecated"] : []
    }
}
