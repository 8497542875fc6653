import Objects
import Wire

/// An entry of `managedFields`, whose fields are read when they are asked for.
struct ManagerEntry: Sendable {
    let identity: ManagerIdentity
    /// In which the fields are told; that of the last configuration for one that applies.
    private(set) var apiVersion: String
    private(set) var time: Timestamp?
    private var set: FieldSet?
    /// The entry as it stands in the object, as long as nothing of it has changed.
    private var source: Meta.ManagedFieldsEntry?

    init(_ identity: ManagerIdentity, apiVersion: String, time: Timestamp?, fields: FieldSet) {
        self.identity = identity
        self.apiVersion = apiVersion
        self.time = time
        set = fields
    }

    /// An entry that a client or the store has; nil: it is not what an entry must be. Its fields are not looked at yet.
    init?(_ entry: Meta.ManagedFieldsEntry) {
        guard let operation = ManagerOperation(rawValue: entry.operation), entry.fieldsType == "FieldsV1" else {
            return nil
        }
        apiVersion = entry.apiVersion
        guard !apiVersion.isEmpty else { return nil }
        identity = ManagerIdentity(
            name: entry.manager, operation: operation, apiVersion: apiVersion, subresource: entry.subresource)
        time = entry.time
        source = entry
    }

    /// - Throws: when the entry's text is no set of fields.
    func fields() throws(OwnershipError) -> FieldSet {
        if let set { return set }
        guard let text = source?.fieldsV1?.bytes, text != Array("null".utf8), !text.isEmpty else { return FieldSet() }
        do { return try FieldSet(text: text) } catch {
            throw .untypable("failed to decode managed fields: \(error.message)")
        }
    }

    /// Keeps the text when the fields are those that it has already.
    mutating func own(_ fields: FieldSet, unlike before: FieldSet) {
        if fields != before { rewrite(fields) }
    }

    /// Replaces the text, whatever it was.
    mutating func rewrite(_ fields: FieldSet) {
        set = fields
        source?.fieldsV1 = nil
    }

    mutating func touch(at time: Timestamp?, apiVersion: String) {
        self.time = time
        source?.time = time
        if apiVersion != self.apiVersion {
            self.apiVersion = apiVersion
            source?.apiVersion = apiVersion
        }
    }

    /// As the object holds it.
    var entry: Meta.ManagedFieldsEntry {
        var entry = source ?? Meta.ManagedFieldsEntry()
        if source == nil {
            entry.manager = identity.name
            entry.operation = identity.operation.rawValue
            entry.apiVersion = apiVersion
            entry.subresource = identity.subresource
            entry.time = time
            entry.fieldsType = "FieldsV1"
        }
        if let set { entry.fieldsV1 = RawJSON(set.text) }
        return entry
    }

    /// The order in which entries stand: those who apply first, then by time, oldest first, then by name.
    static func precedes(_ a: ManagerEntry, _ b: ManagerEntry) -> Bool {
        if a.identity.operation != b.identity.operation { return a.identity.operation == .apply }
        // No time is older than any.
        let (first, second) = (a.time?.seconds ?? .min, b.time?.seconds ?? .min)
        if first != second { return first < second }
        for (first, second) in [
            (a.identity.name, b.identity.name), (a.apiVersion, b.apiVersion),
            (a.identity.subresource, b.identity.subresource),
        ] {
            switch Order(first, second) {
            case .before: return true
            case .after: return false
            case .same: continue
            }
        }
        return false
    }
}
