import Client
import Objects

/// `version`.
enum VersionCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "version", summary: "Show this program's version and the server's.", usage: "",
            options: [.init(name: "client", argument: .none, help: "this program's only; asks no server")],
            positionals: 0...0)
    ) { arguments in
        Console.out("Client Version: v\(Version.text)\n")
        if arguments.flag("client") { return .ok }
        let answer = try await Session(arguments).client.rest(path: "/version")
        let version = (try? FreeValue.parse(answer))?[member: "gitVersion"]?.text
        guard let version else { throw CommandFailure("the server's answer to /version says no version") }
        Console.out("Server Version: \(version)\n")
        return .ok
    }
}
