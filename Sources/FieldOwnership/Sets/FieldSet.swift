/// A set of fields of an object: a tree by the steps of their ways, sorted, in which nodes are members or only lead to
/// some.
///
/// A field and what is within it are members apart from each other: `spec` may be one without `spec.replicas`.
public struct FieldSet: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        public let element: PathElement
        /// The field itself is in the set.
        public var isMember: Bool
        /// Those within it.
        public var children: FieldSet
    }
    /// Sorted by element, each of which is a member or has children.
    public internal(set) var entries: [Entry] = []

    public init() {}

    /// Entries in any order, each element at most once; those that say nothing are left out.
    init(unsorted entries: [Entry]) {
        self.entries = entries.filter { $0.isMember || !$0.children.isEmpty }
        guard self.entries.count > 1 else { return }
        self.entries.sort { PathElement.order($0.element, $1.element) == .before }
    }

    public init(_ paths: [FieldPath]) {
        for path in paths { insert(path) }
    }

    public var isEmpty: Bool { entries.isEmpty }

    /// How many fields are members.
    public var count: Int { entries.reduce(0) { $0 + ($1.isMember ? 1 : 0) + $1.children.count } }

    /// Where the element is, or would be.
    private func place(of element: PathElement) -> (at: Int, exists: Bool) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            switch PathElement.order(entries[middle].element, element) {
            case .same: return (middle, true)
            case .before: low = middle + 1
            case .after: high = middle
            }
        }
        return (low, false)
    }

    /// What the set says of a step from here.
    public subscript(element: PathElement) -> Entry? {
        let (at, exists) = place(of: element)
        return exists ? entries[at] : nil
    }

    public mutating func insert(_ path: FieldPath) { insert(path[...]) }

    private mutating func insert(_ path: ArraySlice<PathElement>) {
        guard let element = path.first else { return }
        let (at, exists) = place(of: element)
        if !exists { entries.insert(Entry(element: element, isMember: false, children: FieldSet()), at: at) }
        if path.count == 1 { entries[at].isMember = true } else { entries[at].children.insert(path.dropFirst()) }
    }

    /// Adds a field and those within it.
    mutating func insert(_ element: PathElement, isMember: Bool, children: FieldSet = FieldSet()) {
        guard isMember || !children.isEmpty else { return }
        let (at, exists) = place(of: element)
        if exists {
            entries[at].isMember = entries[at].isMember || isMember
            entries[at].children = entries[at].children.union(children)
        } else {
            entries.insert(Entry(element: element, isMember: isMember, children: children), at: at)
        }
    }

    public func contains(_ path: FieldPath) -> Bool {
        var set = self
        for (depth, element) in path.enumerated() {
            guard let entry = set[element] else { return false }
            if depth + 1 == path.count { return entry.isMember }
            set = entry.children
        }
        return false
    }

    /// All members: those of a level first, then what is within each.
    public var paths: [FieldPath] {
        var paths: [FieldPath] = []
        collect(into: &paths, after: [])
        return paths
    }

    private func collect(into paths: inout [FieldPath], after prefix: FieldPath) {
        for entry in entries where entry.isMember { paths.append(prefix + [entry.element]) }
        for entry in entries { entry.children.collect(into: &paths, after: prefix + [entry.element]) }
    }
}
