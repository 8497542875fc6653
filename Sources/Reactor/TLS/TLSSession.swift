import CLinux
import COpenSSL
import Glibc

/// One connection's TLS: OpenSSL reading from the socket, and writing to its loop's cipher buffer, from where the
/// connection sends many records with one call.
final class TLSSession {
    enum Progress {
        case done
        case needsInput
        /// The peer speaks plain HTTP/1.
        case plainHTTP
        case failed(String)
    }
    enum Arrival {
        case bytes(Int)
        case needsInput
        case ended
        case failed(String)
    }

    private let ssl: OpaquePointer
    private let wire: Wire
    /// Keeps the callback's list alive for as long as the session can call it.
    private let context: TLSContext

    /// What the BIO callbacks see: where bytes come from and where they go.
    private final class Wire {
        let descriptor: Int32
        let output: ByteStage
        /// Why the socket failed, as errno has it; 0: it did not.
        var failure: Int32 = 0
        init(descriptor: Int32, output: ByteStage) {
            self.descriptor = descriptor
            self.output = output
        }
    }

    /// - Parameter host: what a client connects to, for SNI and the check of the name; nil on the server.
    init(_ context: TLSContext, descriptor: Int32, output: ByteStage, client host: String??) throws(ReactorError) {
        self.context = context
        wire = Wire(descriptor: descriptor, output: output)
        guard let ssl = SSL_new(context.pointer), let method = Self.method, let bio = BIO_new(method) else {
            throw TLSFailure.latest(.outOfResources, "TLS session")
        }
        self.ssl = ssl
        BIO_set_data(bio, Unmanaged.passUnretained(wire).toOpaque())
        BIO_set_init(bio, 1)
        SSL_set_bio(ssl, bio, bio)
        guard case .some(let host) = host else {
            SSL_set_accept_state(ssl)
            return
        }
        SSL_set_connect_state(ssl)
        guard let name = context.serverName ?? host else {
            if context.verifiesServer { throw ReactorError(.badAddress, "TLS needs the server's name") }
            return
        }
        var numeric = in6_addr()
        if inet_pton(AF_INET, name, &numeric) == 1 || inet_pton(AF_INET6, name, &numeric) == 1 {
            _ = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), name)
        } else {
            _ = SSL_set1_host(ssl, name)
            _ = name.withCString { text in
                SSL_ctrl(
                    ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name),
                    UnsafeMutableRawPointer(mutating: text))
            }
        }
    }

    deinit { SSL_free(ssl) }

    /// A BIO of ours: reads with `recv`, writes to memory. Made once; OpenSSL wants it to live as long as its BIOs.
    private nonisolated(unsafe) static let method: OpaquePointer? = {
        guard let method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "apus socket") else { return nil }
        BIO_meth_set_read(method) { bio, bytes, count in
            guard let bio, let data = BIO_get_data(bio), let bytes else { return -1 }
            let wire = Unmanaged<Wire>.fromOpaque(data).takeUnretainedValue()
            let received = clinux_recv(wire.descriptor, bytes, Int(count))
            BIO_clear_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
            if received == -Int(EAGAIN) {
                BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
            } else if received < 0 {
                wire.failure = Int32(clamping: -received)
            }
            return received < 0 ? -1 : Int32(received)
        }
        BIO_meth_set_write(method) { bio, bytes, count in
            guard let bio, let data = BIO_get_data(bio), let bytes, count > 0 else { return 0 }
            let wire = Unmanaged<Wire>.fromOpaque(data).takeUnretainedValue()
            wire.output.append(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            return count
        }
        BIO_meth_set_ctrl(method) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
        return method
    }()

    func handshake() -> Progress {
        let status = SSL_do_handshake(ssl)
        if status == 1 { return .done }
        switch SSL_get_error(ssl, status) {
        case SSL_ERROR_WANT_READ: return .needsInput
        case SSL_ERROR_SYSCALL, SSL_ERROR_ZERO_RETURN: return .failed("the peer hung up during the TLS handshake")
        default:
            let isHTTP = ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST
            let explanation = explain()
            return isHTTP ? .plainHTTP : .failed("TLS handshake: \(explanation)")
        }
    }

    private func explain() -> String {
        let error = ERR_peek_last_error()
        ERR_clear_error()
        let verdict = SSL_get_verify_result(ssl)
        if verdict != Int(X509_V_OK), let text = X509_verify_cert_error_string(verdict) {
            return "certificate refused: \(String(cString: text))"
        }
        return TLSFailure.reason(error)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Arrival {
        let count = SSL_read(ssl, buffer.baseAddress, Int32(clamping: buffer.count))
        if count > 0 { return .bytes(Int(count)) }
        switch SSL_get_error(ssl, count) {
        case SSL_ERROR_WANT_READ: return .needsInput
        // A broken connection is no end in order, though OpenSSL has one word for both.
        case SSL_ERROR_SYSCALL where wire.failure != 0: return .failed(String(cString: strerror(wire.failure)))
        case SSL_ERROR_ZERO_RETURN, SSL_ERROR_SYSCALL: return .ended
        default: return .failed("TLS: \(explain())")
        }
    }

    /// Whether bytes wait inside OpenSSL, of which the socket will not tell.
    var hasBuffered: Bool { SSL_has_pending(ssl) == 1 }

    /// Encrypts all of it to the output: full records of 16 KiB, and one for the rest.
    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if bytes.isEmpty { return true }
        let written = SSL_write(ssl, bytes.baseAddress, Int32(clamping: bytes.count))
        if Int(written) == bytes.count { return true }
        ERR_clear_error()
        return false
    }

    /// Says goodbye (close_notify).
    func finish() {
        _ = SSL_shutdown(ssl)
        ERR_clear_error()
    }

    var applicationProtocol: String? {
        var name: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &name, &length)
        guard let name, length > 0 else { return nil }
        return String(decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
    }

    /// The client's or server's subject; nil when it showed no certificate or the certificate was not verified.
    var peer: CertificateSubject? {
        guard let certificate = SSL_get0_peer_certificate(ssl), SSL_get_verify_result(ssl) == Int(X509_V_OK)
        else { return nil }
        return CertificateSubject(certificate)
    }
}
