import Glibc

/// Small files that are written whole or not at all.
enum PrivateFile {
    /// Nil: there is no such file.
    static func read(_ path: String) throws(PKIError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw PKIError("\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 { throw PKIError("\(path) cannot be read: \(String(cString: strerror(errno)))") }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk.prefix(count))
        }
    }

    /// Writes a file beside the path and moves it there, so that no reader sees half of it.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(PKIError) {
        func failed() -> PKIError { PKIError("\(path) cannot be written: \(String(cString: strerror(errno)))") }
        let temporary = path + ".new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failed() }
        var at = 0
        while at < bytes.count {
            let count = bytes[at...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                let error = failed()
                close(descriptor)
                throw error
            }
            at += count
        }
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
            throw failed()
        }
    }

    static func makeFolder(_ path: String) throws(PKIError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw PKIError("the folder \(path) cannot be made: \(String(cString: strerror(errno)))")
        }
    }
}
