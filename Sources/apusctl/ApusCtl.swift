import Client
import Glibc
import Objects

/// The command line's entry: finds the command, runs it, and says how it went.
@main
struct ApusCtl {
    static func main() async {
        exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    static func run(_ arguments: [String]) async -> ExitCode {
        do {
            let (command, rest) = try CommandTable.find(arguments)
            let parsed = try ParsedArguments(rest, for: command.spec)
            if parsed.flag("help") {
                Console.out(command.spec.help)
                return .ok
            }
            return try await command.run(parsed)
        } catch let error as UsageError {
            Console.note("apusctl: \(error)")
            return .usage
        } catch let error as CommandFailure {
            Console.note("apusctl: \(error)")
            return error.code
        } catch let error as ClientError {
            Console.note("apusctl: \(describe(error))")
            return error.code == .unavailable || error.code == .timeout ? .unavailable : .failed
        } catch {
            Console.note("apusctl: \(error)")
            return .failed
        }
    }

    /// The server's words with its reason before them, and what to do where that is known.
    static func describe(_ error: ClientError) -> String {
        guard let status = error.status, !status.reason.isEmpty else {
            if error.code == .unauthorized {
                return "\(error): the server does not know who asks; is the kubeconfig of this cluster?"
            }
            return error.message
        }
        let advice =
            switch error.code {
            case .unauthorized: ": the server does not know who asks; is the kubeconfig of this cluster?"
            case .conflict: ": read the object again and repeat the change"
            default: ""
            }
        return "Error from server (\(status.reason)): \(error.message)\(advice)"
    }
}
