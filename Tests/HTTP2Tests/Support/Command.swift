import Glibc

/// Runs a program that is not ours, so that it can judge what we say on the wire.
struct Command: Sendable {
    struct Outcome: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    static func path(of name: String) -> String? {
        for folder in ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/bin"] {
            let path = "\(folder)/\(name)"
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    static func isInstalled(_ name: String) -> Bool { path(of: name) != nil }

    /// Waits on a thread of its own, so that the tests' few threads go on.
    static func run(_ arguments: [String], input: String? = nil) async -> Outcome {
        await withCheckedContinuation { continuation in
            var thread = pthread_t()
            let work = Unmanaged.passRetained(Work { continuation.resume(returning: runBlocking(arguments, input)) })
            let status = pthread_create(
                &thread, nil,
                { argument in
                    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                    return nil
                }, work.toOpaque())
            precondition(status == 0)
            pthread_detach(thread)
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    static func runBlocking(_ arguments: [String], _ input: String?) -> Outcome {
        let folder = TemporaryFolder()
        let (out, err, into) = ("\(folder.path)/out", "\(folder.path)/err", "\(folder.path)/in")
        if let input { writeFile(into, Array(input.utf8)) }
        guard let pid = spawn(arguments, input: input == nil ? "/dev/null" : into, output: out, errors: err) else {
            return Outcome(status: 127, output: "", errors: "cannot run \(arguments)")
        }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return Outcome(
            status: status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f),
            output: String(decoding: readFile(out), as: UTF8.self),
            errors: String(decoding: readFile(err), as: UTF8.self))
    }

    /// Starts a program and returns its process id.
    static func spawn(_ arguments: [String], input: String, output: String, errors: String) -> pid_t? {
        guard let name = arguments.first, let path = name.contains("/") ? name : path(of: name) else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var pid: pid_t = 0
        let status = posix_spawn(&pid, path, &actions, nil, &pointers, environ)
        return status == 0 ? pid : nil
    }
}

/// A folder that goes with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/apus-test-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, mkdtemp(base) != nil else { return "/tmp" }
            return String(cString: base)
        }
    }

    deinit {
        guard path != "/tmp" else { return }
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { unlink("\(path)/\(name)") }
            }
            closedir(folder)
        }
        rmdir(path)
    }
}

func writeFile(_ path: String, _ bytes: [UInt8]) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    precondition(descriptor >= 0)
    defer { close(descriptor) }
    var at = 0
    while at < bytes.count {
        let count = bytes[at...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        precondition(count > 0)
        at += count
    }
}

func readFile(_ path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count <= 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
    }
}
