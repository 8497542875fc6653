import Glibc

/// The process' standard streams.
enum Console {
    static func out(_ text: String) { write(Array(text.utf8), to: 1) }
    static func out(_ bytes: [UInt8]) { write(bytes, to: 1) }
    /// One line for a person; never part of what a script reads.
    static func note(_ line: String) { write(Array((line + "\n").utf8), to: 2) }

    /// Ends the process when nobody reads any more, as SIGPIPE would.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var position = 0
        while position < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + position }, bytes.count - position)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { exit(ExitCode.failed.rawValue) }
            position += count
        }
    }
}

/// What the process says to scripts.
enum ExitCode: Int32 {
    case ok = 0
    /// The server refused, or something is not as the command needs it.
    case failed = 1
    /// The command line does not say what to do.
    case usage = 2
    /// The server cannot be reached or cannot answer now: trying again may help.
    case unavailable = 3
    /// What was waited for did not happen in time.
    case timedOut = 4
}
