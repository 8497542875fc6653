import Objects

/// What tells the items of a list apart.
enum ListItems {
    /// - Throws: `untypable`, in the words for a fault of the list, without its path.
    static func element(of item: Value, in list: Shape) throws(OwnershipError) -> PathElement {
        guard let keys = list.keys else {
            switch item {
            case .null:
                throw .untypable("associative list without keys has an element that's an explicit null")
            case .map, .message:
                throw .untypable("associative list without keys has an element that's a map type")
            case .list:
                // Not told apart by their content, which may be of any size.
                throw .untypable("not supporting lists of lists")
            default: return .value(item)
            }
        }
        switch item {
        case .null: throw .untypable("associative list with keys may not have a null element")
        case .map, .message: break
        default: throw .untypable("associative list with keys may not have non-map elements")
        }
        var fields: [PathElement.KeyField] = []
        fields.reserveCapacity(keys.count)
        for key in keys {
            guard let value = member(key, of: item) ?? list.keyDefault(key) else {
                throw .untypable(
                    "associative list with keys has an element that omits key field \(GoText.quoted(key)) (and doesn't "
                        + "have default value)")
            }
            fields.append(PathElement.KeyField(name: key, value: value))
        }
        return .key(fields)
    }

    private static func member(_ name: String, of item: Value) -> Value? {
        switch item {
        case .message(let message): message[name]
        case .map(let map): map[name]
        default: nil
        }
    }

    /// A list's items by what tells them apart, in the order in which each first occurs; there may be several of a kind.
    struct Index {
        /// Sorted by element, so that they are found.
        private var sorted: [(element: PathElement, place: Int)] = []
        private(set) var groups: [(element: PathElement, items: [Value])] = []

        init(_ list: [Value], _ shape: Shape) throws(OwnershipError) {
            groups.reserveCapacity(list.count)
            for item in list {
                let element = try ListItems.element(of: item, in: shape)
                let (at, exists) = place(element)
                if exists {
                    groups[sorted[at].place].items.append(item)
                } else {
                    sorted.insert((element, groups.count), at: at)
                    groups.append((element, [item]))
                }
            }
        }

        /// Those of that kind; none: an empty list.
        subscript(element: PathElement) -> [Value] {
            let (at, exists) = place(element)
            return exists ? groups[sorted[at].place].items : []
        }

        private func place(_ element: PathElement) -> (at: Int, exists: Bool) {
            var low = 0
            var high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                switch PathElement.order(sorted[middle].element, element) {
                case .same: return (middle, true)
                case .before: low = middle + 1
                case .after: high = middle
                }
            }
            return (low, false)
        }
    }
}
