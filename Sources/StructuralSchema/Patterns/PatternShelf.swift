import Synchronization

/// Compiled patterns by their text, for all definitions together: what a schema keeps is the text alone.
///
/// Bounded: when there are too many, all are forgotten, and those in use come back with their next value.
final class PatternShelf: Sendable {
    static let shared = PatternShelf(limit: SchemaLimits.keptPatternInstructions)

    private struct State {
        var patterns: [String: Pattern] = [:]
        var instructions = 0
    }
    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Instructions that are kept.
    var instructions: Int { state.withLock { $0.instructions } }

    func pattern(_ text: String) throws(PatternError) -> Pattern {
        if let known = state.withLock({ $0.patterns[text] }) { return known }
        let made = try Pattern(text)
        state.withLock { state in
            if state.instructions + made.program.count > limit {
                state.patterns = [:]
                state.instructions = 0
            }
            if state.patterns.updateValue(made, forKey: text) == nil { state.instructions += made.program.count }
        }
        return made
    }
}
