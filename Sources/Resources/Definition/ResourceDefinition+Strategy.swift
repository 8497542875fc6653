public import Objects

/// What all kinds have in common when they are written: who may set which part.
extension ResourceDefinition {
    /// Clears what clients do not set at creation, and fills what the kind's rules say.
    public func prepareForCreate(_ object: inout Message) {
        if subresources.contains(.status), !traits.contains(.createsWithStatus) { object["status"] = nil }
        rules.prepareForCreate(&object)
    }

    /// Keeps what clients do not change this way: through `status` everything but the status, otherwise the status.
    public func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        if subresources.contains(.status) {
            switch subresource {
            case .status: keepAllButStatus(of: &object, old: old)
            case .binding, .approval: break
            default: object["status"] = old["status"]
            }
        }
        rules.prepareForUpdate(&object, old: old, subresource: subresource)
    }

    private func keepAllButStatus(of object: inout Message, old: Message) {
        // Among free members the status is one of many.
        let status = object["status"]
        for (position, field) in type.fields.enumerated() where field.name != "status" {
            if field.name != "metadata" { object[position] = old[position] }
        }
        if type.membersPosition != nil { object["status"] = status }
        let kept =
            traits.contains(.statusKeepsMetadata)
            ? ["labels", "annotations", "finalizers", "ownerReferences"]
            : traits.contains(.statusKeepsLabels)
                ? ["labels"] : traits.contains(.statusKeepsOwners) ? ["ownerReferences"] : []
        guard !kept.isEmpty else { return }
        var metadata = Metadata(of: object)
        for field in kept { metadata.message[field] = Metadata(of: old).message[field] }
        metadata.store(in: &object)
    }

    /// Whether the change is one that controllers must act on, which `metadata.generation` counts.
    public func isNewGeneration(_ object: Message, old: Message, subresource: Subresource?) -> Bool {
        guard traits.contains(.tracksGeneration), subresource != .status, subresource != .binding else { return false }
        var (object, old) = (object, old)
        if type.membersPosition != nil, subresources.contains(.status) {
            object["status"] = nil
            old["status"] = nil
        }
        for (position, field) in type.fields.enumerated()
        where field.name != "status" && field.name != "metadata" {
            if object[position] != old[position] { return true }
        }
        return traits.contains(.annotationsAreGenerations)
            && Metadata(of: object).annotations != Metadata(of: old).annotations
    }
}
