internal import HTTP2

/// A connection that watches share, and what is known of it. Belongs to its loop.
struct Line {
    var connection: ClientConnection?
    var isConnecting = false
    /// Attempts since it last stood.
    var attempts = 0
    /// Watches whose turn to open has not come, by their place in the loop's list.
    var queue: [Int] = []
    var watches: [Int] = []
    /// Closed by this side, so that its end is no error.
    var isExpected = false
}
