import Testing

@testable import apus

/// A command's flags: what is taken, and what is refused with words that help.
struct FlagsTests {
    private static let known: [Flags.Flag] = [
        .init(name: "port", value: "N", help: ""), .init(name: "grace", value: "TIME", help: ""),
        .init(name: "quiet", value: nil, help: ""),
    ]

    @Test(arguments: [
        ("40s", 40_000), ("5m", 300_000), ("1m30s", 90_000), ("500ms", 500), ("1h", 3_600_000), ("0", 0), ("0s", 0),
        ("2h1ms", 7_200_001), ("999999999h", 3_599_999_996_400_000),
    ])
    func `times are read as Kubernetes writes them`(text: String, milliseconds: Int) {
        #expect(Flags.milliseconds(text) == milliseconds)
    }

    @Test(arguments: ["", "40", "s", "1.5h", "-1s", "+1s", " 1s", "1s ", "1d", "9999999999s", "1sm", "1s2", "１s"])
    func `what is no time is refused`(text: String) {
        #expect(Flags.milliseconds(text) == nil)
    }

    @Test func `a time outside its range is refused with the range`() throws {
        let flags = try Flags(["--grace", "90m"], known: Self.known)
        #expect(try flags.milliseconds("grace", in: 0...5_400_000) == 5_400_000)
        #expect(try flags.milliseconds("port", in: 0...1) == nil)
        let error = #expect(throws: FlagError.self) { try flags.milliseconds("grace", in: 1000...60_000) }
        #expect(error?.message == "--grace takes a time from 1s to 1m, such as 40s or 5m, not 90m")
    }

    @Test func `values follow their flag or an equals sign`() throws {
        let flags = try Flags(["--port=1", "--quiet", "--grace", "2s"], known: Self.known)
        #expect(flags["port"] == "1")
        #expect(flags.isSet("quiet"))
        #expect(flags["grace"] == "2s")
        #expect(try flags.number("port", in: 0...65535) == 1)
    }

    @Test(arguments: [["port"], ["--port"], ["--color"], ["-p", "1"]])
    func `what a command does not know is refused`(arguments: [String]) {
        #expect(throws: FlagError.self) { try Flags(arguments, known: Self.known) }
    }
}
