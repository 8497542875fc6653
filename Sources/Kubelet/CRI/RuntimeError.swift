/// Why the container runtime did not do what it was asked.
struct RuntimeError: Error, Sendable, Equatable, CustomStringConvertible {
    enum Code: Sendable, Equatable {
        /// No such sandbox, container or image.
        case notFound
        case alreadyExists
        /// It cannot be reached, or is busy.
        case unavailable
        case deadlineExceeded
        /// This version of the runtime does not have the call.
        case unimplemented
        /// It tried and failed: the message says why.
        case failed
    }
    var code: Code
    var message: String

    var description: String { message }
}
