internal import Glibc

/// What keeps a benchmark from running, and what to do about it.
struct BenchError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A program that was started: its output goes to files.
final class ChildProcess {
    let identifier: pid_t
    private let name: String
    private var status: Int32?

    /// - Parameters:
    ///   - output: a file for standard output, made anew.
    ///   - errors: the same for standard error.
    init(_ program: String, _ arguments: [String], output: String, errors: String) throws(BenchError) {
        name = program
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, program, &actions, nil, &words, environ)
        guard failure == 0 else {
            throw BenchError("\(program) cannot be started: \(String(cString: strerror(failure)))")
        }
        identifier = child
    }

    deinit { end() }

    /// The exit status, once it has ended; 128 and the signal's number when one ended it.
    func wait() -> Int {
        var status: Int32 = self.status ?? 0
        if self.status == nil {
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            self.status = status
        }
        let signal = Int(status & 0x7f)
        return signal == 0 ? Int(status >> 8 & 0xff) : 128 + signal
    }

    var isRunning: Bool {
        guard status == nil else { return false }
        var status: Int32 = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return true }
        self.status = status
        return false
    }

    /// Asks it to end, and waits for it; after five seconds it is killed.
    func end() {
        guard isRunning else { return }
        kill(identifier, SIGTERM)
        let deadline = Clock.wall + 5
        while isRunning, Clock.wall < deadline { usleep(5_000) }
        if isRunning { kill(identifier, SIGKILL) }
        _ = wait()
    }
}
