public import Objects

/// What a watcher wants to hear of, within one resource. Watchers with equal interests share their work.
public struct Interest: Sendable, Hashable {
    /// Empty: all namespaces.
    public let namespace: String
    public let labels: LabelSelector
    public let fields: FieldSelector
    private let checks: [FieldCheck]

    /// One requirement of the field selector, with the place of its value in a cached object.
    private struct FieldCheck: Sendable, Hashable {
        enum Place: Sendable, Hashable { case name, namespace, field(Int) }
        let place: Place
        let value: String
        let isEqual: Bool
    }

    /// - Parameter resource: its selectable fields give the field selector's requirements their places. A requirement on
    ///   another field matches nothing; the parser refuses such selectors before.
    public init(namespace: String, labels: LabelSelector, fields: FieldSelector, in resource: CachedResource) {
        self.namespace = namespace
        self.labels = labels
        self.fields = fields
        checks = fields.requirements.map { requirement in
            let place: FieldCheck.Place =
                switch requirement.field {
                case "metadata.name": .name
                case "metadata.namespace": .namespace
                default: .field(resource.selectableFields.firstIndex { $0.name == requirement.field } ?? -1)
                }
            return FieldCheck(place: place, value: requirement.value, isEqual: requirement.isEqual)
        }
    }

    public func matches(_ object: CachedObject) -> Bool {
        if !namespace.isEmpty, object.namespace != namespace { return false }
        for check in checks {
            let value: String
            switch check.place {
            case .name: value = object.name
            case .namespace: value = object.namespace
            case .field(let index):
                guard object.fields.indices.contains(index) else { return false }
                value = object.fields[index]
            }
            if (value == check.value) != check.isEqual { return false }
        }
        return labels.matches(object)
    }

    /// The narrowest index that finds this interest: it is asked about an event only when the event's object has, or
    /// had, this value there.
    var indexKey: IndexKey {
        for check in checks where check.isEqual {
            switch check.place {
            case .name: return .name(check.value)
            case .field(let index): return .field(index, check.value)
            case .namespace: continue
            }
        }
        if let (key, value) = labels.equalities.first { return .label(key, value) }
        if !namespace.isEmpty { return .namespace(namespace) }
        for check in checks where check.isEqual && check.place == .namespace { return .namespace(check.value) }
        return .all
    }
}

/// How groups are found from an event without asking each of them.
enum IndexKey: Hashable, Sendable {
    case all
    case namespace(String)
    case name(String)
    /// A selectable field's value, by the field's place in the resource's description.
    case field(Int, String)
    case label(String, String)
}
