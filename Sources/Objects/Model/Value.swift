/// What a field of an object holds.
///
/// `null` occurs only inside free-form JSON; an absent field has no value at all. A quantity is its canonical text, a
/// duration its nanoseconds, an int-or-string an `int` or a `string`, raw JSON its compact text as `bytes`, and the
/// schema-or-… unions are the value of whichever side is set.
public enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case time(Timestamp)
    case message(Message)
    case list([Value])
    case map(StringMap<Value>)
}
