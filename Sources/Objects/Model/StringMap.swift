import Wire

/// A map from strings that keeps its keys in byte order, as Kubernetes writes maps in both encodings.
///
/// Made for the small maps of the API (labels, limits): look-up is a binary search.
public struct StringMap<Element: Sendable>: Sendable, Sequence, ExpressibleByDictionaryLiteral {
    public struct Entry: Sendable {
        public var key: String
        public var value: Element
    }
    public private(set) var entries: [Entry] = []

    public init() {}

    public init(dictionaryLiteral elements: (String, Element)...) {
        self.init(elements)
    }

    /// A later value of the same key wins.
    public init(_ elements: some Sequence<(String, Element)>) {
        self.init(unsorted: elements.map { Entry(key: $0.0, value: $0.1) })
    }

    init(unsorted: [Entry]) {
        var isSorted = true
        for i in unsorted.indices.dropFirst() where !bytesPrecede(unsorted[i - 1].key, unsorted[i].key) {
            isSorted = false
            break
        }
        if isSorted {
            entries = unsorted
            return
        }
        // A stable order of equal keys lets the last one win.
        let order = unsorted.indices.sorted {
            bytesPrecede(unsorted[$0].key, unsorted[$1].key)
                || (!bytesPrecede(unsorted[$1].key, unsorted[$0].key) && $0 < $1)
        }
        entries.reserveCapacity(unsorted.count)
        for i in order {
            if let last = entries.last, !bytesPrecede(last.key, unsorted[i].key) {
                entries[entries.count - 1] = unsorted[i]
            } else {
                entries.append(unsorted[i])
            }
        }
    }

    public var count: Int { entries.count }
    public var isEmpty: Bool { entries.isEmpty }
    public var keys: [String] { entries.map(\.key) }
    public var values: [Element] { entries.map(\.value) }

    public subscript(key: String) -> Element? {
        get {
            let at = lowerBound(key)
            return at < entries.count && entries[at].key == key ? entries[at].value : nil
        }
        set {
            let at = lowerBound(key)
            let exists = at < entries.count && entries[at].key == key
            switch (newValue, exists) {
            case (let value?, true): entries[at].value = value
            case (let value?, false): entries.insert(Entry(key: key, value: value), at: at)
            case (nil, true): entries.remove(at: at)
            case (nil, false): break
            }
        }
    }

    private func lowerBound(_ key: String) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if bytesPrecede(entries[middle].key, key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Changes values in place and removes those of which `isKept` says false.
    public mutating func keep(_ isKept: (_ key: String, _ value: inout Element) -> Bool) {
        var write = 0
        for read in entries.indices {
            let stays = isKept(entries[read].key, &entries[read].value)
            guard stays else { continue }
            if write != read { entries.swapAt(write, read) }
            write += 1
        }
        entries.removeSubrange(write...)
    }

    /// Changes values in place.
    public mutating func change(_ body: (_ key: String, _ value: inout Element) -> Void) {
        for index in entries.indices { body(entries[index].key, &entries[index].value) }
    }

    public func makeIterator() -> AnyIterator<(key: String, value: Element)> {
        var iterator = entries.makeIterator()
        return AnyIterator { iterator.next().map { ($0.key, $0.value) } }
    }

    public func mapValues<T>(_ transform: (Element) throws -> T) rethrows -> StringMap<T> {
        var result = StringMap<T>()
        result.entries = try entries.map { StringMap<T>.Entry(key: $0.key, value: try transform($0.value)) }
        return result
    }

    public func compactMapValues<T>(_ transform: (Element) throws -> T?) rethrows -> StringMap<T> {
        var result = StringMap<T>()
        result.entries = try entries.compactMap { entry in
            try transform(entry.value).map { StringMap<T>.Entry(key: entry.key, value: $0) }
        }
        return result
    }
}

extension StringMap.Entry: Equatable where Element: Equatable {}
extension StringMap: Equatable where Element: Equatable {}
extension StringMap.Entry: Hashable where Element: Hashable {}
extension StringMap: Hashable where Element: Hashable {}

/// Order by UTF-8 bytes. (Swift's `<` on strings orders by Unicode normal form.)
func bytesPrecede(_ a: String, _ b: String) -> Bool {
    ByteOrder.precedes(a, b)
}
