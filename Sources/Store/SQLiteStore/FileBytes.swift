internal import Glibc

/// Whole small files, and making files durable.
enum FileBytes {
    /// Up to `limit` bytes from the beginning; nil when the file cannot be opened.
    static func read(_ file: String, limit: Int) -> [UInt8]? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
        defer { close(descriptor) }
        return read(descriptor, limit: limit)
    }

    static func read(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = pread(descriptor, &bytes, limit, 0)
        return count < 0 ? nil : Array(bytes.prefix(count))
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }

    /// An empty file that only its owner may read. One that was left behind there is thrown away.
    static func createAnew(_ file: String) throws(StoreError) {
        unlink(file)
        let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw .system("create", file) }
        close(descriptor)
    }

    static func sync(file: String) throws(StoreError) { try sync(file, O_RDWR) }
    static func sync(folder: String) throws(StoreError) { try sync(folder, O_RDONLY | O_DIRECTORY) }

    private static func sync(_ path: String, _ mode: Int32) throws(StoreError) {
        let descriptor = open(path, mode | O_CLOEXEC)
        if descriptor < 0 { throw .system("open", path) }
        defer { close(descriptor) }
        if fsync(descriptor) != 0 { throw .system("sync", path) }
    }

    /// The folder that a path names its last part in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
