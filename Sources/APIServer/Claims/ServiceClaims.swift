import Objects
import Resources
import Store
import WatchCache

/// Gives services their addresses and node ports.
struct ServiceClaims: ClaimPlan {
    let ranges: ServiceRanges

    private static let allocated = "provided IP is already allocated"

    func creation(_ object: inout Message, _ core: ServerCore) async throws(APIError) -> Claims {
        var service = Core.Service(object)
        var claims = Claims()
        try families(&service, core)
        claims = try await addresses(&service, old: [], core)
        claims = try await adding(ports(&service, old: [], core), to: claims)
        object = service.message
        return claims
    }

    func change(
        _ object: inout Message, old: Message, subresource: Subresource?, _ core: ServerCore
    ) async throws(APIError) -> Claims {
        guard subresource != .status else { return .none }
        var service = Core.Service(object)
        let before = Core.Service(old).spec
        try families(&service, core)
        var claims = try await addresses(&service, old: before.clusterIPs, core)
        claims = try await adding(ports(&service, old: ServicePorts.held(before), core), to: claims)
        object = service.message
        return claims
    }

    func removal(_ object: Message, _ core: ServerCore) async throws(APIError) -> Claims {
        let spec = Core.Service(object).spec
        var claims = Claims()
        for address in spec.clusterIPs where IPAddress(address) != nil {
            claims.operations.append(.delete(KeyRange(key: AddressRecord.key(address))))
        }
        let held = ServicePorts.held(spec)
        guard !held.isEmpty else { return claims }
        var (given, revision) = try await NodePortRecord.read(ranges.nodePorts, core.store)
        for port in held { given[port] = false }
        return adding(record(given, revision), to: claims)
    }

    private func adding(_ more: Claims, to claims: Claims) -> Claims {
        Claims(
            conditions: claims.conditions + more.conditions, operations: claims.operations + more.operations)
    }

    private func refused(_ service: Core.Service, _ problems: [FieldProblem]) -> APIError {
        APIError.invalid(kind: "Service", group: "", name: service.metadata.name, problems)
    }

    // MARK: Addresses

    private func families(_ service: inout Core.Service, _ core: ServerCore) throws(APIError) {
        var problems = ServiceAddressRules.problems(service.spec)
        if problems.isEmpty {
            problems = ServiceFamilies.complete(&service.spec, configured: ranges.networks.map(\.family))
        }
        guard problems.isEmpty else { throw refused(service, problems) }
    }

    /// - Parameter old: the addresses that the service had: its own to keep.
    private func addresses(
        _ service: inout Core.Service, old: [String], _ core: ServerCore
    ) async throws(APIError) -> Claims {
        var claims = Claims()
        if ServiceNeeds.clusterIP(service.spec), !ServiceNeeds.isHeadless(service.spec) {
            var mine = service.spec.clusterIPs
            for text in mine where !old.contains(text) { claims = adding(try claim(text, service, core), to: claims) }
            for (index, family) in service.spec.ipFamilies.enumerated() where index >= mine.count {
                guard let address = free(family, core) else {
                    throw APIError.internalError("failed to allocate a serviceIP: range is full")
                }
                mine.append(address.description)
                claims = adding(take(address, service, core), to: claims)
            }
            service.spec.clusterIPs = mine
            service.spec.clusterIP = mine.first ?? ""
        }
        for text in old where !service.spec.clusterIPs.contains(text) && IPAddress(text) != nil {
            claims.operations.append(.delete(KeyRange(key: AddressRecord.key(text))))
        }
        return claims
    }

    /// An address that the client has chosen.
    private func claim(_ text: String, _ service: Core.Service, _ core: ServerCore) throws(APIError) -> Claims {
        guard let address = IPAddress(text) else { return .none }
        func problem(_ why: String) -> APIError {
            refused(
                service,
                [
                    .invalid(
                        "spec.clusterIPs", ServiceAddressRules.list(service.spec.clusterIPs),
                        "failed to allocate IP \(text): \(why)")
                ])
        }
        let networks = networks(address.family, core)
        guard networks.contains(where: { isUsable(address, in: $0) }) else {
            let valid = networks.map(\.description).joined(separator: ",")
            throw problem("the provided IP (\(text)) is not in the valid range. The range of valid IPs is \(valid)")
        }
        if isTaken(address, core) { throw problem(Self.allocated) }
        return take(address, service, core)
    }

