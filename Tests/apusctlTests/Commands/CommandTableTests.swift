import Testing

@testable import apusctl

/// Which command the words name, and what is left for it.
struct CommandTableTests {
    @Test(arguments: [
        ["--kubeconfig", "f", "get", "pods"], ["--kubeconfig=f", "get", "pods"], ["get", "pods", "--kubeconfig", "f"],
        ["-n", "a", "--kubeconfig=f", "get", "pods"], ["-na", "--kubeconfig", "f", "get", "pods", "-A"],
    ])
    func `options of all commands may stand before the command`(words: [String]) throws {
        let (command, rest) = try CommandTable.find(words)
        #expect(command.spec.name == "get")
        let parsed = try ParsedArguments(rest, for: command.spec)
        #expect(parsed.positionals == ["pods"])
        #expect(parsed.value("kubeconfig") == "f")
        #expect(parsed.value("namespace") == (words.contains { $0.hasPrefix("-n") } ? "a" : nil))
    }

    @Test func `a command of two words is found behind them too`() throws {
        let (command, rest) = try CommandTable.find(["--context", "c", "rollout", "status", "deployment/web"])
        #expect(command.spec.name == "rollout status")
        #expect(rest == ["--context", "c", "deployment/web"])
    }

    @Test(arguments: [
        ["--kubeconfig"], ["-o", "json", "get"], ["--watch", "get"], ["--kubeconfigs=f", "get"], ["gets"],
    ])
    func `an option of one command, one without its value, and a word that is none are refused`(words: [String]) {
        #expect(throws: UsageError.self) {
            let (command, rest) = try CommandTable.find(words)
            _ = try ParsedArguments(rest, for: command.spec)
        }
    }
}
