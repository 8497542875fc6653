public import Objects

/// What the cache must know of a resource: where its objects lie in the store and what they can be selected by.
public struct CachedResource: Sendable {
    /// Plural and group, `deployments.apps`; names the resource in metrics and logs.
    public let name: String
    /// Key prefix in the store with a final slash: `/registry/deployments/`.
    public let prefix: [UInt8]
    public let isNamespaced: Bool
    /// What may be selected beside `metadata.name` and `metadata.namespace`, which all resources have.
    public let selectableFields: [SelectableField]
    /// Brings a stored value that was written under other rules into the form of today: all of it, with its envelope,
    /// and where the object lies in it. Nil: it has that form. Nil for resources whose form does not change.
    public let renew: (@Sendable (_ value: [UInt8], _ object: Range<Int>) -> [UInt8]?)?

    public init(
        name: String, prefix: String, isNamespaced: Bool, selectableFields: [SelectableField] = [],
        renew: (@Sendable (_ value: [UInt8], _ object: Range<Int>) -> [UInt8]?)? = nil
    ) {
        self.renew = renew
        self.name = name
        self.prefix = Array(prefix.utf8)
        self.isNamespaced = isNamespaced
        self.selectableFields = selectableFields
    }

    /// The key of one object.
    public func key(namespace: String, name: String) -> [UInt8] {
        var key = prefix
        if isNamespaced {
            key.append(contentsOf: namespace.utf8)
            key.append(UInt8(ascii: "/"))
        }
        key.append(contentsOf: name.utf8)
        return key
    }

    /// The prefix of all objects in a namespace; of all objects when it is empty.
    public func prefix(namespace: String) -> [UInt8] {
        guard isNamespaced, !namespace.isEmpty else { return prefix }
        return prefix + Array(namespace.utf8) + [UInt8(ascii: "/")]
    }
}
