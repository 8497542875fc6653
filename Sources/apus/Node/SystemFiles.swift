import Glibc

/// Small files of the system and of the node's set-up.
enum SystemFiles {
    /// No file that is read here comes near; a log that somebody put in its place is cut.
    private static let readLimitBytes = 1 << 20

    /// Nil: there is no such file, or it cannot be read.
    static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while bytes.count < readLimitBytes {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The file holds the old text or the new one, never a part.
    static func write(_ text: String, to path: String) throws(NodeError) {
        let draft = "\(path).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw NodeError("cannot write \(path): \(reason())") }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let why = reason()
                close(descriptor)
                throw NodeError("cannot write \(path): \(why)")
            }
            rest = rest.dropFirst(count)
        }
        guard close(descriptor) == 0, rename(draft, path) == 0 else {
            throw NodeError("cannot write \(path): \(reason())")
        }
    }

    /// The names in a folder, without `.` and `..`; none when there is no folder.
    static func list(_ folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            // d_name is an array of 256 characters that ends with a zero; Swift sees a tuple.
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func exists(_ path: String) -> Bool { kind(path) != nil }

    static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

    /// The kind of a file (`S_IFDIR` and so on), not following a link; nil: there is none.
    private static func kind(_ path: String) -> mode_t? {
        var facts = stat()
        return lstat(path, &facts) == 0 ? facts.st_mode & S_IFMT : nil
    }

    static func makeFolder(_ path: String, mode: mode_t = 0o700) throws(NodeError) {
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw NodeError("cannot make the folder \(path): \(reason())")
        }
    }

    /// Removes a folder with all that is in it; links are removed, not followed.
    static func removeTree(_ path: String) {
        guard isFolder(path) else {
            unlink(path)
            return
        }
        for folder in foldersDeepestFirst(path) {
            for name in list(folder) where !isFolder("\(folder)/\(name)") { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
    }

    /// Removes a control group with those in it. Its files go with the folders.
    /// - Returns: whether all are gone; they stay as long as a process is in them.
    static func removeControlGroup(_ path: String) -> Bool {
        foldersDeepestFirst(path).map { rmdir($0) == 0 }.allSatisfy { $0 }
    }

    /// A folder and those below it.
    static func foldersDeepestFirst(_ path: String) -> [String] {
        guard isFolder(path) else { return [] }
        var found = [path]
        var at = 0
        while at < found.count {
            let folder = found[at]
            found += list(folder).map { "\(folder)/\($0)" }.filter(isFolder)
            at += 1
        }
        return found.reversed()
    }

    /// Where a symbolic link points; nil: it is none, or may not be read.
    static func link(_ path: String) -> String? {
        var text = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &text, text.count)
        return count > 0 ? String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }

    /// The path without links and dots; nil: there is no such file.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func reason(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }
}
