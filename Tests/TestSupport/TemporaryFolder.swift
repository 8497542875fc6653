internal import Glibc

/// A folder of a test's own, gone when nobody holds it any more.
public final class TemporaryFolder: Sendable {
    public let path: String

    /// - Parameter name: what its name begins with, to tell whose it is.
    public init(_ name: String) {
        var template = Array("/tmp/apus-\(name)-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/apus-\(name)"
    }

    deinit { remove() }

    /// Removes it with all that is in it.
    public func remove() {
        let words = ["rm", "-rf", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var process: pid_t = 0
        posix_spawnp(&process, "rm", nil, nil, &arguments, environ)
        waitpid(process, nil, 0)
        for argument in arguments { free(argument) }
    }
}
