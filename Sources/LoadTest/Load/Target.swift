internal import Client
internal import HTTP2
internal import Reactor

/// The run cannot go on: exit code 3.
struct LoadError: Error, CustomStringConvertible {
    let description: String
}

/// The server under load, and how to speak to it.
struct Target: Sendable {
    let endpoint: Endpoint
    let tls: TLSContext?
    let forms: RequestForms
    /// Its address, for reports.
    let name: String

    init(_ options: LoadOptions, environment: String?) throws(LoadError) {
        do {
            let configuration = try Self.configuration(options, environment)
            endpoint = configuration.endpoint
            tls = try configuration.tls.map { try TLSContext(client: $0) }
            let authority: String
            switch configuration.endpoint {
            case .tcp: authority = configuration.endpoint.description
            case .unix: authority = "localhost"
            }
            let scheme = configuration.tls == nil ? "http" : "https"
            forms = RequestForms(face: options.face, authority: authority, scheme: scheme, token: configuration.token)
            name = scheme + "://" + configuration.endpoint.description
        } catch let error as ConfigurationError {
            throw LoadError(description: error.description)
        } catch let error as ReactorError {
            throw LoadError(description: "the certificates cannot be used: \(error.message)")
        } catch {
            throw LoadError(description: "\(error)")
        }
    }

    private static func configuration(_ options: LoadOptions, _ environment: String?) throws -> ClientConfiguration {
        guard let server = options.server else {
            let path = Kubeconfig.path(flag: options.kubeconfig, environment: environment)
            return try Kubeconfig(path: path).configuration(context: options.context)
        }
        let address = try ServerAddress(parsing: server)
        var configuration = ClientConfiguration(endpoint: address.endpoint, tls: nil)
        if let path = options.tokenPath {
            let bytes = try FileBytes.read(path, limit: LoadLimits.tokenBytes)
            configuration.token = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        }
        guard address.isSecure else { return configuration }
        var tls = TLSClientConfiguration(
            verification: options.skipsVerification
                ? .none : options.authorityPath.map { .authorities(.file($0)) } ?? .systemAuthorities)
        if let certificate = options.certificatePath, let key = options.keyPath {
            tls.identity = (certificateChain: .file(certificate), privateKey: .file(key))
        }
        configuration.tls = tls
        return configuration
    }
}
