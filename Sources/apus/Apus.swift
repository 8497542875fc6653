import APIServer
import Glibc

/// The multi-call binary: each component is a command.
@main
struct Apus {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard !arguments.isEmpty else { Console.exit(usage, status: 2) }
        let name = arguments.removeFirst()
        do {
            switch name {
            case "apiserver": try APIServerCommand.run(arguments)
            case "up": try UpCommand.run(arguments)
            case "scheduler": try ComponentCommand.runScheduler(arguments)
            case "controller-manager": try ComponentCommand.runControllers(arguments)
            case "kubelet": try KubeletCommand.run(arguments)
            case "down": try DownCommand.run(arguments)
            case "help", "--help", "-h": Console.print(usage)
            case "version", "--version": Console.print("apus \(Version.text)")
            default: Console.exit("apus: there is no command \(name)\n\n\(usage)", status: 2)
            }
        } catch let error as FlagError {
            Console.exit("apus \(name): \(error.message)\nTry: apus \(name) --help", status: 2)
        } catch {
            Console.exit("apus \(name): \(error)", status: 1)
        }
    }

    static let usage = """
        apus: a Kubernetes-compatible cluster

        Usage: apus COMMAND [FLAGS]

        Commands:
          up                   a single-node cluster
          apiserver            the API server alone
          scheduler            the scheduler alone
          controller-manager   the controllers alone
          kubelet              a node alone
          down                 ends a cluster and its containers
          help, version

        `apus COMMAND --help` lists a command's flags.
        """
}
