import Objects

/// How events and those whom they interest find each other: a value that an object has, or had before a change.
enum IndexKey: Hashable, Sendable {
    case all
    case namespace(String)
    case name(String)
    /// A selectable field's value, by the field's place in the resource's description.
    case field(Int, String)
    case label(String, String)
}

/// An `IndexKey` as a number, for tables with an entry for each event and value.
///
/// Equal keys have equal places; different ones may too, once in four thousand million times, and which ones cannot be
/// known from outside. So what is found at a place still has to be asked whether it matches.
struct IndexPlace: Hashable, Sendable {
    private let number: UInt32

    init(_ key: IndexKey) {
        number = UInt32(truncatingIfNeeded: key.hashValue)
    }
}

extension CachedObject {
    /// Adds the places of all values that the object can be selected by, except those that are there already.
    func addPlaces(to places: inout [IndexPlace]) {
        func add(_ key: IndexKey) {
            let place = IndexPlace(key)
            if !places.contains(place) { places.append(place) }
        }
        if !namespace.isEmpty { add(.namespace(namespace)) }
        add(.name(name))
        for (position, value) in fields.enumerated() { add(.field(position, value)) }
        // An object may have tens of thousands of labels: those are not compared with each other.
        guard labels.count <= 32 else {
            for label in labels { places.append(IndexPlace(.label(label.key, label.value))) }
            return
        }
        for label in labels { add(.label(label.key, label.value)) }
    }
}
