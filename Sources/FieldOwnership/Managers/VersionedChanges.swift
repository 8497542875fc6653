public import Objects

/// One object before and after a write, in another version of the API than the writer's.
public struct VersionedObjects: Sendable {
    let ownership: FieldOwnership
    let old: Value
    let new: Value

    /// - Parameter ownership: of that version, for the same way of writing.
    public init(_ ownership: FieldOwnership, from old: Value, to new: Value) {
        self.ownership = ownership
        self.old = old
        self.new = new
    }
}

/// What a write changed, as each version of the API tells it: entries name fields in the version of who made them.
struct VersionedChanges {
    private let apiVersion: String
    private let own: Comparison
    private let convert: (String) -> VersionedObjects?
    private var others: [String: Comparison] = [:]

    /// - Parameters:
    ///   - apiVersion: the writer's, in which `own` was found.
    ///   - convert: to another version; nil: its fields have the same names.
    init(_ own: Comparison, in apiVersion: String, _ convert: @escaping (String) -> VersionedObjects?) {
        self.own = own
        self.apiVersion = apiVersion
        self.convert = convert
    }

    /// The same for the time of a call, where the conversion is not kept for longer.
    static func with<T>(
        _ own: Comparison, in apiVersion: String, _ convert: (String) -> VersionedObjects?,
        _ body: (inout VersionedChanges) throws(OwnershipError) -> T
    ) throws(OwnershipError) -> T {
        try withoutActuallyEscaping(convert) { convert throws(OwnershipError) in
            var changes = VersionedChanges(own, in: apiVersion, convert)
            return try body(&changes)
        }
    }

    mutating func inVersion(_ version: String) throws(OwnershipError) -> Comparison {
        if version == apiVersion { return own }
        if let found = others[version] { return found }
        var comparison = own
        if let objects = convert(version) {
            let ownership = objects.ownership
            comparison = try Comparison(objects.old, objects.new, ownership.shape, ignoring: ownership.reset)
        }
        others[version] = comparison
        return comparison
    }
}
