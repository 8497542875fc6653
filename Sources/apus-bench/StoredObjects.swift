internal import Objects
internal import Store

/// ConfigMaps, put into a store as the API server stores them.
enum StoredObjects {
    /// Puts of one transaction; the store allows 128.
    private static let batch = 100
    /// Transactions under way, which the store commits together.
    private static let inFlight = 32

    static func fill(_ store: SQLiteStore, count: Int, dataBytes: Int = 1_024) async throws {
        let data = String(repeating: "x", count: dataBytes)
        try await Session.each((count + batch - 1) / batch, inFlight: inFlight) { turn in
            let numbers = turn * batch..<min((turn + 1) * batch, count)
            _ = try await store.commit(Transaction(then: numbers.map { put($0, data) }))
        }
    }

    private static func put(_ number: Int, _ data: String) -> Operation {
        var object = Core.ConfigMap()
        object.metadata.name = "stored-\(number)"
        object.metadata.namespace = "default"
        object.metadata.uid = identifier(number)
        object.metadata.creationTimestamp = Timestamp(seconds: 1_700_000_000, nanoseconds: 0)
        object.data = ["data": data]
        return .put(
            key: Array("/registry/configmaps/default/stored-\(number)".utf8), value: Envelope.wrap(object.message))
    }

    private static func identifier(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
