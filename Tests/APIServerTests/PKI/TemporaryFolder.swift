import Glibc

/// A folder that is gone with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/apus-pki-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NoFolder("mkdtemp: \(errno)") }
        path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for folder in ["\(path)/pki", path] {
            if let handle = opendir(folder) {
                while let entry = readdir(handle) {
                    let name = withUnsafePointer(to: &entry.pointee.d_name) {
                        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                    }
                    if name != ".", name != ".." { unlink("\(folder)/\(name)") }
                }
                closedir(handle)
            }
            rmdir(folder)
        }
    }

    func mode(_ name: String) -> mode_t? {
        var facts = stat()
        return stat("\(path)/\(name)", &facts) == 0 ? facts.st_mode & 0o7777 : nil
    }

    func read(_ name: String) -> [UInt8] {
        let descriptor = open("\(path)/\(name)", O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64 * 1024)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return Array(bytes[..<max(0, count)])
    }

    func write(_ text: String, to name: String) {
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        _ = Glibc.write(descriptor, text, text.utf8.count)
        close(descriptor)
    }
}

struct NoFolder: Error {
    let text: String
    init(_ text: String) { self.text = text }
}
