import Glibc

/// Runs a shell command with a text on its standard input, and gives what it prints and its exit code.
public enum Command {
    public static func run(_ command: String, input: [UInt8]) -> (output: [UInt8], code: Int32) {
        var template = Array("/tmp/apus-test-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return ([], -1) }
        let path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        var written = 0
        while written < input.count {
            let count = input[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            written += count
        }
        close(descriptor)
        guard let pipe = popen("\(command) < \(path) 2>&1", "r") else { return ([], -1) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, pipe)
            guard count > 0 else { break }
            output += buffer[..<count]
        }
        let status = pclose(pipe)
        return (output, status & 0x7f == 0 ? status >> 8 & 0xff : -1)
    }

    public static func exists(_ check: String) -> Bool { run(check, input: []).code == 0 }
}
