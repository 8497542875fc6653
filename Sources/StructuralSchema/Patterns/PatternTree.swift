/// A regular expression as a tree. What only matters for captures or for which of several matches is found (laziness,
/// names) is not kept: the server asks no more than whether a text matches.
indirect enum PatternTree: Sendable {
    case empty
    case scalar(UInt32)
    case set(ScalarSet)
    case assertion(Assertion)
    case sequence([PatternTree])
    case choice([PatternTree])
    /// - Parameter most: nil: any number.
    case repetition(PatternTree, least: Int, most: Int?)

    enum Assertion: UInt8, Sendable {
        case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
    }
}
