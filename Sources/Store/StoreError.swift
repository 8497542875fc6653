/// Why a store refused. The message says what to do; the code is for programs.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// That revision's history is gone; `compactedTo` is the newest revision that is gone.
        case compacted(compactedTo: Revision)
        case futureRevision(current: Revision)
        case valueTooLarge(limitBytes: Int)
        /// The disk is full: nothing was written. Reads and watches go on.
        case noSpace
        case unknownLease
        /// The request itself cannot be done, now or later (`StoreLimits`, a key written twice); nothing was written.
        case invalidRequest
        /// The store cannot be reached or is closed. Nothing was written.
        case unavailable
        /// The request was sent, its answer was lost: the write may have happened.
        case unknownOutcome
        case corrupt
    }
    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
    public var description: String { message }
}
