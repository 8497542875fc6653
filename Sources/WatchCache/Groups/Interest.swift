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

    /// For each requirement that an index answers, the values one of which an object must have: an event of interest has
    /// one of each requirement's, before or after.
    var places: [[IndexPlace]] {
        var places: [[IndexPlace]] = []
        if !namespace.isEmpty { places.append([IndexPlace(.namespace(namespace))]) }
        for check in checks where check.isEqual {
            switch check.place {
            case .name: places.append([IndexPlace(.name(check.value))])
            case .namespace: places.append([IndexPlace(.namespace(check.value))])
            case .field(let index): places.append([IndexPlace(.field(index, check.value))])
            }
        }
        for requirement in labels.requirements where requirement.op == .isIn && requirement.values.count <= 32 {
            places.append(requirement.values.map { IndexPlace(.label(requirement.key, $0)) })
        }
        return places
    }

    /// The key of the one object that can match, if the interest names it.
    func onlyKey(in resource: CachedResource) -> [UInt8]? {
        guard let name = checks.first(where: { $0.isEqual && $0.place == .name })?.value else { return nil }
        if !resource.isNamespaced { return resource.key(namespace: "", name: name) }
        let named = checks.first { $0.isEqual && $0.place == .namespace }?.value ?? namespace
        return named.isEmpty ? nil : resource.key(namespace: named, name: name)
    }
}
