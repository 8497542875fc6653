import Glibc

/// Whole files, read without Foundation.
public enum FileBytes {
    public struct ReadingError: Error, Sendable, CustomStringConvertible {
        public let path: String
        /// As of errno(3); EFBIG when the file is over the limit.
        public let number: Int32
        public var description: String { "cannot read \(path): \(String(cString: strerror(number)))" }
        public var isMissing: Bool { number == ENOENT }
    }

    /// - Parameter path: `-` stands for the standard input.
    public static func read(_ path: String, limit: Int) throws(ReadingError) -> [UInt8] {
        let isStandardInput = path == "-"
        let descriptor = isStandardInput ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadingError(path: path, number: errno) }
        defer { if !isStandardInput { _ = close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ReadingError(path: path, number: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else { throw ReadingError(path: path, number: EFBIG) }
        }
    }
}
