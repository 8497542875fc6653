/// One event of a watch.
public enum WatchChange<Object: Sendable>: Sendable {
    case added(Object)
    case modified(Object)
    /// The object as it was last; its resourceVersion is that of the deletion.
    case deleted(Object)
    /// Nothing happened up to this revision; a watch may begin again after it.
    case bookmark(Int64)

    public func map<Other>(_ transform: (Object) -> Other) -> WatchChange<Other> {
        switch self {
        case .added(let object): .added(transform(object))
        case .modified(let object): .modified(transform(object))
        case .deleted(let object): .deleted(transform(object))
        case .bookmark(let revision): .bookmark(revision)
        }
    }
}

extension WatchChange: Equatable where Object: Equatable {}
