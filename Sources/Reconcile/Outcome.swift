/// What became of one reconciliation.
public enum Outcome: Sendable, Equatable {
    case done
    /// All is well so far; look again then. Forgets earlier failures.
    case retry(afterMilliseconds: Int)
    /// Try again after a while that doubles with each failure of the same key, from 5 ms to 1000 s.
    case failed(String)
}