    private func isUsable(_ address: IPAddress, in network: IPNetwork) -> Bool {
        guard network.contains(address), address != network.base else { return false }
        return network.family == .v6 || address.value != network.base.value + UInt128(network.count) - 1
    }

    private func take(_ address: IPAddress, _ service: Core.Service, _ core: ServerCore) -> Claims {
        let key = AddressRecord.key(address.description)
        let value = AddressRecord.value(
            address, namespace: service.metadata.namespace, service: service.metadata.name, now: core.now())
        return Claims(
            conditions: [Condition(key: key, equals: .modRevision(.zero))], operations: [.put(key: key, value: value)])
    }

    /// What this server knows; the transaction finds out about the others.
    private func isTaken(_ address: IPAddress, _ core: ServerCore) -> Bool {
        guard let cache = core.registry.find(group: "networking.k8s.io", "ipaddresses")?.cache else { return false }
        return cache.find(namespace: "", name: address.description) != nil
    }

    private func free(_ family: String, _ core: ServerCore) -> IPAddress? {
        guard let family = IPAddress.Family(rawValue: family) else { return nil }
        var generator = SystemRandomNumberGenerator()
        for network in networks(family, core) {
            let found = AddressBand(network).free(using: &generator) { isTaken($0, core) }
            if let found { return found }
        }
        return nil
    }

    /// The configured blocks, and those that somebody has added since.
    private func networks(_ family: IPAddress.Family, _ core: ServerCore) -> [IPNetwork] {
        var networks = ranges.networks
        if let resource = core.registry.find(group: "networking.k8s.io", "servicecidrs"), let cache = resource.cache {
            let snapshot = cache.snapshot()
            var cursor = snapshot.objects.cursor(from: cache.resource.prefix(namespace: ""))
            while let object = snapshot.objects.next(&cursor) {
                guard let message = try? StoredObject(object).message(resource.stored.type) else { continue }
                let block = Networking.ServiceCIDR(message)
                let isReady = block.status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
                guard isReady, block.metadata.deletionTimestamp == nil else { continue }
                networks += block.spec.cidrs.compactMap { IPNetwork($0) }.filter { !networks.contains($0) }
            }
        }
        return networks.filter { $0.family == family }
    }

    // MARK: Ports

    private func ports(
        _ service: inout Core.Service, old: Set<Int>, _ core: ServerCore
    ) async throws(APIError) -> Claims {
        let asks = ServicePorts.held(service.spec)
        let needs = ServiceNeeds.nodePorts(service.spec) && service.spec.ports.contains { $0.nodePort == 0 }
        let needsCheck = ServiceNeeds.healthCheckPort(service.spec) && service.spec.healthCheckNodePort == 0
        // Most changes, and most services, have nothing to do with ports of the nodes.
        guard needs || needsCheck || asks != old else { return .none }
        // What does not fit the type is refused by its own rule, not for being taken.
        guard service.spec.type != "ClusterIP" || asks.isEmpty || !old.isEmpty else { return .none }
        let (before, revision) = try await NodePortRecord.read(ranges.nodePorts, core.store)
        var given = before
        var generator = SystemRandomNumberGenerator()
        let problems = ServicePorts.plan(&service.spec, &given, old: old, using: &generator)
        guard problems.isEmpty else { throw refused(service, problems) }
        return given == before ? .none : record(given, revision)
    }

    private func record(_ given: PortBitmap, _ revision: Revision) -> Claims {
        Claims(
            conditions: [Condition(key: NodePortRecord.key, equals: .modRevision(revision))],
            operations: [.put(key: NodePortRecord.key, value: NodePortRecord.value(given))])
    }
}
