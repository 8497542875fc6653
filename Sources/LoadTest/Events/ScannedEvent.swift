/// As much of a watch event as the load tester needs.
struct ScannedEvent: Equatable {
    enum Kind: UInt8 {
        case added = 1
        case modified = 2
        case deleted = 3
        case bookmark = 4
        case error = 5
    }
    var kind: Kind
    /// The event's own or its object's resourceVersion; 0: an error has none.
    var revision: Int64
    /// The bookmark that ends the initial events.
    var endsInitial = false
}

/// Bytes of a watch that are no events.
struct ScanError: Error, Equatable {
    let message: String
}
