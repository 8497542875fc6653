import Objects
import Resources
import Store
import WatchCache

/// The node ports that are given, as one object in the store (core/v1 `RangeAllocation`).
enum NodePortRecord {
    static let key = Array("/registry/ranges/servicenodeports".utf8)
    private static let typeMeta = TypeMeta(apiVersion: "v1", kind: "RangeAllocation")

    /// What is stored, and when it was written; nothing given and `.zero` when there is nothing.
    ///
    /// Ports of another range than the one that is configured now are found again by `ServiceRepair`.
    static func read(
        _ range: ClosedRange<Int>, _ store: any Store
    ) async throws(APIError) -> (given: PortBitmap, revision: Revision) {
        let result: ReadResult
        do { result = try await store.read(KeyRange(key: key), at: nil, limit: 1) } catch { throw APIError(error) }
        guard let item = result.items.first else { return (PortBitmap(range), .zero) }
        let record = Core.RangeAllocation(
            try StoredObject(value: item.value, revision: .zero).message(Core.RangeAllocation.descriptor))
        let isSame = record.range == text(range)
        return (isSame ? PortBitmap(range, data: record.data) : PortBitmap(range), item.modRevision)
    }

    static func value(_ given: PortBitmap) -> [UInt8] {
        var record = Core.RangeAllocation()
        record.range = text(given.range)
        record.data = given.data
        return StoredObject(record.message, typeMeta: typeMeta, revision: .zero).value
    }

    private static func text(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound)-\(range.upperBound)" }
}
