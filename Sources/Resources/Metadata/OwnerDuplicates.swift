public import Objects

/// Owner references that stand in an object more than once: they are kept once, and the writer is told.
public enum OwnerDuplicates {
    /// Drops references that equal an earlier one.
    ///
    /// - Returns: the uids of what was dropped, in its order.
    public static func drop(from object: inout Message) -> [String] {
        var metadata = Metadata(of: object)
        guard case .list(let references)? = metadata.message["ownerReferences"], references.count > 1 else { return [] }
        var kept: [Value] = []
        var uids: [String] = []
        for reference in references {
            if kept.contains(reference) {
                uids.append(Meta.OwnerReference(field: reference)?.uid ?? "")
            } else {
                kept.append(reference)
            }
        }
        guard !uids.isEmpty else { return [] }
        metadata.message["ownerReferences"] = .list(kept)
        metadata.store(in: &object)
        return uids
    }

    /// In Kubernetes' words, which clients compare.
    ///
    /// - Parameter inPatched: they were found in what a patch has made, not in what the client sent.
    public static func warnings(_ uids: [String], inPatched: Bool) -> [String] {
        guard !uids.isEmpty else { return [] }
        return [
            ".metadata.ownerReferences contains duplicate entries"
                + (inPatched ? " after mutating admission happens" : "")
                + "; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix "
                + "your requests; duplicate UID(s) observed: \(uids.joined(separator: ", "))"
        ]
    }
}
