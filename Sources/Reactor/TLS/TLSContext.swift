import COpenSSL
import Synchronization

/// Certificates, keys and rules that sessions are made from: OpenSSL's `SSL_CTX`.
public final class TLSContext: @unchecked Sendable {
    // Unchecked: nothing changes after init, and OpenSSL makes sessions from one context on many threads.
    let pointer: OpaquePointer
    /// Kept for the callback that chooses a protocol; ALPN wire format.
    private let protocols: ProtocolList
    /// The name that a client expects in the certificate; nil: the host it connects to.
    let serverName: String?
    let verifiesServer: Bool

    final class ProtocolList: Sendable {
        /// Each name behind its length (RFC 7301, section 3.1).
        let wire: [UInt8]
        init(_ names: [String]) {
            wire = names.flatMap { name in
                let bytes = Array(name.utf8.prefix(255))
                return [UInt8(bytes.count)] + bytes
            }
        }
    }

    public init(server configuration: TLSServerConfiguration) throws(ReactorError) {
        pointer = try Self.make()
        protocols = ProtocolList(configuration.applicationProtocols)
        serverName = nil
        verifiesServer = false
        try use(chain: configuration.certificateChain, key: configuration.privateKey)
        if let authorities = configuration.clientAuthorities {
            try trust(authorities, announce: true)
            // Without FAIL_IF_NO_PEER_CERT: absence is allowed, a bad certificate is not.
            SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        }
        if !protocols.wire.isEmpty {
            SSL_CTX_set_alpn_select_cb(
                pointer,
                { _, chosen, chosenLength, offered, offeredLength, argument in
                    guard let argument, let chosen, let chosenLength else { return SSL_TLSEXT_ERR_ALERT_FATAL }
                    let list = Unmanaged<ProtocolList>.fromOpaque(argument).takeUnretainedValue()
                    var found: UnsafeMutablePointer<UInt8>?
                    let status = list.wire.withUnsafeBufferPointer { ours in
                        SSL_select_next_proto(
                            &found, chosenLength, ours.baseAddress, UInt32(ours.count), offered, offeredLength)
                    }
                    guard status == OPENSSL_NPN_NEGOTIATED, let offered, let found else {
                        return SSL_TLSEXT_ERR_ALERT_FATAL
                    }
                    // It points into one of the two lists; ours may move, so name the same bytes in the client's.
                    let length = Int(chosenLength.pointee)
                    var at = 0
                    while at < Int(offeredLength) {
                        let size = Int(offered[at])
                        if size == length, at + 1 + size <= Int(offeredLength),
                            (0..<size).allSatisfy({ offered[at + 1 + $0] == found[$0] })
                        {
                            chosen.pointee = offered + at + 1
                            return SSL_TLSEXT_ERR_OK
                        }
                        at += 1 + size
                    }
                    return SSL_TLSEXT_ERR_ALERT_FATAL
                }, Unmanaged.passUnretained(protocols).toOpaque())
        }
    }

    public init(client configuration: TLSClientConfiguration) throws(ReactorError) {
        pointer = try Self.make()
        protocols = ProtocolList(configuration.applicationProtocols)
        serverName = configuration.serverName
        switch configuration.verification {
        case .authorities(let authorities):
            verifiesServer = true
            try trust(authorities, announce: false)
        case .systemAuthorities:
            verifiesServer = true
            SSL_CTX_set_default_verify_paths(pointer)
        case .none:
            verifiesServer = false
        }
        SSL_CTX_set_verify(pointer, verifiesServer ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nil)
        if let identity = configuration.identity { try use(chain: identity.certificateChain, key: identity.privateKey) }
        if !protocols.wire.isEmpty {
            _ = SSL_CTX_set_alpn_protos(pointer, protocols.wire, UInt32(protocols.wire.count))
        }
    }

    deinit { SSL_CTX_free(pointer) }

    private static func make() throws(ReactorError) -> OpaquePointer {
        guard let context = SSL_CTX_new(TLS_method()) else { throw TLSFailure.latest(.outOfResources, "TLS context") }
        _ = SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_3_VERSION), nil)
        // Buffers of an idle session are given back: 34 KiB each, and thousands of agents keep a connection.
        _ = SSL_CTX_ctrl(
            context, SSL_CTRL_MODE, Int(SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER), nil)
        // Connections live long, so resumption saves nothing; and each would cost tickets and their keys.
        _ = SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, 0, nil)
        SSL_CTX_set_num_tickets(context, 0)
        // HTTP/2 knows by itself where a message ends; a peer that just hangs up is no attack on it.
        SSL_CTX_set_options(context, 1 << 7)  // SSL_OP_IGNORE_UNEXPECTED_EOF, a macro that Swift does not see
        // One receive call for a whole record rather than one for its head and one for its body.
        _ = SSL_CTX_ctrl(context, SSL_CTRL_SET_READ_AHEAD, 1, nil)
        return context
    }

    private func use(chain: PEM, key: PEM) throws(ReactorError) {
        let certificates = try PEMReader.certificates(try chain.load())
        defer { for certificate in certificates { X509_free(certificate) } }
        guard let leaf = certificates.first else {
            throw ReactorError(.badCertificate, "no certificate in the PEM text")
        }
        guard SSL_CTX_use_certificate(pointer, leaf) == 1 else {
            throw TLSFailure.latest(.badCertificate, "cannot use the certificate")
        }
        for intermediate in certificates.dropFirst() {
            // SSL_CTX_add1_chain_cert
            _ = SSL_CTX_ctrl(pointer, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(intermediate))
        }
        let privateKey = try PEMReader.privateKey(try key.load())
        defer { EVP_PKEY_free(privateKey) }
        guard SSL_CTX_use_PrivateKey(pointer, privateKey) == 1, SSL_CTX_check_private_key(pointer) == 1 else {
            throw TLSFailure.latest(.badCertificate, "the private key does not belong to the certificate")
        }
    }

    private func trust(_ authorities: PEM, announce: Bool) throws(ReactorError) {
        let certificates = try PEMReader.certificates(try authorities.load())
        defer { for certificate in certificates { X509_free(certificate) } }
        guard !certificates.isEmpty, let store = SSL_CTX_get_cert_store(pointer) else {
            throw ReactorError(.badCertificate, "no authority's certificate in the PEM text")
        }
        for certificate in certificates {
            guard X509_STORE_add_cert(store, certificate) == 1 else {
                throw TLSFailure.latest(.badCertificate, "cannot trust the authority")
            }
            if announce { _ = SSL_CTX_add_client_CA(pointer, certificate) }
        }
    }
}

/// A server's context that can be replaced while it serves: new connections use the new certificate.
public final class TLSServerIdentity: Sendable {
    private let context: Mutex<TLSContext>

    public init(_ configuration: TLSServerConfiguration) throws(ReactorError) {
        context = Mutex(try TLSContext(server: configuration))
    }

    public var current: TLSContext { context.withLock { $0 } }

    /// Takes a new certificate, or throws and keeps the old.
    public func reload(_ configuration: TLSServerConfiguration) throws(ReactorError) {
        let fresh = try TLSContext(server: configuration)
        context.withLock { $0 = fresh }
    }
}
