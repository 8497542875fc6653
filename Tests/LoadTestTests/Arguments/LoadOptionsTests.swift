import Testing

@testable import LoadTest

@Suite("A command line says what to do") struct LoadOptionsTests {
    private func parse(_ text: String) throws(UsageError) -> LoadOptions {
        try LoadOptions(parsing: text.split(separator: " ").map(String.init))
    }

    private func refusal(_ text: String) -> String? {
        do throws(UsageError) {
            _ = try parse(text)
            return nil
        } catch { return error.description }
    }

    @Test("both forms of a flag are taken") func bothFormsOfAFlagAreTaken() throws {
        let options = try parse("fanout --watches 12 --connections=3 --face json --duration 1.5s --rate=20 --keep")
        #expect(options.scenario == .fanout)
        #expect(options.watches == 12)
        #expect(options.connections == 3)
        #expect(options.face == .json)
        #expect(options.durationSeconds == 1.5)
        #expect(options.rate == 20)
        #expect(options.keeps)
    }

    @Test("without an end a run ends after ten seconds, and a count of writes alone ends it too")
    func withoutAnEndARunEndsAfterTenSecondsAndACountOfWritesAloneEndsItToo() throws {
        #expect(try parse("fanout").durationSeconds == 10)
        let counted = try parse("fanout --writes 7")
        #expect(counted.durationSeconds == 0)
        #expect(counted.writes == 7)
    }

    @Test("connections that no watch would use are not opened") func connectionsThatNoWatchWouldUseAreNotOpened() throws
    {
        #expect(try parse("fanout --watches 4 --connections 10").connections == 4)
    }

    @Test("what stands after a scenario overrides its presets") func whatStandsAfterAScenarioOverridesItsPresets()
        throws
    {
        #expect(try parse("storm").watches == 10_000)
        #expect(try parse("storm --watches 5").watches == 5)
    }

    @Test(
        "what cannot be done is refused with the reason",
        arguments: [
            ("", "no scenario"), ("dance", "no scenario dance"), ("fanout 3", "unexpected argument 3"),
            ("fanout --wings 2", "no flag --wings"), ("fanout --watches", "--watches needs a value"),
            ("fanout --watches many", "not many"), ("fanout --watches -1", "not -1"),
            ("fanout --watches 99999999999999999999", "from 0 to 1000000"), ("fanout --keep=yes", "takes no value"),
            ("fanout --face soap", "rpc, json, protobuf"), ("fanout --pid 0", "--pid"),
            ("fanout --namespace Bad_Name", "--namespace"), ("mixed --mix get=x", "--mix"),
            ("mixed --mix get=0", "--mix"), ("mixed --mix get=1,get=2", "--mix"),
            ("fanout --token-file t", "go with --server"),
            ("fanout --server https://h:1 --kubeconfig f", "exclude each other"),
            ("fanout --insecure", "go with --server"),
            ("fanout --server https://h:1 --cert a", "go together"), ("churn --watches 0", "needs watches"),
            ("fanout --rate nan", "--rate"), ("fanout --duration -3", "--duration"),
        ])
    func whatCannotBeDoneIsRefusedWithTheReason(line: String, words: String) {
        #expect(refusal(line)?.contains(words) == true, "\(line): \(refusal(line) ?? "accepted")")
    }

    @Test("help names every scenario and every flag once") func helpNamesEveryScenarioAndEveryFlagOnce() {
        for scenario in Scenario.allCases { #expect(LoadOptions.help.contains("  \(scenario.rawValue) ")) }
        for flag in LoadFlag.all {
            #expect(LoadOptions.help.contains("--\(flag.name)"))
            #expect(LoadFlag.all.count { $0.name == flag.name } == 1)
        }
    }

    @Test("help is shown wherever it is asked for", arguments: ["help", "-h", "--help", "fanout -h", "storm --help"])
    func helpIsShownWhereverItIsAskedFor(line: String) throws { #expect(try parse(line).isHelp) }

    @Test("no line of the help is wider than a terminal of 120 columns, and what flags do begins in one column")
    func noLineOfTheHelpIsWiderThanATerminal() {
        let lines = LoadOptions.help.split(separator: "\n")
        for line in lines { #expect(line.count <= 120, "\(line)") }
        for flag in LoadFlag.all {
            let line = lines.first { $0.hasSuffix(" " + flag.help) }
            #expect(line.map { $0.count - flag.help.count } == 28, "--\(flag.name)")
        }
    }

    @Test("watches are a part of the mix, and it is written as it is read")
    func watchesAreAPartOfTheMixAndItIsWrittenAsItIsRead() throws {
        #expect(try parse("mixed").mix.text == "update=2,get=6,list=1,watch=1")
        let mix = try parse("mixed --mix watch=2,update=1").mix
        #expect(mix.text == "update=1,watch=2")
        #expect(mix.cycle.count { $0 == .watch } == 2)
    }

    @Test("a mix repeats with its weights, each operation spread") func aMixRepeatsWithItsWeightsEachOperationSpread()
        throws
    {
        let cycle = try #require(OperationMix(parsing: "update=1,get=3,list=1")).cycle
        #expect(cycle.count == 5)
        #expect(cycle.count { $0 == .get } == 3)
        #expect(cycle.count { $0 == .update } == 1)
        #expect(cycle.count { $0 == .list } == 1)
        #expect(OperationMix().cycle == [.update])
    }
}
