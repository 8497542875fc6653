public import Store
import Wire

/// Objects in key order, copied on write by chunk: a snapshot is one reference, and a list walks it while the cache
/// goes on writing.
///
/// Planned for 100 to 1,000,000 objects. A chunk holds at most 256, so that a write after a snapshot copies at most
/// 256 references and the array of chunks (400 of them at 100,000 objects).
public struct ObjectTree: Sendable {
    private static let chunkLimit = 256
    private var chunks: [[CachedObject]] = []
    public private(set) var count = 0

    public init() {}

    /// From objects that are in key order already.
    init(sorted objects: [CachedObject]) {
        count = objects.count
        var start = 0
        while start < objects.count {
            let end = min(start + Self.chunkLimit / 2, objects.count)
            chunks.append(Array(objects[start..<end]))
            start = end
        }
    }

    /// The chunk that holds `key` or would hold it.
    private func chunk(for key: [UInt8]) -> Int {
        var low = 0
        var high = chunks.count
        while low < high {
            let middle = (low + high) / 2
            if ByteOrder.precedes(key, chunks[middle][0].key) { high = middle } else { low = middle + 1 }
        }
        return max(low - 1, 0)
    }

    /// The first position in a chunk whose key is not below `key`.
    private func position(of key: [UInt8], in chunk: [CachedObject]) -> (at: Int, exists: Bool) {
        var low = 0
        var high = chunk.count
        while low < high {
            let middle = (low + high) / 2
            if ByteOrder.precedes(chunk[middle].key, key) { low = middle + 1 } else { high = middle }
        }
        return (low, low < chunk.count && chunk[low].key == key)
    }

    public func find(_ key: [UInt8]) -> CachedObject? {
        guard !chunks.isEmpty else { return nil }
        let chunk = chunks[chunk(for: key)]
        let (at, exists) = position(of: key, in: chunk)
        return exists ? chunk[at] : nil
    }

    /// Puts the object in its key's place and returns the one that was there.
    @discardableResult
    mutating func put(_ object: CachedObject) -> CachedObject? {
        guard !chunks.isEmpty else {
            chunks.append([object])
            count = 1
            return nil
        }
        let index = chunk(for: object.key)
        let (at, exists) = position(of: object.key, in: chunks[index])
        if exists {
            let before = chunks[index][at]
            chunks[index][at] = object
            return before
        }
        chunks[index].insert(object, at: at)
        count += 1
        if chunks[index].count > Self.chunkLimit {
            let half = chunks[index].count / 2
            let upper = Array(chunks[index][half...])
            chunks[index].removeSubrange(half...)
            chunks.insert(upper, at: index + 1)
        }
        return nil
    }

    @discardableResult
    mutating func remove(_ key: [UInt8]) -> CachedObject? {
        guard !chunks.isEmpty else { return nil }
        let index = chunk(for: key)
        let (at, exists) = position(of: key, in: chunks[index])
        guard exists else { return nil }
        let removed = chunks[index].remove(at: at)
        count -= 1
        if chunks[index].isEmpty { chunks.remove(at: index) }
        return removed
    }

    /// A place in the tree to go on from.
    public struct Cursor: Sendable {
        var chunk: Int
        var position: Int
    }

    /// The place of the first object whose key is not below `key`.
    public func cursor(from key: [UInt8]) -> Cursor {
        guard !chunks.isEmpty else { return Cursor(chunk: 0, position: 0) }
        let index = chunk(for: key)
        return Cursor(chunk: index, position: position(of: key, in: chunks[index]).at)
    }

    /// The object at the cursor, which moves on; nil at the end.
    public func next(_ cursor: inout Cursor) -> CachedObject? {
        while cursor.chunk < chunks.count {
            if cursor.position < chunks[cursor.chunk].count {
                defer { cursor.position += 1 }
                return chunks[cursor.chunk][cursor.position]
            }
            cursor.chunk += 1
            cursor.position = 0
        }
        return nil
    }

    /// The objects of a range of keys. Where it ends is looked up once: no key is compared on the way.
    public func objects(in range: KeyRange) -> RangeObjects {
        RangeObjects(tree: self, cursor: cursor(from: range.start), end: range.end.map { cursor(from: $0) })
    }

    public struct RangeObjects: Sequence, IteratorProtocol {
        fileprivate let tree: ObjectTree
        fileprivate var cursor: Cursor
        /// Of the first object beyond the range; nil: there is none.
        fileprivate let end: Cursor?

        public mutating func next() -> CachedObject? {
            guard let object = tree.next(&cursor) else { return nil }
            guard let end else { return object }
            let isBefore = cursor.chunk < end.chunk || (cursor.chunk == end.chunk && cursor.position <= end.position)
            return isBefore ? object : nil
        }
    }
}
