import Testing

@testable import LoadTest

@Suite("A process's figures are read as the kernel writes them") struct ProcessFiguresTests {
    @Test("processor time stands after the name, whatever the name holds")
    func processorTimeStandsAfterTheNameWhateverTheNameHolds() throws {
        let line = "4711 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 1234 567 0 0 20 0 4 0 99 1000 200"
        let ticks = try #require(ProcessFigures.ticks(stat: line))
        #expect(ticks.user == 1234)
        #expect(ticks.system == 567)
    }

    @Test(
        "what is cut short gives nothing", arguments: ["", "1 (x", "1 (x) S 1 2", "1 (x) S 1 2 3 4 5 6 7 8 9 10 a b"])
    func whatIsCutShortGivesNothing(line: String) {
        #expect(ProcessFigures.ticks(stat: line) == nil)
    }

    @Test("memory is in kibibytes, and its lines are told apart") func memoryIsInKibibytesAndItsLinesAreToldApart()
        throws
    {
        let text = """
            55d0-7ffe ---p 00000000 00:00 0    [rollup]
            Rss:                2048 kB
            Pss:                1000 kB
            Pss_Dirty:           300 kB
            """
        let memory = try #require(ProcessFigures.memory(rollup: text))
        #expect(memory.resident == 2048 * 1024)
        #expect(memory.proportional == 1000 * 1024)
        #expect(ProcessFigures.memory(rollup: "Rss: 5 kB") == nil)
    }

    @Test("this very process has memory and a processor's time") func thisVeryProcessHasMemoryAndAProcessorsTime()
        throws
    {
        let figures = try #require(ProcessFigures.read("self"))
        #expect(figures.residentBytes > 1_000_000)
        #expect(ProcessFigures.read("0") == nil)
    }
}
