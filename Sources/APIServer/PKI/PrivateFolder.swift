import Glibc
import PKIX

/// A folder that only its owner may enter, and files in it that are there whole or not at all.
struct PrivateFolder {
    let path: String

    /// Makes the folder if need be, and closes it to others (0700).
    static func open(_ path: String) throws(PKIError) -> PrivateFolder {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Self.failure("cannot make the folder", path) }
        guard chmod(path, 0o700) == 0 else { throw Self.failure("cannot close to others the folder", path) }
        return PrivateFolder(path: path)
    }

    /// Runs `body` while no other process does so on this folder.
    func locked<Result>(_ body: () throws(PKIError) -> Result) throws(PKIError) -> Result {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("cannot open the folder", path) }
        // Closing gives up the lock.
        defer { _ = close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Self.failure("cannot lock the folder", path) }
        }
        return try body()
    }

    /// The file's bytes; nil when it is not there.
    func read(_ name: String) throws(PKIError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        let descriptor = Glibc.open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure("cannot read", file)
        }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 8192)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure("cannot read", file) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= PKILimits.fileBytes else {
                throw PKIError(
                    .damaged, "\(file) is too large to be a certificate or key: move it away and start again")
            }
        }
    }

    /// Writes the file beside its name and renames it there when it is on disk, so that a crash leaves the old one or
    /// the new one.
    func write(_ bytes: [UInt8], to name: String, mode: mode_t) throws(PKIError) {
        let file = "\(path)/\(name)"
        let draft = "\(file).new"
        // Left by a crash; O_EXCL below then makes sure that nobody's link is written through.
        _ = unlink(draft)
        let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw Self.failure("cannot write", draft) }
        let written = Self.fill(descriptor, bytes, mode: mode)
        let problem = errno
        guard close(descriptor) == 0, written, rename(draft, file) == 0 else {
            let reason = written ? errno : problem
            _ = unlink(draft)
            throw Self.failure("cannot write", file, reason)
        }
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Self.failure("cannot open the folder", path) }
        defer { _ = close(folder) }
        guard fsync(folder) == 0 else { throw Self.failure("cannot write", file) }
    }

    /// Takes rights on a key from everybody but its owner.
    /// - Returns: whether others had any.
    func restrict(_ name: String) throws(PKIError) -> Bool {
        let file = "\(path)/\(name)"
        var facts = stat()
        guard stat(file, &facts) == 0 else { throw Self.failure("cannot read", file) }
        guard facts.st_mode & 0o077 != 0 else { return false }
        guard chmod(file, 0o600) == 0 else { throw Self.failure("cannot close to others", file) }
        return true
    }

    private static func fill(_ descriptor: Int32, _ bytes: [UInt8], mode: mode_t) -> Bool {
        // The umask may have taken rights that the mode gives.
        guard fchmod(descriptor, mode) == 0 else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return fsync(descriptor) == 0
    }

    private static func failure(_ what: String, _ path: String, _ reason: Int32 = errno) -> PKIError {
        let advice = reason == EACCES || reason == EPERM ? ": start as the user who owns it" : ""
        return PKIError(.inaccessible, "\(what) \(path): \(String(cString: strerror(reason)))\(advice)")
    }
}
