import APIServer
import Access
import Glibc

/// The flags that say who may do what, named as kube-apiserver names them.
struct AccessFlags: Sendable {
    static let flags: [Flags.Flag] = [
        .init(
            name: "authorization-mode", value: "MODE,...",
            fallback: "Node,RBAC", help: "asked in this order: Node, RBAC, AlwaysAllow, AlwaysDeny"),
        .init(
            name: "anonymous-auth", value: "true|false", fallback: "true",
            help: "without credentials one is system:anonymous; not so with AlwaysAllow"
        ),
        .init(name: "token-auth-file", value: "FILE", help: "tokens of users: lines of TOKEN,USER,UID,\"GROUP,...\""),
        .init(
            name: "enable-bootstrap-token-auth", value: "true|false",
            fallback: "true", help: "accept tokens of new nodes, from Secrets"),
        .init(
            name: "service-account-signing-key-file", value: "FILE",
            help: "signs tokens of ServiceAccounts (default: DIR/pki/sa.key)"),
        .init(
            name: "service-account-key-file", value: "FILE,...",
            help: "more keys, public or private, whose tokens are accepted"),
        .init(
            name: "service-account-issuer", value: "URL,...", fallback: ServiceAccountTokens.defaultIssuer,
            help: "issues tokens; the first signs"
        ),
        .init(
            name: "service-account-jwks-uri", value: "URL", help: "where others find the keys (default: this server)"),
        .init(name: "api-audiences", value: "NAME,...", help: "for whom tokens must be (default: the issuer)"),
        .init(
            name: "service-account-max-token-expiration", value: "TIME", help: "tokens that are issued live no longer"),
        .init(
            name: "service-account-extend-token-expiration", value: "true|false",
            fallback: "true", help: "accept pods' tokens for a year"),
    ]

    private let modes: [Authorizer.Mode]
    private let anonymous: Bool?
    private let tokenFile: TokenFile
    private let acceptsBootstrapTokens: Bool
    private let signer: TokenKey?
    private let keys: [TokenKey]
    private let issuers: [String]
    private let keysURL: String?
    private let audiences: [String]
    private let longestToken: Int64?
    private let extendsPodTokens: Bool

    /// Ten minutes, below which nobody can ask, to a century.
    private static let tokenMilliseconds = 600_000...3_155_760_000_000

    /// - Throws: for a mode that is not known, and for files that cannot be read.
    init(_ flags: Flags) throws {
        var modes: [Authorizer.Mode] = []
        for name in Self.list(flags["authorization-mode"] ?? "Node,RBAC") {
            guard let mode = Authorizer.Mode(rawValue: name) else {
                let known = Authorizer.Mode.allCases.map(\.rawValue).joined(separator: ", ")
                throw FlagError(message: "there is no authorization mode \(name); there are \(known)")
            }
            guard !modes.contains(mode) else { throw FlagError(message: "the authorization mode \(name) stands twice") }
            modes.append(mode)
        }
        self.modes = modes
        anonymous = try Self.choice("anonymous-auth", flags)
        acceptsBootstrapTokens = try Self.choice("enable-bootstrap-token-auth", flags) ?? true
        extendsPodTokens = try Self.choice("service-account-extend-token-expiration", flags) ?? true
        tokenFile = try flags["token-auth-file"].map { try TokenFile(try Self.read($0), name: $0) } ?? TokenFile()
        signer = try flags["service-account-signing-key-file"].map { try TokenKey(pem: try Self.read($0), name: $0) }
        keys = try Self.list(flags["service-account-key-file"] ?? "").map {
            try TokenKey(pem: try Self.read($0), name: $0)
        }
        issuers = Self.list(flags["service-account-issuer"] ?? ServiceAccountTokens.defaultIssuer)
        guard !issuers.isEmpty else { throw FlagError(message: "--service-account-issuer takes a URL") }
        keysURL = flags["service-account-jwks-uri"]
        audiences = Self.list(flags["api-audiences"] ?? "")
        longestToken = try flags.milliseconds("service-account-max-token-expiration", in: Self.tokenMilliseconds).map {
            Int64($0 / 1000)
        }
    }

    /// - Parameter pki: signs tokens when no other key is given.
    func settings(_ pki: PKI) throws -> AccessSettings {
        let own = try TokenKey(pem: pki.serviceAccountKey, name: "\(pki.directory)/pki/sa.key")
        let tokens = TokenAuthenticator(
            serviceAccounts: ServiceAccountTokens(
                issuers: issuers, audiences: audiences, signer: signer ?? own, keys: keys),
            file: tokenFile, acceptsBootstrapTokens: acceptsBootstrapTokens)
        // Who may do everything without being asked who he is must not be nobody.
        let allowsAnonymous = (anonymous ?? true) && !modes.contains(.alwaysAllow)
        var settings = AccessSettings(modes: modes, allowsAnonymous: allowsAnonymous, tokens: tokens)
        settings.extendsPodTokens = extendsPodTokens
        settings.longestToken = longestToken
        settings.keysURL = keysURL
        return settings
    }

    private static func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    private static func choice(_ name: String, _ flags: Flags) throws(FlagError) -> Bool? {
        switch flags[name] {
        case nil: return nil
        case "true"?: return true
        case "false"?: return false
        case let other?: throw FlagError(message: "--\(name) is true or false, not \(other)")
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "re") else {
            throw SetupError("cannot read \(path): \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        // One byte more than any of these files may have.
        var bytes = [UInt8](repeating: 0, count: AccessLimits.tokenFileBytes + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
