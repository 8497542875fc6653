internal import Glibc
internal import Store

/// A server that the bare client can drive.
protocol DrivenServer {
    var identifier: pid_t { get }
    /// Flags that reach it: with TLS, or plain.
    func address(overTLS: Bool) -> [String]
}

/// The bare loop, running.
final class BareServer: DrivenServer {
    private let process: ChildProcess
    private let plainPort: Int
    private let port: Int
    var identifier: pid_t { process.identifier }

    init(in bed: Bed, loops: Int = 1) throws(BenchError) {
        plainPort = try Bed.freePort()
        port = try Bed.freePort()
        let errors = "\(bed.folder)/bare-loop-\(loops).log"
        process = try ChildProcess(
            "\(bed.binaries)/bare-loop",
            ["serve", "--plain", "\(plainPort)", "--tls", "\(port)", "--loops", "\(loops)"],
            output: "/dev/null", errors: errors)
        let deadline = Clock.wall + 5
        while !TextFile.read(errors).contains("ready") {
            guard process.isRunning, Clock.wall < deadline else {
                throw BenchError("bare-loop does not come up: \(TextFile.read(errors).trimmedLine)")
            }
            usleep(1_000)
        }
    }

    func address(overTLS: Bool) -> [String] { overTLS ? ["--port", "\(port)", "--tls"] : ["--port", "\(plainPort)"] }
    func end() { process.end() }
}

/// `apus apiserver` on a data folder, running.
final class APIServerProcess: DrivenServer {
    let directory: String
    /// From the start of the process until it said that it serves.
    let readyMilliseconds: Double
    private let process: ChildProcess
    private let plainPort: Int
    private let port: Int
    var identifier: pid_t { process.identifier }
    var kubeconfig: String { "\(directory)/admin.kubeconfig" }

    /// - Parameter directory: relative to the bed; made anew unless it exists.
    init(in bed: Bed, directory name: String, loops: Int? = nil) throws(BenchError) {
        directory = "\(bed.folder)/\(name)"
        plainPort = try Bed.freePort()
        port = try Bed.freePort()
        let errors = "\(bed.folder)/apiserver.log"
        var flags = [
            "apiserver", "--data-dir", directory, "--bind-address", "127.0.0.1", "--port", "\(port)", "--insecure-port",
            "\(plainPort)",
        ]
        if let loops { flags += ["--loops", "\(loops)"] }
        let started = Clock.wall
        process = try ChildProcess("\(bed.binaries)/apus", flags, output: "/dev/null", errors: errors)
        let deadline = started + 60
        while !TextFile.read(errors).contains("ready in ") {
            guard process.isRunning, Clock.wall < deadline else {
                throw BenchError("apus apiserver does not come up: \(TextFile.read(errors).trimmedLine)")
            }
            usleep(1_000)
        }
        readyMilliseconds = (Clock.wall - started) * 1_000
    }

    func address(overTLS: Bool) -> [String] {
        let identity = ["--cert", "\(directory)/pki/admin.crt", "--key", "\(directory)/pki/admin.key"]
        return overTLS ? ["--port", "\(port)"] + identity : ["--port", "\(plainPort)"]
    }

    /// What the process has resident.
    var residentMebibytes: Double {
        let pages = TextFile.read("/proc/\(identifier)/statm").split(separator: " ").dropFirst().first
        return (pages.flatMap { Double($0) } ?? .nan) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }

    func end() { process.end() }
}

extension Bed {
    /// A server whose store has so many ConfigMaps already.
    func serverWithObjects(
        _ count: Int, dataBytes: Int = 1_024, directory: String, loops: Int? = nil
    ) async throws -> APIServerProcess {
        // Once empty, for the certificates and the folder.
        try APIServerProcess(in: self, directory: directory).end()
        let store = try SQLiteStore(folder: "\(folder)/\(directory)/store")
        try await StoredObjects.fill(store, count: count, dataBytes: dataBytes)
        await store.close()
        return try APIServerProcess(in: self, directory: directory, loops: loops)
    }

    /// One run of the bare client against a server. Its figures are those of `bare-loop drive`.
    func drive(_ server: some DrivenServer, overTLS: Bool = true, _ flags: [String]) throws(BenchError) -> [String:
        Double]
    {
        try startDriving(server, overTLS: overTLS, flags, number: 0)()
    }

    /// The same while something else goes on. What is returned waits for its end.
    func startDriving(
        _ server: some DrivenServer, overTLS: Bool = true, _ flags: [String], number: Int
    ) throws(BenchError) -> () throws(BenchError) -> [String: Double] {
        let arguments = ["drive"] + server.address(overTLS: overTLS) + ["--pid", "\(server.identifier)"] + flags
        return try start("bare-loop", arguments, number: number)
    }
}

extension [String: Double] {
    /// A figure that the client printed; not a number when it is not there, which reaches no target.
    func of(_ name: String) -> Double { self[name] ?? .nan }
}
