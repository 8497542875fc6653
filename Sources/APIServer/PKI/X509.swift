import COpenSSL

/// Keys and certificates by OpenSSL. Its objects are C pointers: this file alone handles them, each freed where it was made
/// or by the class that holds it.
final class PrivateKey {
    fileprivate let pointer: OpaquePointer

    /// A new ECDSA key on P-256.
    init() throws(PKIError) {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { throw X509Certificate.failure("make a key") }
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
            EVP_PKEY_generate(context, &made) == 1, let made
        else { throw X509Certificate.failure("make a key") }
        pointer = made
    }

    init(pem: [UInt8], file: String) throws(PKIError) {
        let bio = BIO_new_mem_buf(pem, Int32(pem.count))
        defer { BIO_free(bio) }
        guard let read = PEM_read_bio_PrivateKey(bio, nil, nil, nil) else {
            throw PKIError("\(file) holds no private key that can be read; restore it, or remove it together with its certificate to have both made anew")
        }
        pointer = read
    }

    deinit { EVP_PKEY_free(pointer) }

    func pem() throws(PKIError) -> [UInt8] {
        try X509Certificate.collect { PEM_write_bio_PrivateKey($0, pointer, nil, nil, 0, nil, nil) == 1 }
    }
}

final class X509Certificate {
    private let pointer: OpaquePointer

    init(pem: [UInt8], file: String) throws(PKIError) {
        let bio = BIO_new_mem_buf(pem, Int32(pem.count))
        defer { BIO_free(bio) }
        guard let read = PEM_read_bio_X509(bio, nil, nil, nil) else {
            throw PKIError("\(file) holds no certificate that can be read; restore it, or remove it to have it made anew")
        }
        pointer = read
    }

    deinit { X509_free(pointer) }

    /// A certificate for `key`, signed by `issuer` (nil: by itself, as an authority).
    init(
        commonName: String, organizations: [String], days: Int, extensions: [(nid: Int32, value: String)], key: PrivateKey,
        issuer: (certificate: X509Certificate, key: PrivateKey)?
    ) throws(PKIError) {
        guard let made = X509_new() else { throw Self.failure("make a certificate") }
        pointer = made
        var generator = SystemRandomNumberGenerator()
        // Clocks of other machines may be a little behind.
        let skewSeconds = 300
        guard X509_set_version(made, 2) == 1,
            ASN1_INTEGER_set_uint64(X509_get_serialNumber(made), generator.next() >> 1) == 1,
            X509_gmtime_adj(X509_getm_notBefore(made), -skewSeconds) != nil,
            X509_gmtime_adj(X509_getm_notAfter(made), days * 86400) != nil,
            X509_set_pubkey(made, key.pointer) == 1
        else { throw Self.failure("make a certificate") }
        guard let subject = X509_get_subject_name(made) else { throw Self.failure("name a certificate") }
        for organization in organizations { try Self.add("O", organization, to: subject) }
        try Self.add("CN", commonName, to: subject)
        let issuerName = X509_get_subject_name(issuer?.certificate.pointer ?? made)
        guard X509_set_issuer_name(made, issuerName) == 1 else { throw Self.failure("name a certificate's issuer") }
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer?.certificate.pointer ?? made, made, nil, nil, 0)
        for (nid, value) in extensions {
            guard let added = X509V3_EXT_conf_nid(nil, &context, nid, value) else {
                throw Self.failure("write \(value) into a certificate")
            }
            defer { X509_EXTENSION_free(added) }
            guard X509_add_ext(made, added, -1) == 1 else { throw Self.failure("write \(value) into a certificate") }
        }
        guard X509_sign(made, (issuer?.key ?? key).pointer, EVP_sha256()) > 0 else { throw Self.failure("sign a certificate") }
    }

    private static func add(_ field: String, _ text: String, to name: OpaquePointer) throws(PKIError) {
        let bytes = Array(text.utf8)
        guard X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1 else {
            throw failure("write \(field)=\(text) into a certificate")
        }
    }

    func pem() throws(PKIError) -> [UInt8] {
        try Self.collect { PEM_write_bio_X509($0, pointer) == 1 }
    }

    /// Whole days until it ends; negative when it has ended.
    var remainingDays: Int {
        var days: Int32 = 0
        var seconds: Int32 = 0
        guard ASN1_TIME_diff(&days, &seconds, nil, X509_get0_notAfter(pointer)) == 1 else { return -1 }
        return seconds < 0 ? Int(days) - 1 : Int(days)
    }

    func isSigned(by authority: X509Certificate) -> Bool {
        guard let key = X509_get0_pubkey(authority.pointer) else { return false }
        return X509_verify(pointer, key) == 1
    }

    func belongs(to key: PrivateKey) -> Bool { X509_check_private_key(pointer, key.pointer) == 1 }

    /// Whether a client that connects to this name or address would accept the certificate.
    func covers(_ alternativeName: String) -> Bool {
        if alternativeName.hasPrefix("IP:") { return X509_check_ip_asc(pointer, String(alternativeName.dropFirst(3)), 0) == 1 }
        let host = String(alternativeName.dropFirst(4))
        return X509_check_host(pointer, host, host.utf8.count, 0, nil) == 1
    }

    fileprivate static func collect(_ write: (OpaquePointer?) -> Bool) throws(PKIError) -> [UInt8] {
        guard let bio = BIO_new(BIO_s_mem()) else { throw failure("write PEM") }
        defer { BIO_free(bio) }
        guard write(bio) else { throw failure("write PEM") }
        var bytes = [UInt8](repeating: 0, count: Int(BIO_ctrl_pending(bio)))
        let count = BIO_read(bio, &bytes, Int32(bytes.count))
        return Array(bytes.prefix(max(0, Int(count))))
    }

    fileprivate static func failure(_ what: String) -> PKIError {
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(ERR_get_error(), &text, text.count)
        let reason = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return PKIError("OpenSSL could not \(what): \(reason)")
    }
}
