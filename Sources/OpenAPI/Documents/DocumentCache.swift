/// Bytes by key, up to a limit: what was used longest ago goes first. What is larger than the limit is never kept.
struct DocumentCache<Key: Hashable> {
    let limit: Int
    private(set) var bytes = 0
    /// In the order of their last use; there are some tens at most.
    private var entries: [(key: Key, value: [UInt8])] = []

    init(limit: Int) { self.limit = limit }

    subscript(key: Key) -> [UInt8]? {
        mutating get {
            guard let at = entries.firstIndex(where: { $0.key == key }) else { return nil }
            let entry = entries.remove(at: at)
            entries.append(entry)
            return entry.value
        }
    }

    mutating func insert(_ value: [UInt8], for key: Key) {
        removeAll { $0 == key }
        guard value.count <= limit else { return }
        while bytes + value.count > limit { bytes -= entries.removeFirst().value.count }
        bytes += value.count
        entries.append((key, value))
    }

    mutating func removeAll(where isUnwanted: (Key) -> Bool) {
        entries.removeAll { isUnwanted($0.key) }
        bytes = entries.reduce(0) { $0 + $1.value.count }
    }
}
