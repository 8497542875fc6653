import Objects
import Resources
import Store

/// Brings the records of addresses and node ports in line with the services, once when the server starts: they may have
/// been written by another product, or with other ranges.
enum ServiceRepair {
    private static let pageSize = 500
    /// Another server may start at the same time: then the records are looked at again.
    private static let tries = 8

    static func run(_ core: ServerCore) async throws(APIError) {
        let services = try await core.objects("services").map { Core.Service($0) }
        try await ports(services, core)
        try await addresses(services, core)
    }

    private static func ports(_ services: [Core.Service], _ core: ServerCore) async throws(APIError) {
        let range = core.services.ranges.nodePorts
        var wanted = PortBitmap(range)
        for service in services {
            for port in ServicePorts.held(service.spec) { wanted[port] = true }
        }
        for _ in 0..<tries {
            let (given, revision) = try await NodePortRecord.read(range, core.store)
            if given == wanted, revision != .zero || wanted == PortBitmap(range) { return }
            let result = try await commit(
                Transaction(
                    if: [Condition(key: NodePortRecord.key, equals: .modRevision(revision))],
                    then: [.put(key: NodePortRecord.key, value: NodePortRecord.value(wanted))]), core)
            if result.succeeded { return }
        }
    }

    private static func addresses(_ services: [Core.Service], _ core: ServerCore) async throws(APIError) {
        var missing: [String: Core.Service] = [:]
        for service in services {
            for text in service.spec.clusterIPs where IPAddress(text) != nil { missing[text] = service }
        }
        var range = KeyRange(prefix: Array(AddressRecord.prefix.utf8))
        while true {
            let page: ReadResult
            do { page = try await core.store.read(range, at: nil, limit: pageSize) } catch { throw APIError(error) }
            for item in page.items {
                let record = Networking.IPAddress(
                    try StoredObject(value: item.value, revision: .zero).message(Networking.IPAddress.descriptor))
                let name = record.metadata.name
                let owner = missing.removeValue(forKey: name)
                guard let holder = AddressRecord.holder(record),
                    holder != owner.map({ "\($0.metadata.namespace)/\($0.metadata.name)" })
                else { continue }
                // Its service is gone, or the address is another's now.
                let same = Condition(key: item.key, equals: .modRevision(item.modRevision))
                let operation: Operation =
                    owner.flatMap { value(name, $0, core) }.map { .put(key: item.key, value: $0) }
                    ?? .delete(KeyRange(key: item.key))
                _ = try await commit(Transaction(if: [same], then: [operation]), core)
            }
            guard page.more, let last = page.items.last else { break }
            range = KeyRange(start: last.key + [0], end: range.end)
        }
        for (name, service) in missing {
            guard let value = value(name, service, core) else { continue }
            let key = AddressRecord.key(name)
            _ = try await commit(
                Transaction(
                    if: [Condition(key: key, equals: .modRevision(.zero))], then: [.put(key: key, value: value)]), core)
        }
    }

    private static func value(_ name: String, _ service: Core.Service, _ core: ServerCore) -> [UInt8]? {
        IPAddress(name).map {
            AddressRecord.value(
                $0, namespace: service.metadata.namespace, service: service.metadata.name, now: core.now())
        }
    }

    private static func commit(_ transaction: Transaction, _ core: ServerCore) async throws(APIError)
        -> TransactionResult
    {
        do { return try await core.store.commit(transaction) } catch { throw APIError(error) }
    }
}
