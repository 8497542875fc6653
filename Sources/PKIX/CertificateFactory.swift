import COpenSSL
import Glibc

/// A private key and its certificate as PEM text.
public struct CertificatePair: Sendable, Equatable {
    public var certificate: [UInt8]
    public var key: [UInt8]

    public init(certificate: [UInt8], key: [UInt8]) {
        self.certificate = certificate
        self.key = key
    }
}

/// Makes and reads the cluster's own certificates.
public struct CertificateFactory: Sendable {
    /// MBSTRING_UTF8 of openssl/asn1.h, a macro that Swift does not import.
    private static let utf8 = Int32(0x1000)

    /// Seconds since 1970.
    public let now: Int

    public init(now: Int) { self.now = now }

    /// A new key, and a certificate over it.
    /// - Parameter authority: who signs; nil: the certificate signs itself.
    public func make(
        _ request: CertificateRequest, signedBy authority: CertificatePair?
    ) throws(PKIError) -> CertificatePair {
        let key = try Self.newKey()
        defer { EVP_PKEY_free(key) }
        return try issue(request, over: key, signedBy: authority)
    }

    /// A new certificate over an old key.
    public func renew(_ request: CertificateRequest, keyOf pair: CertificatePair) throws(PKIError) -> CertificatePair {
        let key = try OpenSSL.key(pair.key)
        defer { EVP_PKEY_free(key) }
        return try issue(request, over: key, signedBy: nil)
    }

    /// What a certificate says, and whether its key and its authority fit.
    /// - Parameter authority: nil: the pair is its own authority.
    /// - Throws: `damaged` with "certificate" or "key" as the message's first word.
    public func facts(_ pair: CertificatePair, authority: CertificatePair?) throws(PKIError) -> CertificateFacts {
        let certificate = try OpenSSL.certificate(pair.certificate)
        defer { X509_free(certificate) }
        let key = try OpenSSL.key(pair.key)
        defer { EVP_PKEY_free(key) }
        guard let name = X509_get_subject_name(certificate), let notAfter = OpenSSL.notAfter(certificate) else {
            throw PKIError(.damaged, "certificate has no subject or no time of expiry")
        }
        let matches = X509_check_private_key(certificate, key) == 1
        let signer = try OpenSSL.key(authority?.key ?? pair.key)
        defer { EVP_PKEY_free(signer) }
        let signed = X509_verify(certificate, signer) == 1
        ERR_clear_error()
        return CertificateFacts(
            commonName: OpenSSL.entries(name, NID_commonName).first ?? "",
            organizations: OpenSSL.entries(name, NID_organizationName),
            alternativeNames: Self.alternativeNames(certificate), notAfter: notAfter, matchesKey: matches,
            signedByAuthority: signed)
    }

    // MARK: Making

    private static func newKey() throws(PKIError) -> OpaquePointer {
        var key: OpaquePointer?
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else {
            throw OpenSSL.failure("cannot make a key")
        }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
            EVP_PKEY_generate(context, &key) == 1, let key
        else { throw OpenSSL.failure("cannot make a key") }
        return key
    }

    private func issue(
        _ request: CertificateRequest, over key: OpaquePointer, signedBy authority: CertificatePair?
    ) throws(PKIError) -> CertificatePair {
        guard let certificate = X509_new(), let name = X509_NAME_new() else {
            throw OpenSSL.failure("cannot make a name")
        }
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
        else { throw OpenSSL.failure("cannot fill in the certificate \(request.name)") }
        try OpenSSL.setSerialNumber(certificate)
        if let authority {
            let issuer = try OpenSSL.certificate(authority.certificate)
            let signer = try OpenSSL.key(authority.key)
            defer {
                X509_free(issuer)
                EVP_PKEY_free(signer)
            }
            try Self.seal(certificate, request, issuer: issuer, with: signer)
        } else {
            try Self.seal(certificate, request, issuer: certificate, with: key)
        }
        return CertificatePair(
            certificate: try OpenSSL.text { PEM_write_bio_X509($0, certificate) },
            key: try OpenSSL.text { PEM_write_bio_PKCS8PrivateKey($0, key, nil, nil, 0, nil, nil) })
    }

    private static func add(_ field: String, _ value: String, to name: OpaquePointer) throws(PKIError) {
        guard X509_NAME_add_entry_by_txt(name, field, utf8, value, Int32(clamping: value.utf8.count), -1, 0) == 1 else {
            throw OpenSSL.failure("\(value) cannot stand in a certificate")
        }
    }

    private static func seal(
        _ certificate: OpaquePointer, _ request: CertificateRequest, issuer: OpaquePointer, with key: OpaquePointer
    ) throws(PKIError) {
        guard X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 else {
            throw OpenSSL.failure("cannot name the issuer")
        }
        try OpenSSL.add(extensions(request), to: certificate, issuer: issuer)
        guard X509_sign(certificate, key, EVP_sha256()) > 0 else {
            throw OpenSSL.failure("cannot sign \(request.name)")
        }
    }

    /// Extensions in OpenSSL's text form. Names were checked by `AlternativeName`, so none holds a comma.
    private static func extensions(_ request: CertificateRequest) -> [(kind: Int32, value: String)] {
        var all: [(kind: Int32, value: String)] = [(NID_subject_key_identifier, "hash")]
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

    private static func alternativeNames(_ certificate: OpaquePointer) -> Set<AlternativeName> {
        guard let raw = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return [] }
        let stack = OpaquePointer(raw)
        defer { GENERAL_NAMES_free(stack) }
        var found: Set<AlternativeName> = []
        for (kind, text) in GeneralNames.list(stack) {
            switch kind {
            case .dns: found.insert(.dns(String(decoding: text, as: UTF8.self)))
            case .address: if let address = AlternativeName(addressBytes: text) { found.insert(address) }
            case .email, .uri: break
            }
        }
        return found
    }
}
