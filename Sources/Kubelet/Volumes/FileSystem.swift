internal import Glibc

/// A call of the operating system that failed, in words.
struct FileError: Error, Sendable, CustomStringConvertible {
    var message: String
    var code: Int32
    var description: String { message }

    init(_ what: String, code: Int32 = errno) {
        self.code = code
        message = "\(what): \(String(cString: strerror(code)))"
    }
}

/// The few calls on files that the node's agent needs. They block for microseconds on a local disk.
enum FileSystem {
    static func makeFolders(_ path: String, mode: mode_t = 0o755) throws(FileError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, mode) != 0, errno != EEXIST { throw FileError("cannot make folder \(made)") }
        }
    }

    static func read(_ path: String, limitBytes: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("cannot read \(path)") }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while bytes.count < limitBytes {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limitBytes - bytes.count))
            guard count >= 0 else { throw FileError("cannot read \(path)") }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    static func write(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw FileError("cannot write \(path)") }
        defer { _ = close(descriptor) }
        // The mode that was asked for, whatever the process's mask says.
        _ = fchmod(descriptor, mode)
        var at = 0
        while at < bytes.count {
            let count = bytes[at...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw FileError("cannot write \(path)") }
            at += count
        }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Without links resolved; nil when it cannot be.
    static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    static func link(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink(path, &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Names in a folder, but for `.` and `..`; none when it cannot be read.
    static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a folder and all in it, never through a link, and never another file system's content: a mount in it
    /// makes this fail, and the caller tries again when it is gone.
    static func removeTree(_ path: String) throws(FileError) {
        var root = stat()
        guard lstat(path, &root) == 0 else {
            if errno == ENOENT { return }
            throw FileError("cannot remove \(path)")
        }
        try remove(path, device: root.st_dev, depth: 0)
    }

    private static func remove(_ path: String, device: dev_t, depth: Int) throws(FileError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw FileError("cannot remove \(path)")
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            guard status.st_dev == device else { throw FileError("\(path) is a mount", code: EBUSY) }
            guard depth < 256 else { throw FileError("\(path) is nested too deep", code: ELOOP) }
            for name in names(path) { try remove("\(path)/\(name)", device: device, depth: depth + 1) }
            if rmdir(path) != 0, errno != ENOENT { throw FileError("cannot remove \(path)") }
        } else if unlink(path) != 0, errno != ENOENT {
            throw FileError("cannot remove \(path)")
        }
    }
}
