/// Sets are combined node by node; both sides are sorted, so it takes one walk.
extension FieldSet {
    public func union(_ other: FieldSet) -> FieldSet {
        if other.isEmpty { return self }
        if isEmpty { return other }
        return combined(with: other) { mine, theirs in
            guard let mine else { return theirs }
            guard let theirs else { return mine }
            return Entry(
                element: mine.element, isMember: mine.isMember || theirs.isMember,
                children: mine.children.union(theirs.children))
        }
    }

    public func intersection(_ other: FieldSet) -> FieldSet {
        if isEmpty || other.isEmpty { return FieldSet() }
        return combined(with: other) { mine, theirs in
            guard let mine, let theirs else { return nil }
            return Entry(
                element: mine.element, isMember: mine.isMember && theirs.isMember,
                children: mine.children.intersection(theirs.children))
        }
    }

    /// The members that `other` has not. What is within a field is compared for itself.
    public func subtracting(_ other: FieldSet) -> FieldSet {
        if isEmpty || other.isEmpty { return self }
        return combined(with: other) { mine, theirs in
            guard let mine else { return nil }
            guard let theirs else { return mine }
            return Entry(
                element: mine.element, isMember: mine.isMember && !theirs.isMember,
                children: mine.children.subtracting(theirs.children))
        }
    }

    /// The members that are neither in `other` nor within one of its.
    public func subtractingAll(within other: FieldSet) -> FieldSet {
        if isEmpty || other.isEmpty { return self }
        return combined(with: other) { mine, theirs in
            guard let mine else { return nil }
            guard let theirs else { return mine }
            if theirs.isMember { return nil }
            return Entry(
                element: mine.element, isMember: mine.isMember,
                children: mine.children.subtractingAll(within: theirs.children))
        }
    }

    /// Whether the two have a member in common.
    public func intersects(_ other: FieldSet) -> Bool {
        var (i, j) = (0, 0)
        while i < entries.count, j < other.entries.count {
            switch PathElement.order(entries[i].element, other.entries[j].element) {
            case .before: i += 1
            case .after: j += 1
            case .same:
                if entries[i].isMember && other.entries[j].isMember { return true }
                if entries[i].children.intersects(other.entries[j].children) { return true }
                i += 1
                j += 1
            }
        }
        return false
    }

    /// Whether all members of `other` are members here.
    public func isSuperset(of other: FieldSet) -> Bool {
        var i = 0
        for wanted in other.entries {
            while i < entries.count, PathElement.order(entries[i].element, wanted.element) == .before { i += 1 }
            guard i < entries.count, entries[i].element == wanted.element else { return false }
            if wanted.isMember && !entries[i].isMember { return false }
            if !entries[i].children.isSuperset(of: wanted.children) { return false }
        }
        return true
    }

    private func combined(with other: FieldSet, _ decide: (Entry?, Entry?) -> Entry?) -> FieldSet {
        var result = FieldSet()
        func add(_ entry: Entry?) {
            guard let entry, entry.isMember || !entry.children.isEmpty else { return }
            result.entries.append(entry)
        }
        var (i, j) = (0, 0)
        while i < entries.count, j < other.entries.count {
            switch PathElement.order(entries[i].element, other.entries[j].element) {
            case .before:
                add(decide(entries[i], nil))
                i += 1
            case .after:
                add(decide(nil, other.entries[j]))
                j += 1
            case .same:
                add(decide(entries[i], other.entries[j]))
                i += 1
                j += 1
            }
        }
        while i < entries.count {
            add(decide(entries[i], nil))
            i += 1
        }
        while j < other.entries.count {
            add(decide(nil, other.entries[j]))
            j += 1
        }
        return result
    }
}
