internal import Objects
internal import Store

/// ConfigMaps of 1 KB, put into a store as the API server stores them.
enum StoredObjects {
    /// Puts of one transaction: as many as a few milliseconds take.
    private static let batch = 500

    static func fill(_ store: SQLiteStore, count: Int) async throws {
        let data = String(repeating: "x", count: 1_024)
        for first in stride(from: 0, to: count, by: batch) {
            let operations = (first..<min(first + batch, count)).map { number -> Operation in
                var object = Core.ConfigMap()
                object.metadata.name = "stored-\(number)"
                object.metadata.namespace = "default"
                object.metadata.uid = identifier(number)
                object.metadata.creationTimestamp = Timestamp(seconds: 1_700_000_000, nanoseconds: 0)
                object.data = ["data": data]
                return .put(
                    key: Array("/registry/configmaps/default/stored-\(number)".utf8),
                    value: Envelope.wrap(object.message))
            }
            _ = try await store.commit(Transaction(then: operations))
        }
    }

    private static func identifier(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
