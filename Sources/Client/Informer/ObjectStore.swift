import Objects
import Synchronization

/// The objects that an informer knows, with indexes. Written by its informer alone; read from anywhere.
public final class ObjectStore<T: ResourceView>: Sendable {
    private struct State {
        var objects: [ObjectKey: T] = [:]
        var indexes: [String: ObjectIndex<T>] = [:]
    }
    private let state = Mutex(State())

    init() {}

    public var count: Int { state.withLock { $0.objects.count } }

    public func get(namespace: String = "", name: String) -> T? {
        get(ObjectKey(namespace: namespace, name: name))
    }

    public func get(_ key: ObjectKey) -> T? { state.withLock { $0.objects[key] } }

    /// All objects, in no order.
    public func all() -> [T] { state.withLock { Array($0.objects.values) } }

    /// Keeps a second way to find objects: by the keys that `keys` gives of each.
    ///
    /// - Parameter name: an index of that name is replaced.
    public func addIndex(_ name: String, keys: @escaping @Sendable (T) -> [String]) {
        state.withLock { state in
            var index = ObjectIndex(keys: keys)
            for (key, object) in state.objects {
                for value in keys(object) { index.members[value, default: []].insert(key) }
            }
            state.indexes[name] = index
        }
    }

    /// The objects whose keys in that index hold `key`; none when there is no such index.
    public func byIndex(_ name: String, _ key: String) -> [T] {
        state.withLock { state in
            guard let members = state.indexes[name]?.members[key] else { return [] }
            return members.compactMap { state.objects[$0] }
        }
    }

    // MARK: The informer's side

    func apply(_ change: WatchChange<T>) -> Change<T>? {
        state.withLock { state in
            switch change {
            case .added(let object), .modified(let object):
                guard let old = Self.put(object, in: &state) else { return .added(object) }
                // A version that is known already, as after a resumed watch, changes nothing.
                return old.metadata.resourceVersion == object.metadata.resourceVersion ? nil : .updated(old, object)
            case .deleted(let object):
                return Self.remove(object.key, in: &state) == nil ? nil : .deleted(object)
            case .bookmark: return nil
            }
        }
    }

    /// Makes the store hold exactly these.
    func replace(_ objects: [T]) -> [Change<T>] {
        state.withLock { state in
            var changes: [Change<T>] = []
            var gone = Set(state.objects.keys)
            for object in objects {
                gone.remove(object.key)
                if let old = Self.put(object, in: &state) {
                    // Another object of the same name: the old one's end was missed.
                    if old.metadata.uid != object.metadata.uid {
                        changes.append(.deleted(old))
                        changes.append(.added(object))
                    } else if old.metadata.resourceVersion != object.metadata.resourceVersion {
                        changes.append(.updated(old, object))
                    }
                } else {
                    changes.append(.added(object))
                }
            }
            for key in gone {
                if let old = Self.remove(key, in: &state) { changes.append(.deleted(old)) }
            }
            return changes
        }
    }

    private static func put(_ object: T, in state: inout State) -> T? {
        let key = object.key
        let old = state.objects.updateValue(object, forKey: key)
        for name in state.indexes.keys { state.indexes[name]?.move(key, from: old, to: object) }
        return old
    }

    private static func remove(_ key: ObjectKey, in state: inout State) -> T? {
        guard let old = state.objects.removeValue(forKey: key) else { return nil }
        for name in state.indexes.keys { state.indexes[name]?.move(key, from: old, to: nil) }
        return old
    }
}

/// What an informer's store went through.
public enum Change<T: ResourceView>: Sendable {
    case added(T)
    case updated(_ old: T, _ new: T)
    /// As it was last known.
    case deleted(T)

    /// The object as it is now, or was last.
    public var object: T {
        switch self {
        case .added(let object), .updated(_, let object), .deleted(let object): object
        }
    }
}

extension Change: Equatable {}
