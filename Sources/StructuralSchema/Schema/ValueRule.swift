/// One rule about values beyond their structure. Small, so that thousands of them cost little: what is long lies in the
/// schema's tables.
enum ValueRule: Sendable {
    case format(Int32)
    case minimum(Double, isExclusive: Bool)
    case maximum(Double, isExclusive: Bool)
    case multipleOf(Double)
    case minLength(Int)
    case maxLength(Int)
    /// The text's place in `names`.
    case pattern(Int32)
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case minProperties(Int)
    case maxProperties(Int)
    /// Places in `names`.
    case required(Range<Int32>)
    /// Places in `values`.
    case oneValueOf(Range<Int32>)
    /// Places in `branches`.
    case allOf(Range<Int32>)
    case anyOf(Range<Int32>)
    case oneOf(Range<Int32>)
    /// A node.
    case not(Int32)
}
