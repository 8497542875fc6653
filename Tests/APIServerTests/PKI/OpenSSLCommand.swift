import Glibc

/// The `openssl` command: the peer that judges our certificates.
enum OpenSSLCommand {
    struct Outcome {
        let status: Int32
        /// Standard output and standard error.
        let text: String
    }

    static func run(_ arguments: String...) -> Outcome {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return Outcome(status: -1, text: "no pipe") }
        // A program that another test starts and that runs for long would keep the pipe from its end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
        var words: [UnsafeMutablePointer<CChar>?] = (["openssl"] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var process = pid_t()
        let spawned = posix_spawnp(&process, "openssl", &actions, nil, words, environ)
        close(ends[1])
        defer { close(ends[0]) }
        guard spawned == 0 else { return Outcome(status: -1, text: "the openssl command is not installed") }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = read(ends[0], &chunk, chunk.count), count > 0 {
            bytes.append(contentsOf: chunk[..<count])
        }
        var status = Int32(0)
        waitpid(process, &status, 0)
        return Outcome(status: status, text: String(decoding: bytes, as: UTF8.self))
    }
}
