internal import Glibc

/// An open log file. Reading blocks for as long as the disk does, which for a log that was just written is not at all.
final class LogFile {
    private let descriptor: Int32
    private let inode: UInt64
    private(set) var offset = 0

    init(_ path: String) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("cannot read the log \(path)") }
        var status = stat()
        _ = fstat(descriptor, &status)
        inode = UInt64(status.st_ino)
    }

    deinit { _ = close(descriptor) }

    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether `path` names another file by now: this one was turned over.
    func wasReplaced(at path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && UInt64(status.st_ino) != inode
    }

    func bytes(in range: Range<Int>) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < buffer.count {
            let count = buffer.withUnsafeMutableBytes { bytes in
                pread(
                    descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled,
                    off_t(range.lowerBound + filled))
            }
            guard count > 0 else { break }
            filled += count
        }
        return Array(buffer.prefix(filled))
    }

    func seek(to offset: Int) { self.offset = max(offset, 0) }

    /// The next bytes; empty at the end for now. A file that was cut short is read from its start again.
    func next() -> [UInt8] {
        if size < offset { offset = 0 }
        let bytes = self.bytes(in: offset..<(offset + KubeletLimits.logChunkBytes))
        offset += bytes.count
        return bytes
    }
}
