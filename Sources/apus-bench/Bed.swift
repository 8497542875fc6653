internal import Glibc

/// Where a run happens: the programs that are measured, and a folder of its own.
struct Bed: Sendable {
    /// The folder of `apus` and `bare-loop`.
    let binaries: String
    /// On the disk that is measured; made for the run, and removed after it.
    let folder: String

    init(binaries: String, folder: String) throws(BenchError) {
        self.binaries = binaries
        self.folder = folder
        for name in ["apus", "bare-loop"] where access("\(binaries)/\(name)", X_OK) != 0 {
            throw BenchError("\(binaries)/\(name) is not there; make bench builds it")
        }
        guard mkdir(folder, 0o700) == 0 else {
            throw BenchError("cannot make the folder \(folder): \(String(cString: strerror(errno)))")
        }
    }

    func remove() { Self.remove(folder) }

    /// A folder with all that is in it. The benchmarks make no links.
    static func remove(_ path: String) {
        if let listing = opendir(path) {
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                if entry.pointee.d_type == UInt8(DT_DIR) {
                    remove("\(path)/\(name)")
                } else {
                    unlink("\(path)/\(name)")
                }
            }
            closedir(listing)
        }
        rmdir(path)
    }

    /// A port of loopback that nobody listens on at this moment.
    static func freePort() throws(BenchError) -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard found else { throw BenchError("there is no free port: \(String(cString: strerror(errno)))") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// Runs a program to its end and reads the figures that it printed, one `name value` a line.
    func run(_ name: String, _ arguments: [String]) throws(BenchError) -> [String: Double] {
        try start(name, arguments, number: 0)()
    }

    /// Starts a program; what is returned waits for its end and reads its figures.
    /// - Parameter number: tells programs apart that run at the same time.
    func start(
        _ name: String, _ arguments: [String], number: Int
    ) throws(BenchError) -> () throws(BenchError) -> [String: Double] {
        let (output, errors) = ("\(folder)/output-\(number)", "\(folder)/errors-\(number)")
        let child = try ChildProcess("\(binaries)/\(name)", arguments, output: output, errors: errors)
        return { () throws(BenchError) in try Self.figures(of: child, name, arguments, output, errors) }
    }

    private static func figures(
        of child: ChildProcess, _ name: String, _ arguments: [String], _ output: String, _ errors: String
    ) throws(BenchError) -> [String: Double] {
        let status = child.wait()
        guard status == 0 else {
            throw BenchError(
                "\(name) \(arguments.joined(separator: " ")) ended with \(status): \(TextFile.read(errors).trimmedLine)"
            )
        }
        var figures: [String: Double] = [:]
        for line in TextFile.read(output).split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, let value = Double(words[1]) { figures[String(words[0])] = value }
        }
        return figures
    }
}

extension String {
    /// The last line that says something.
    var trimmedLine: String { split(separator: "\n").last.map(String.init) ?? "" }
}
