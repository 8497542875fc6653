import Objects
import Reactor
import Wire

/// The file that tells clients of the cluster where it is and who they are (Kubernetes, "Organizing Cluster Access Using
/// kubeconfig Files").
public struct Kubeconfig: Sendable {
    private let root: Value
    /// What relative paths in the file are relative to, with a slash at its end, or empty.
    private let folder: String

    /// - Parameter path: where `text` was read from.
    public init(parsing text: [UInt8], path: String = "") throws(ConfigurationError) {
        do {
            root = try FreeValue.parse(try YAMLReader.single(text).json)
        } catch {
            throw ConfigurationError("\(path.isEmpty ? "the kubeconfig" : path) is no kubeconfig: \(error)")
        }
        folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    public init(path: String) throws(ConfigurationError) {
        let text: [UInt8]
        do throws(FileBytes.ReadingError) {
            text = try FileBytes.read(path, limit: RPCLimits.kubeconfigBytes)
        } catch {
            let advice = error.isMissing ? "; start a cluster (make up), or name its kubeconfig with --kubeconfig" : ""
            throw ConfigurationError("\(error)\(advice)")
        }
        try self.init(parsing: text, path: path)
    }

    /// Where to look: the flag, then `$KUBECONFIG`'s first file, then the project's own.
    public static func path(flag: String?, environment: String?) -> String {
        if let flag, !flag.isEmpty { return flag }
        if let first = environment?.split(separator: ":").first { return String(first) }
        return ".apus/admin.kubeconfig"
    }

    public var currentContext: String { root[member: "current-context"]?.text ?? "" }

    /// - Parameter context: nil: the file's current one.
    public func configuration(context: String? = nil) throws(ConfigurationError) -> ClientConfiguration {
        let name = context ?? currentContext
        guard let context = entry("contexts", "context", name) else {
            throw ConfigurationError(
                "the kubeconfig has no context \"\(name)\": set current-context to one of \(names("contexts"))")
        }
        let clusterName = context[member: "cluster"]?.text ?? ""
        guard let cluster = entry("clusters", "cluster", clusterName) else {
            throw ConfigurationError("the kubeconfig has no cluster \"\(clusterName)\"")
        }
        let user = try user(context[member: "user"]?.text ?? "")
        let address = try ServerAddress(parsing: cluster[member: "server"]?.text ?? "")
        var configuration = ClientConfiguration(
            endpoint: address.endpoint, tls: address.isSecure ? try tls(cluster, user) : nil)
        configuration.token = try token(user)
        if let namespace = context[member: "namespace"]?.text, !namespace.isEmpty {
            configuration.namespace = namespace
        }
        return configuration
    }

    /// Who asks by other means than a certificate or a token is told so, instead of being nobody.
    private func user(_ name: String) throws(ConfigurationError) -> Value {
        guard let user = entry("users", "user", name) else {
            guard name.isEmpty else {
                throw ConfigurationError(
                    "the kubeconfig has no user \"\(name)\": its context should name one of \(names("users"))")
            }
            return .map([:])
        }
        for member in ["exec", "auth-provider", "username"] where user[member: member] != nil {
            throw ConfigurationError(
                "the kubeconfig's user \"\(name)\" has \(member), which is not supported: give it a token "
                    + "(kubectl create token) or a client-certificate")
        }
        return user
    }

    private func tls(_ cluster: Value, _ user: Value) throws(ConfigurationError) -> TLSClientConfiguration {
        let authorities = try pem(cluster, "certificate-authority")
        let verification: TLSClientConfiguration.Verification =
            if cluster[member: "insecure-skip-tls-verify"]?.flag == true {
                .none
            } else if let authorities {
                .authorities(authorities)
            } else {
                .systemAuthorities
            }
        let certificate = try pem(user, "client-certificate")
        let key = try pem(user, "client-key")
        guard (certificate == nil) == (key == nil) else {
            throw ConfigurationError("the kubeconfig's user needs both client-certificate and client-key, or neither")
        }
        var configuration = TLSClientConfiguration(verification: verification)
        if let certificate, let key { configuration.identity = (certificateChain: certificate, privateKey: key) }
        configuration.serverName = cluster[member: "tls-server-name"]?.text
        return configuration
    }

    /// `NAME-data` in base64, else the file `NAME`.
    private func pem(_ value: Value, _ name: String) throws(ConfigurationError) -> PEM? {
        if let data = value[member: name + "-data"]?.text, !data.isEmpty {
            guard let bytes = Base64.decode(data) else {
                throw ConfigurationError("the kubeconfig's \(name)-data is no base64 text")
            }
            return .bytes(bytes)
        }
        guard let path = value[member: name]?.text, !path.isEmpty else { return nil }
        return .file(resolved(path))
    }

    private func token(_ user: Value) throws(ConfigurationError) -> String? {
        if let token = user[member: "token"]?.text, !token.isEmpty { return token }
        guard let path = user[member: "tokenFile"]?.text, !path.isEmpty else { return nil }
        do throws(FileBytes.ReadingError) {
            let bytes = try FileBytes.read(resolved(path), limit: RPCLimits.kubeconfigBytes)
            return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first.map(String.init)
        } catch { throw ConfigurationError("\(error)") }
    }

    private func resolved(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }

    private func entry(_ list: String, _ member: String, _ name: String) -> Value? {
        for item in root[member: list]?.elements ?? [] where item[member: "name"]?.text == name {
            return item[member: member]
        }
        return nil
    }

    private func names(_ list: String) -> String {
        let names = (root[member: list]?.elements ?? []).compactMap { $0[member: "name"]?.text }
        return names.isEmpty ? "none (it has none)" : names.joined(separator: ", ")
    }
}
