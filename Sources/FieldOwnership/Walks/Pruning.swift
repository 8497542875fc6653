import Objects

/// Takes out of an object what a manager applied before and applies no more, and nobody else owns.
struct Pruning {
    let shape: Shape
    /// What the manager owned by its last configuration.
    let last: FieldSet
    /// What all managers own now, this one by its new configuration.
    let owned: FieldSet

    /// - Parameter merged: the object with the new configuration laid over it.
    func prune(_ merged: Value) throws(OwnershipError) -> Value {
        if last.isEmpty { return merged }
        let last = last.withNamedParents(shape)
        let all = try ValueFields.within(merged, shape, .claimed).withNamedParents(shape)
        // Without anything that the manager had, but with what anybody owns.
        let bare = try Removal.removing(last, from: merged, shape)
        var kept = try ValueFields.within(bare, shape, .claimed).withNamedParents(shape)
        kept = kept.union(owned.withNamedParents(shape))
        let restored = try Removal.removing(all.subtracting(kept), from: merged, shape)
        // What is nobody's goes only with a field that the manager had, so that defaults in others' fields stay.
        let left = try ValueFields.within(restored, shape, .claimed).withNamedParents(shape)
        return try Removal.removing(all.subtracting(left).intersection(last), from: merged, shape)
    }
}
