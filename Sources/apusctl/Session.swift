import Client
import Glibc
import Objects
import Reactor

/// What a command works with: its arguments, and the cluster when it asks for it.
struct Session {
    let arguments: ParsedArguments
    let client: ClusterClient
    /// Where objects are looked for that are not said to be elsewhere.
    let namespace: String

    init(_ arguments: ParsedArguments) throws {
        self.arguments = arguments
        let path = Kubeconfig.path(
            flag: arguments.value("kubeconfig"), environment: getenv("KUBECONFIG").map { String(cString: $0) })
        var configuration = try Kubeconfig(path: path).configuration(context: arguments.value("context"))
        configuration.userAgent = "apusctl/\(Version.text)"
        namespace = arguments.value("namespace") ?? configuration.namespace
        client = try ClusterClient(configuration, loop: try EventLoop())
    }

    /// The key of an object of that kind and name.
    func key(_ kind: KindInfo, _ name: String) -> ObjectKey {
        ObjectKey(namespace: kind.isNamespaced ? namespace : "", name: name)
    }

    /// Seconds since 1970.
    var now: Int64 { TimeSource.system.wallMilliseconds() / 1000 }
}

/// A command cannot do what it was asked, and the line that says so has all that is to be said: exit code 1.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    let code: ExitCode
    init(_ description: String, code: ExitCode = .failed) {
        self.description = description
        self.code = code
    }
}

/// The program's own version.
enum Version {
    static let text = "0.1.0"
}
