import Testing
@testable import apusctl

@Suite("The command line is understood or refused, never guessed")
struct ParsedArgumentsTests {
    private let spec = CommandSpec(
        name: "test", summary: "", usage: "NAME",
        options: [
            .init(name: "watch", letter: "w", argument: .none, help: ""),
            .init(name: "all", letter: "A", argument: .none, help: ""),
            .init(name: "output", letter: "o", argument: .value("FORMAT"), help: ""),
            .init(name: "filename", letter: "f", argument: .value("PATH"), help: "", isRepeatable: true),
            .init(name: "timeout", argument: .value("TIME"), help: ""),
        ], positionals: 0...2)

    private func parse(_ arguments: String...) throws -> ParsedArguments { try ParsedArguments(arguments, for: spec) }

    @Test("Options in every spelling, anywhere")
    func spellings() throws {
        for arguments in [
            ["a", "-o", "json", "b"], ["-ojson", "a", "b"], ["a", "b", "--output=json"],
            ["--output", "json", "a", "b"], ["-o=json", "a", "b"],
        ] {
            let parsed = try ParsedArguments(arguments, for: spec)
            #expect(parsed.value("output") == "json")
            #expect(parsed.positionals == ["a", "b"])
        }
    }

    @Test("Letters can be joined, the last may take a value")
    func joined() throws {
        let parsed = try parse("-Awo", "json")
        #expect(parsed.flag("all") && parsed.flag("watch"))
        #expect(parsed.value("output") == "json")
    }

    @Test("A flag can be said to be false; a lone dash and what follows -- are arguments")
    func edges() throws {
        #expect(try !parse("--watch=false").flag("watch"))
        #expect(try parse("-f", "-", "--", "-x").positionals == ["-x"])
        #expect(try parse("-f", "-").all("filename") == ["-"])
        #expect(try parse("-f", "a", "-f", "b").all("filename") == ["a", "b"])
    }

    @Test(
        "What cannot be meant is refused",
        arguments: [
            ["--nope"], ["-x"], ["-o"], ["--output"], ["a", "b", "c"], ["--watch=maybe"], ["-o", "json", "-o", "yaml"],
        ])
    func refused(arguments: [String]) {
        #expect(throws: UsageError.self) { try ParsedArguments(arguments, for: spec) }
    }

    @Test("Durations", arguments: [("90", 90), ("1m30s", 90), ("2h", 7200), ("0s", 0)])
    func durations(text: String, seconds: Int) throws {
        #expect(try parse("--timeout", text).seconds("timeout") == seconds)
    }

    @Test("Texts that are no durations", arguments: ["", "x", "1x", "m", "-5", "1m5", "99999999999999999999s"])
    func badDurations(text: String) throws {
        let parsed = try parse("--timeout=\(text)")
        #expect(throws: UsageError.self) { try parsed.seconds("timeout") }
    }

    @Test("Every command's help names its options, and no letter stands for two")
    func help() throws {
        for command in CommandTable.all {
            let text = try CommandTable.helpText(command.spec.name.split(separator: " ").map(String.init))
            let options = command.spec.options + CommandSpec.shared
            for option in options { #expect(text.contains("--\(option.name)")) }
            let letters = options.compactMap(\.letter)
            #expect(Set(letters).count == letters.count, "\(command.spec.name)")
            #expect(Set(options.map(\.name)).count == options.count, "\(command.spec.name)")
        }
    }

    @Test("Commands of two words are found, and a lone first word says what is missing")
    func commands() throws {
        let (command, rest) = try CommandTable.find(["rollout", "undo", "deploy/web"])
        #expect(command.spec.name == "rollout undo")
        #expect(rest == ["deploy/web"])
        let error = #expect(throws: UsageError.self) { try CommandTable.find(["rollout"]) }
        #expect(error?.description.contains("history") == true)
        #expect(throws: UsageError.self) { try CommandTable.find(["nonsense"]) }
        #expect(try CommandTable.find([]).command.spec.name == "help")
    }
}
