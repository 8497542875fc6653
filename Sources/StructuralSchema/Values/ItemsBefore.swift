import Objects

/// The items of a list before a change, found again by their keys: lists that are no maps have none that could be told
/// apart.
struct ItemsBefore {
    private let keys: [String]
    /// By the text of their keys; nil: several have the same.
    private var items: [[UInt8]: Value?] = [:]

    /// Nil: nothing can be found again.
    init?(_ before: Value?, keys: [String]) {
        guard case .list(let list)? = before, !keys.isEmpty else { return nil }
        self.keys = keys
        for item in list {
            guard let identity = identity(of: item) else { continue }
            items.updateValue(items[identity] == nil ? item : nil, forKey: identity)
        }
    }

    private func identity(of item: Value) -> [UInt8]? {
        guard case .map(let map) = item else { return nil }
        return FreeValue.text(.map(StringMap(keys.compactMap { key in map[key].map { (key, $0) } })))
    }

    /// What has the item's keys.
    func counterpart(of item: Value) -> Value? { identity(of: item).flatMap { items[$0] ?? nil } }
}
