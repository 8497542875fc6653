import FieldOwnership
import Objects
import Resources

/// Objects in the other versions that a resource is served in: each manager's entry names fields in its own.
extension ResourceOperations {
    /// The same object before and after a write, as the version has it; nil: its fields are the same.
    ///
    /// - Parameters:
    ///   - old: in the version that rules, as is `new`.
    ///   - apiVersion: another than the one of the request.
    func stored(
        from old: Message, to new: Message, inVersion apiVersion: String, _ subresource: Subresource?
    ) -> VersionedObjects? {
        guard let other = version(apiVersion) else { return nil }
        func spoken(_ object: Message) -> Value { owned(other.servedForm(resource.storedForm(object))) }
        return VersionedObjects(other.ownership[subresource], from: spoken(old), to: spoken(new))
    }

    /// The same of free JSON in the version of the request.
    func spoken(
        from old: Value, to new: Value, inVersion apiVersion: String, _ subresource: Subresource?
    ) -> VersionedObjects? {
        guard version(apiVersion) != nil, let old = message(old), let new = message(new) else { return nil }
        return stored(
            from: resource.toRuling(old), to: resource.toRuling(new), inVersion: apiVersion, subresource)
    }

    private func message(_ value: Value) -> Message? {
        try? JSONDecoder.decode(FreeValue.text(value), as: resource.definition.type).message
    }

    /// Another version of what is stored, if it has fields of its own.
    private func version(_ apiVersion: String) -> ServedResource? {
        let parts = apiVersion.split(separator: "/", maxSplits: 1).map(String.init)
        guard let version = parts.last else { return nil }
        let group = parts.count > 1 ? parts[0] : ""
        guard let other = core.registry.find(group: group, version: version, resource.definition.plural),
            other.stored.storageName == resource.stored.storageName,
            other.definition.conversion != nil || resource.definition.conversion != nil
        else { return nil }
        return other
    }
}
