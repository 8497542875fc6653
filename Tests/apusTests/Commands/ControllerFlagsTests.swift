import Controllers
import Testing

@testable import apus

/// How long a silent node is waited for can be set.
struct ControllerFlagsTests {
    private func configuration(_ arguments: String...) throws -> ControllersConfiguration {
        try ControllerFlags.configuration(try Flags(arguments, known: ControllerFlags.flags))
    }

    @Test func `40 seconds of silence and 5 minutes of patience unless said otherwise`() throws {
        let settings = try configuration()
        #expect(settings.nodeGraceMilliseconds == 40_000)
        #expect(settings.podEvictionMilliseconds == 300_000)
    }

    @Test func `flags set both`() throws {
        let settings = try configuration("--node-monitor-grace-period=4s", "--pod-eviction-after", "0")
        #expect(settings.nodeGraceMilliseconds == 4000)
        #expect(settings.podEvictionMilliseconds == 0)
    }

    @Test(arguments: ["--node-monitor-grace-period=0", "--node-monitor-grace-period=40", "--pod-eviction-after=-1s"])
    func `a grace of no time, and what is none, are refused`(argument: String) {
        #expect(throws: FlagError.self) { try configuration(argument) }
    }
}
