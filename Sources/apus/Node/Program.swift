import CLinux
import Glibc

/// A program of the system, run without a shell.
struct Program: Sendable {
    /// Where Debian has programs for the administrator. containerd finds runc by this too, whatever we were started with.
    static let searchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    /// What a short-lived program may print before the rest is thrown away.
    private static let outputLimitBytes = 1 << 20

    let path: String

    struct Outcome: Sendable {
        /// The exit status; 128 and the signal's number when a signal ended it.
        let status: Int32
        /// What it printed, on both outputs.
        let output: String
    }

    /// - Parameter package: Debian's, for the advice when the program is missing.
    static func find(_ name: String, package: String) throws(NodeError) -> Program {
        for folder in searchPath.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
            return Program(path: "\(folder)/\(name)")
        }
        throw NodeError("\(name) is not installed: run `make up`, or `apt-get install \(package)`")
    }

    /// Runs it to its end.
    func run(_ arguments: [String]) throws(NodeError) -> Outcome {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw NodeError("cannot make a pipe: \(SystemFiles.reason())") }
        // Other threads may start programs at the same time; theirs are not to hold our pipe open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let process: pid_t
        do throws(NodeError) {
            process = try spawn(arguments, output: ends[1], newSession: false)
        } catch {
            close(ends[1])
            throw error
        }
        close(ends[1])
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = read(ends[0], &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            if bytes.count < Self.outputLimitBytes { bytes.append(contentsOf: chunk[..<count]) }
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // WIFEXITED and its like are macros; wait(2) leaves the signal in the low seven bits, the status above eight.
        let signal = status & 0x7f
        return Outcome(
            status: signal == 0 ? status >> 8 & 0xff : 128 + signal, output: String(decoding: bytes, as: UTF8.self))
    }

    /// Starts it in a session of its own, so that it outlives us and our terminal.
    /// - Parameter log: what both outputs are appended to.
    func detach(_ arguments: [String], log: String) throws(NodeError) -> pid_t {
        let descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw NodeError("cannot write \(log): \(SystemFiles.reason())") }
        defer { close(descriptor) }
        return try spawn(arguments, output: descriptor, newSession: true)
    }

    /// It gets the limit of file descriptors that we were started with: programs with `select` break over more than 1,024.
    private func spawn(_ arguments: [String], output: Int32, newSession: Bool) throws(NodeError) -> pid_t {
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = Self.environment().map { strdup($0) } + [nil]
        defer { for copy in words + variables { free(copy) } }
        let process = clinux_spawn(path, &words, &variables, output, newSession ? 1 : 0, Descriptors.original)
        guard process > 0 else { throw NodeError("cannot start \(path): \(SystemFiles.reason(-process))") }
        return process
    }

    /// Ours (a proxy's address may be in it), but for the search path.
    private static func environment() -> [String] {
        var variables = ["PATH=\(searchPath)"]
        var at = environ
        while let variable = at.pointee {
            let text = String(cString: variable)
            if !text.hasPrefix("PATH="), !text.hasPrefix("NOTIFY_SOCKET=") { variables.append(text) }
            at += 1
        }
        return variables
    }
}
