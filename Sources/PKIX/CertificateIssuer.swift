import COpenSSL

/// An authority that signs what others ask for: their subject, their key and their alternative names, and nothing else of
/// what their request says.
public struct CertificateIssuer: Sendable {
    private let authority: CertificatePair
    /// When the authority's own certificate ends, in seconds since 1970.
    public let notAfter: Int

    /// - Throws: `damaged`: one of the two cannot be read, or they do not belong together.
    public init(_ authority: CertificatePair) throws(PKIError) {
        let facts = try CertificateFactory(now: 0).facts(authority, authority: nil)
        guard facts.matchesKey else {
            throw PKIError(
                .damaged, "the authority's key is not the one of its certificate: give the two that belong together")
        }
        self.authority = authority
        notAfter = facts.notAfter
    }

    /// - Parameter request: in PEM.
    /// - Returns: the certificate, in PEM.
    /// - Throws: `damaged`: the request is none, or was not signed with its own key.
    public func issue(_ request: [UInt8], _ terms: IssuanceTerms) throws(PKIError) -> [UInt8] {
        let asked = try OpenSSL.request(request)
        defer { X509_REQ_free(asked) }
        guard let key = X509_REQ_get0_pubkey(asked), X509_REQ_verify(asked, key) == 1 else {
            throw OpenSSL.failure("request was not signed with its own key", code: .damaged)
        }
        let issuer = try OpenSSL.certificate(authority.certificate)
        defer { X509_free(issuer) }
        let signer = try OpenSSL.key(authority.key)
        defer { EVP_PKEY_free(signer) }
        guard let certificate = X509_new() else { throw OpenSSL.failure("no memory") }
        defer { X509_free(certificate) }
        let subject = X509_REQ_get_subject_name(asked)
        // Version 3 is written as 2 (RFC 5280, section 4.1.2.1).
        guard X509_set_version(certificate, 2) == 1, X509_set_subject_name(certificate, subject) == 1,
            X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1,
            ASN1_TIME_set(X509_getm_notBefore(certificate), terms.notBefore) != nil,
            ASN1_TIME_set(X509_getm_notAfter(certificate), terms.notAfter) != nil,
            X509_set_pubkey(certificate, key) == 1
        else { throw OpenSSL.failure("cannot fill in the certificate") }
        try OpenSSL.setSerialNumber(certificate)
        try OpenSSL.add(Self.extensions(terms), to: certificate, issuer: issuer)
        // Critical where the subject says nothing (RFC 5280, section 4.2.1.6).
        try Self.addNames(
            of: asked, to: certificate, isCritical: subject.map { X509_NAME_entry_count($0) == 0 } ?? true)
        guard X509_sign(certificate, signer, EVP_sha256()) > 0 else { throw OpenSSL.failure("cannot sign") }
        return try OpenSSL.text { PEM_write_bio_X509($0, certificate) }
    }

    /// When a certificate in PEM ends, in seconds since 1970; nil: it is none.
    public static func notAfter(of certificate: [UInt8]) -> Int? {
        defer { ERR_clear_error() }
        guard let found = try? OpenSSL.certificate(certificate) else { return nil }
        defer { X509_free(found) }
        return OpenSSL.notAfter(found)
    }

    private static func extensions(_ terms: IssuanceTerms) -> [(kind: Int32, value: String)] {
        var all: [(kind: Int32, value: String)] = []
        if !terms.keyUsages.isEmpty {
            all.append(
                (NID_key_usage, "critical," + terms.keyUsages.sorted().map(\.rawValue).joined(separator: ",")))
        }
        if !terms.extendedKeyUsages.isEmpty {
            all.append(
                (NID_ext_key_usage, terms.extendedKeyUsages.sorted().map(\.rawValue).joined(separator: ",")))
        }
        return all + [(NID_basic_constraints, "critical,CA:FALSE"), (NID_authority_key_identifier, "keyid")]
    }

    private static func addNames(
        of request: OpaquePointer, to certificate: OpaquePointer, isCritical: Bool
    ) throws(PKIError) {
        guard let names = GeneralNames.of(request: request) else { return }
        defer { GENERAL_NAMES_free(names) }
        GeneralNames.keepKnown(in: names)
        guard OPENSSL_sk_num(names) > 0 else { return }
        let added = X509_add1_ext_i2d(
            certificate, NID_subject_alt_name, UnsafeMutableRawPointer(names), isCritical ? 1 : 0, 0)
        guard added == 1 else { throw OpenSSL.failure("cannot add the alternative names") }
    }
}
