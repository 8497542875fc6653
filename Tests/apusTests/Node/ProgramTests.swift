import Glibc
import Testing

@testable import apus

/// What a program is started with.
struct ProgramTests {
    private static let shell = Program(path: "/bin/sh")

    @Test func `it has the limit of descriptors that this process was started with`() throws {
        let before = try Self.limits(of: "self")
        Descriptors.allowAll()
        let own = try Self.limits(of: "self")
        #expect(own.soft == own.hard)
        #expect(own.hard == before.hard)
        let outcome = try Self.shell.run(["-c", "ulimit -Sn; ulimit -Hn"])
        #expect(outcome.output.split(separator: "\n").map(String.init) == [String(Descriptors.original), own.hard])
        // Another one than ours, unless ours were one from the start.
        #expect(Descriptors.original <= UInt64(own.hard) ?? .max)
    }

    @Test func `its status and both its outputs come back, and no signal is blocked in it`() throws {
        let outcome = try Self.shell.run(["-c", "echo one; echo two >&2; exit 7"])
        #expect((outcome.status, outcome.output) == (7, "one\ntwo\n"))
        #expect(try Self.shell.run(["-c", "kill -TERM $$; sleep 5"]).status == 128 + SIGTERM)
    }

    @Test func `a program that is not there is an error that says so`() throws {
        let error = #expect(throws: NodeError.self) { _ = try Program(path: "/nowhere/at/all").run([]) }
        #expect(error?.description == "cannot start /nowhere/at/all: No such file or directory")
    }

    @Test func `one that is detached has a session of its own`() throws {
        var template = Array("/tmp/apus-program-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { SystemFiles.removeTree(folder) }
        let process = try Self.shell.detach(["-c", "cut -d ' ' -f 6 /proc/self/stat"], log: "\(folder)/log")
        waitpid(process, nil, 0)
        #expect(SystemFiles.text("\(folder)/log") == "\(process)\n")
    }

    private static func limits(of process: String) throws -> (soft: String, hard: String) {
        let text = try #require(SystemFiles.text("/proc/\(process)/limits"))
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("Max open files") })
        let fields = row.split(separator: " ")
        try #require(fields.count > 4)
        return (String(fields[3]), String(fields[4]))
    }
}
