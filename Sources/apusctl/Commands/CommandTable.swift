import Client

/// A command: what it takes, and what it does.
struct Command: Sendable {
    let spec: CommandSpec
    let run: @Sendable (ParsedArguments) async throws -> ExitCode
}

/// All commands.
enum CommandTable {
    static let all: [Command] = [
        GetCommand.command, DescribeCommand.command, ApplyCommand.command, CreateCommand.command, DeleteCommand.command,
        LogsCommand.command, ScaleCommand.command, RolloutStatusCommand.command, RolloutHistoryCommand.command,
        RolloutUndoCommand.command, RolloutRestartCommand.command, VersionCommand.command, WireDecodeCommand.command,
        WireEncodeCommand.command, help,
    ]

    /// The command that the first words name, and the words after it.
    ///
    /// Options that every command takes may stand before it too: `apusctl --kubeconfig FILE get pods`.
    static func find(_ arguments: [String]) throws(UsageError) -> (command: Command, rest: [String]) {
        let leading = CommandSpec.leadingShared(arguments)
        guard leading == 0 else {
            let (command, rest) = try find(Array(arguments.dropFirst(leading)))
            return (command, arguments.prefix(leading) + rest)
        }
        guard let first = arguments.first else { return (help, []) }
        if first == "-h" || first == "--help" { return (help, Array(arguments.dropFirst())) }
        for command in all {
            let words = command.spec.name.split(separator: " ").map(String.init)
            if arguments.starts(with: words) { return (command, Array(arguments.dropFirst(words.count))) }
        }
        let group = all.filter { $0.spec.name.hasPrefix(first + " ") }
        guard group.isEmpty else {
            if arguments.dropFirst().allSatisfy({ $0 == "-h" || $0 == "--help" }), arguments.count > 1 {
                return (help, [first])
            }
            throw UsageError(
                "apusctl \(first) needs one of: "
                    + group.map { String($0.spec.name.dropFirst(first.count + 1)) }.joined(separator: ", "))
        }
        throw UsageError("there is no command \"\(first)\": see apusctl help")
    }

    private static let help = Command(
        spec: CommandSpec(
            name: "help", summary: "Say what commands there are, or how one is used.", usage: "[COMMAND]",
            positionals: 0...2)
    ) { arguments in
        Console.out(try helpText(arguments.positionals))
        return .ok
    }

    static func helpText(_ words: [String]) throws(UsageError) -> String {
        let name = words.joined(separator: " ")
        if let command = all.first(where: { $0.spec.name == name }) { return command.spec.help }
        let chosen = name.isEmpty ? all : all.filter { $0.spec.name.hasPrefix(name + " ") }
        guard !chosen.isEmpty else { throw UsageError("there is no command \"\(name)\": see apusctl help") }
        let width = (chosen.map(\.spec.name.count).max() ?? 0) + 3
        let lines = chosen.map { command in
            "  " + command.spec.name + String(repeating: " ", count: width - command.spec.name.count)
                + command.spec.summary + "\n"
        }
        return """
            apusctl controls an Apus cluster.

            Usage: apusctl COMMAND [ARGUMENTS] [OPTIONS]

            Commands:
            \(lines.joined())
            Kinds: \(KindInfo.all.map { ([$0.resource.plural] + $0.shortNames).joined(separator: "/") }.joined(separator: ", "))

            The cluster is the one of --kubeconfig FILE, else of $KUBECONFIG, else of .apus/admin.kubeconfig.
            Exit codes: 0 done, 1 refused or failed, 2 the command line is wrong, 3 the server cannot be reached,
            4 what was waited for did not happen in time.
            `apusctl help COMMAND` says more about one.

            """
    }
}
