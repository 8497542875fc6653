import Glibc

/// The process' standard error, line by line.
public enum StandardError {
    /// Writes one line in one call, so that lines of several tasks do not mix.
    public static func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var position = 0
        while position < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(2, $0.baseAddress.map { $0 + position }, bytes.count - position)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            position += count
        }
    }
}
