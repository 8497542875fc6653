import Glibc
import Testing

@testable import apus

/// One process works on a state folder at a time.
struct ProcessFileTests {
    private func withFile(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/apus-process-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { SystemFiles.removeTree(folder) }
        try body("\(folder)/apus.pid")
    }

    @Test func `a folder that a live process works on is refused, and its file is left alone`() throws {
        try withFile { path in
            // Whoever started the tests is alive as long as they are.
            let other = getppid()
            let started = try #require(ProcessTable.startTicks(of: other))
            try SystemFiles.write("\(other) \(started)\n", to: path)
            let error = #expect(throws: NodeError.self) { try ProcessFile.claim(path) }
            #expect(error?.description.contains("process \(other) ") == true)
            #expect(ProcessFile.live(path) == other)
        }
    }

    @Test func `what a process left that has ended, or whose number is used again, is taken over`() throws {
        try withFile { path in
            for left in ["\(getppid()) 1\n", "", "what is this\n", "-1 5\n"] {
                try SystemFiles.write(left, to: path)
                try ProcessFile.claim(path)
                #expect(ProcessFile.live(path) == getpid())
            }
        }
    }
}
