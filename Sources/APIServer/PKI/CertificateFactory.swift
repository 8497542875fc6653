import COpenSSL
import Glibc

/// A private key and its certificate as PEM text.
struct CertificatePair: Sendable, Equatable {
    var certificate: [UInt8]
    var key: [UInt8]
}

/// Makes and reads certificates with OpenSSL. The only file of the PKI that holds pointers: OpenSSL's objects are C
/// structures without an owner; each is freed by a `defer` in the function that got it, and none leaves this file.
struct CertificateFactory {
    /// MBSTRING_UTF8 of openssl/asn1.h, a macro that Swift does not import.
    private static let utf8 = Int32(0x1000)
    /// GEN_DNS and GEN_IPADD of openssl/x509v3.h.
    private static let dnsName = Int32(2)
    private static let ipAddress = Int32(7)

    /// Seconds since 1970.
    let now: Int

    /// A new key, and a certificate over it.
    /// - Parameter authority: who signs; nil: the certificate signs itself.
    func make(_ request: CertificateRequest, signedBy authority: CertificatePair?) throws(PKIError) -> CertificatePair {
        let key = try Self.newKey()
        defer { EVP_PKEY_free(key) }
        return try issue(request, over: key, signedBy: authority)
    }

    /// A new certificate over an old key.
    func renew(_ request: CertificateRequest, keyOf pair: CertificatePair) throws(PKIError) -> CertificatePair {
        let key = try Self.key(pair.key)
        defer { EVP_PKEY_free(key) }
        return try issue(request, over: key, signedBy: nil)
    }

