import COpenSSL
import Glibc

/// OpenSSL's objects, from text and into it. They are C structures without an owner: what these functions return is freed by
/// a `defer` in the function that got it, and no pointer leaves the module.
enum OpenSSL {
    // MARK: Reading

    static func certificate(_ text: [UInt8]) throws(PKIError) -> OpaquePointer {
        try reading(text, "certificate") { PEM_read_bio_X509($0, nil, nil, nil) }
    }

    static func key(_ text: [UInt8]) throws(PKIError) -> OpaquePointer {
        // A passphrase is never asked for: OpenSSL's own callback would ask the terminal.
        try reading(text, "key") { PEM_read_bio_PrivateKey($0, nil, { _, _, _, _ in 0 }, nil) }
    }

    static func request(_ text: [UInt8]) throws(PKIError) -> OpaquePointer {
        try reading(text, "request") { PEM_read_bio_X509_REQ($0, nil, { _, _, _, _ in 0 }, nil) }
    }

    private static func reading(
        _ text: [UInt8], _ what: String, _ read: (OpaquePointer) -> OpaquePointer?
    ) throws(PKIError) -> OpaquePointer {
        guard let source = BIO_new(BIO_s_mem()) else { throw failure("no memory") }
        defer { BIO_free(source) }
        _ = BIO_write(source, text, Int32(clamping: text.count))
        guard let found = read(source) else { throw failure("\(what) cannot be read", code: .damaged) }
        return found
    }

    /// The values of one kind in a name, in order.
    static func entries(_ name: OpaquePointer, _ kind: Int32) -> [String] {
        var found: [String] = []
        var at = X509_NAME_get_index_by_NID(name, kind, -1)
        while at >= 0 {
            if let text = bytes(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at))) {
                found.append(String(decoding: text, as: UTF8.self))
            }
            at = X509_NAME_get_index_by_NID(name, kind, at)
        }
        return found
    }

    static func bytes(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8]? {
        guard let string, let data = ASN1_STRING_get0_data(string) else { return nil }
        return Array(UnsafeBufferPointer(start: data, count: max(0, Int(ASN1_STRING_length(string)))))
    }

    /// When a certificate ends, in seconds since 1970; nil: it does not say so.
    static func notAfter(_ certificate: OpaquePointer) -> Int? {
        var time = tm()
        guard ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) == 1 else { return nil }
        return timegm(&time)
    }

    // MARK: Writing

    /// 127 random bits, positive and never zero (RFC 5280, section 4.1.2.2; the CA/Browser Forum asks for 64).
    static func setSerialNumber(_ certificate: OpaquePointer) throws(PKIError) {
        guard let number = BN_new() else { throw failure("cannot make a serial number") }
        defer { BN_free(number) }
        // BN_RAND_TOP_ONE is 0: the highest bit is set. BN_RAND_BOTTOM_ANY is 0.
        guard BN_rand(number, 127, 0, 0) == 1,
            BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil
        else { throw failure("cannot make a serial number") }
    }

    /// Adds extensions, in OpenSSL's text form.
    ///
    /// - Parameter issuer: whose key identifier the authority's is.
    static func add(
        _ extensions: [(kind: Int32, value: String)], to certificate: OpaquePointer, issuer: OpaquePointer
    ) throws(PKIError) {
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        for (kind, value) in extensions {
            guard let made = X509V3_EXT_conf_nid(nil, &context, kind, value) else {
                throw failure("cannot make an extension (\(value))")
            }
            defer { X509_EXTENSION_free(made) }
            guard X509_add_ext(certificate, made, -1) == 1 else { throw failure("cannot add an extension") }
        }
    }

    static func text(_ write: (OpaquePointer) -> Int32) throws(PKIError) -> [UInt8] {
        guard let sink = BIO_new(BIO_s_mem()) else { throw failure("no memory") }
        defer { BIO_free(sink) }
        var text = [UInt8](repeating: 0, count: PKILimits.fileBytes)
        guard write(sink) == 1 else { throw failure("cannot write PEM text") }
        let count = BIO_read(sink, &text, Int32(text.count))
        guard count > 0 else { throw failure("cannot write PEM text") }
        return Array(text[..<Int(count)])
    }

    /// With OpenSSL's own reason, which is taken off its queue.
    static func failure(_ what: String, code: PKIError.Code = .cryptography) -> PKIError {
        var text = [CChar](repeating: 0, count: 256)
        let error = ERR_peek_last_error()
        ERR_clear_error()
        guard error != 0 else { return PKIError(code, what) }
        ERR_error_string_n(error, &text, text.count)
        let reason = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return PKIError(code, "\(what): \(reason)")
    }
}
