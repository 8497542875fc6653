import Glibc

@testable import Store

/// A `store-crash-writer` that runs, and what it has said.
final class CrashChild {
    let process: pid_t
    private let output: Int32
    private var unread: [UInt8] = []
    private var isOver = false

    struct Failed: Error { let what: String }

    init(folder: String, seed: UInt64) throws {
        let test = try Self.link("/proc/self/exe")
        let program = FileBytes.folder(of: test) + "/store-crash-writer"
        var ends: [Int32] = [-1, -1]
        guard pipe2Cloexec(&ends) else { throw Failed(what: "pipe") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        let words: [String] = [program, folder, String(seed)]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        let code = posix_spawn(&child, program, &actions, nil, arguments + [nil], environ)
        close(ends[1])
        guard code == 0 else { throw Failed(what: "\(program): \(SystemError.text(code))") }
        process = child
        output = ends[0]
    }

    deinit {
        if !isOver { kill() }
        close(output)
    }

    /// Waits for so many whole lines, or the end.
    @discardableResult
    func readLines(_ count: Int) -> [String] {
        var lines: [String] = []
        while lines.count < count, let line = nextLine() { lines.append(line) }
        return lines
    }

    /// Ends it without warning, and waits until it is gone.
    func kill() {
        Glibc.kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        isOver = true
    }

    private func nextLine() -> String? {
        while true {
            if let end = unread.firstIndex(of: 10) {
                defer { unread.removeFirst(end + 1) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            var chunk = [UInt8](repeating: 0, count: 65536)
            let count = read(output, &chunk, chunk.count)
            if count <= 0 { return nil }
            unread += chunk[..<count]
        }
    }

    private static func link(_ path: String) throws -> String {
        var target = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &target, target.count)
        guard count > 0 else { throw Failed(what: path) }
        return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// A pipe whose ends other children do not inherit.
private func pipe2Cloexec(_ ends: inout [Int32]) -> Bool {
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
}