    /// What a certificate says, and whether its key and its authority fit.
    /// - Parameter authority: nil: the pair is its own authority.
    /// - Throws: `damaged` with "certificate" or "key" as the message's first word.
    func facts(_ pair: CertificatePair, authority: CertificatePair?) throws(PKIError) -> CertificateFacts {
        let certificate = try Self.certificate(pair.certificate)
        defer { X509_free(certificate) }
        let key = try Self.key(pair.key)
        defer { EVP_PKEY_free(key) }
        var time = tm()
        guard let name = X509_get_subject_name(certificate),
            ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) == 1
        else { throw PKIError(.damaged, "certificate has no subject or no time of expiry") }
        let matches = X509_check_private_key(certificate, key) == 1
        let signer = try Self.key(authority?.key ?? pair.key)
        defer { EVP_PKEY_free(signer) }
        let signed = X509_verify(certificate, signer) == 1
        ERR_clear_error()
        return CertificateFacts(
            commonName: Self.entries(name, NID_commonName).first ?? "",
            organizations: Self.entries(name, NID_organizationName),
            alternativeNames: Self.alternativeNames(certificate), notAfter: timegm(&time), matchesKey: matches,
            signedByAuthority: signed)
    }

    // MARK: Making

    private static func newKey() throws(PKIError) -> OpaquePointer {
        var key: OpaquePointer?
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { throw failure("cannot make a key") }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
            EVP_PKEY_generate(context, &key) == 1, let key
        else { throw failure("cannot make a key") }
        return key
    }

    private func issue(
        _ request: CertificateRequest, over key: OpaquePointer, signedBy authority: CertificatePair?
    ) throws(PKIError) -> CertificatePair {
        guard let certificate = X509_new(), let name = X509_NAME_new() else { throw Self.failure("cannot make a name") }
        defer {
            X509_free(certificate)
            X509_NAME_free(name)
        }
        for organization in request.organizations { try Self.add("O", organization, to: name) }
        try Self.add("CN", request.commonName, to: name)
        let seconds = request.usage == .authority ? PKILimits.authoritySeconds : PKILimits.leafSeconds
        // Version 3 is written as 2 (RFC 5280, section 4.1.2.1).
        guard X509_set_version(certificate, 2) == 1, X509_set_subject_name(certificate, name) == 1,
            ASN1_TIME_set(X509_getm_notBefore(certificate), now - PKILimits.clockSkewSeconds) != nil,
            ASN1_TIME_set(X509_getm_notAfter(certificate), now + seconds) != nil,
            X509_set_pubkey(certificate, key) == 1
        else { throw Self.failure("cannot fill in the certificate \(request.name)") }
        try Self.setSerialNumber(certificate)
        if let authority {
            let issuer = try Self.certificate(authority.certificate)
            let signer = try Self.key(authority.key)
            defer {
                X509_free(issuer)
                EVP_PKEY_free(signer)
            }
            try Self.seal(certificate, request, issuer: issuer, with: signer)
        } else {
            try Self.seal(certificate, request, issuer: certificate, with: key)
        }
        return CertificatePair(
            certificate: try Self.text { PEM_write_bio_X509($0, certificate) },
            key: try Self.text { PEM_write_bio_PKCS8PrivateKey($0, key, nil, nil, 0, nil, nil) })
    }

    private static func add(_ field: String, _ value: String, to name: OpaquePointer) throws(PKIError) {
        guard X509_NAME_add_entry_by_txt(name, field, utf8, value, Int32(clamping: value.utf8.count), -1, 0) == 1 else {
            throw failure("\(value) cannot stand in a certificate")
        }
    }

    /// 127 random bits, positive and never zero (RFC 5280, section 4.1.2.2; the CA/Browser Forum asks for 64).
    private static func setSerialNumber(_ certificate: OpaquePointer) throws(PKIError) {
        guard let number = BN_new() else { throw failure("cannot make a serial number") }
        defer { BN_free(number) }
        // BN_RAND_TOP_ONE is 0: the highest bit is set. BN_RAND_BOTTOM_ANY is 0.
        guard BN_rand(number, 127, 0, 0) == 1,
            BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil
        else { throw failure("cannot make a serial number") }
    }

    private static func seal(
        _ certificate: OpaquePointer, _ request: CertificateRequest, issuer: OpaquePointer, with key: OpaquePointer
    ) throws(PKIError) {
        guard X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 else {
            throw failure("cannot name the issuer")
        }
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        for (kind, value) in extensions(request) {
            guard let made = X509V3_EXT_conf_nid(nil, &context, kind, value) else {
                throw failure("cannot make an extension of \(request.name) (\(value))")
            }
            defer { X509_EXTENSION_free(made) }
            guard X509_add_ext(certificate, made, -1) == 1 else { throw failure("cannot add an extension") }
        }
        guard X509_sign(certificate, key, EVP_sha256()) > 0 else { throw failure("cannot sign \(request.name)") }
    }

    /// Extensions in OpenSSL's text form. Names were checked by `AlternativeName`, so none holds a comma.
    private static func extensions(_ request: CertificateRequest) -> [(Int32, String)] {
        var all: [(Int32, String)] = [(NID_subject_key_identifier, "hash")]
        if request.usage == .authority {
            all.append((NID_basic_constraints, "critical,CA:TRUE"))
            all.append((NID_key_usage, "critical,keyCertSign,cRLSign,digitalSignature"))
            return all
        }
        all.append((NID_authority_key_identifier, "keyid"))
        all.append((NID_basic_constraints, "critical,CA:FALSE"))
        all.append((NID_key_usage, "critical,digitalSignature"))
        switch request.usage {
        case .server: all.append((NID_ext_key_usage, "serverAuth"))
        case .serverAndClient: all.append((NID_ext_key_usage, "serverAuth,clientAuth"))
        case .client, .authority: all.append((NID_ext_key_usage, "clientAuth"))
        }
        let names = request.alternativeNames.map { name in
            switch name {
            case .dns(let text): "DNS:\(text)"
            case .address(let text): "IP:\(text)"
            }
        }
        if !names.isEmpty { all.append((NID_subject_alt_name, names.sorted().joined(separator: ","))) }
        return all
    }

    // MARK: Reading

    private static func entries(_ name: OpaquePointer, _ kind: Int32) -> [String] {
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

    private static func alternativeNames(_ certificate: OpaquePointer) -> Set<AlternativeName> {
        guard let raw = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return [] }
        let stack = OpaquePointer(raw)
        defer { GENERAL_NAMES_free(stack) }
        var found: Set<AlternativeName> = []
        for index in 0..<max(0, OPENSSL_sk_num(stack)) {
            guard let item = OPENSSL_sk_value(stack, index) else { continue }
            var kind = Int32(0)
            let value = GENERAL_NAME_get0_value(item.assumingMemoryBound(to: GENERAL_NAME.self), &kind)
            guard let value, kind == dnsName || kind == ipAddress,
                let text = bytes(value.assumingMemoryBound(to: ASN1_STRING.self))
            else { continue }
            if kind == dnsName {
                found.insert(.dns(String(decoding: text, as: UTF8.self)))
            } else if let address = AlternativeName(addressBytes: text) {
                found.insert(address)
            }
        }
        return found
    }

    private static func bytes(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8]? {
        guard let string, let data = ASN1_STRING_get0_data(string) else { return nil }
        return Array(UnsafeBufferPointer(start: data, count: max(0, Int(ASN1_STRING_length(string)))))
    }

    private static func certificate(_ text: [UInt8]) throws(PKIError) -> OpaquePointer {
        try reading(text, "certificate") { PEM_read_bio_X509($0, nil, nil, nil) }
    }

    private static func key(_ text: [UInt8]) throws(PKIError) -> OpaquePointer {
        // A passphrase is never asked for: OpenSSL's own callback would ask the terminal.
        try reading(text, "key") { PEM_read_bio_PrivateKey($0, nil, { _, _, _, _ in 0 }, nil) }
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

    private static func text(_ write: (OpaquePointer) -> Int32) throws(PKIError) -> [UInt8] {
        guard let sink = BIO_new(BIO_s_mem()) else { throw failure("no memory") }
        defer { BIO_free(sink) }
        var text = [UInt8](repeating: 0, count: PKILimits.fileBytes)
        guard write(sink) == 1 else { throw failure("cannot write PEM text") }
        let count = BIO_read(sink, &text, Int32(text.count))
        guard count > 0 else { throw failure("cannot write PEM text") }
        return Array(text[..<Int(count)])
    }

    /// With OpenSSL's own reason, which is taken off its queue.
    private static func failure(_ what: String, code: PKIError.Code = .cryptography) -> PKIError {
        var text = [CChar](repeating: 0, count: 256)
        let error = ERR_peek_last_error()
        ERR_clear_error()
        guard error != 0 else { return PKIError(code, what) }
        ERR_error_string_n(error, &text, text.count)
        let reason = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return PKIError(code, "\(what): \(reason)")
    }
}
