import Glibc

/// Lines on the terminal. Written whole, so that threads do not mix them.
enum Console {
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    /// Progress and errors.
    static func log(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    static func exit(_ text: String, status: Int32) -> Never {
        log(text)
        Glibc.exit(status)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + at }, bytes.count - at)
                if count <= 0 { return }
                at += count
            }
        }
    }
}
