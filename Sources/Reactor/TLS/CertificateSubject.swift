import COpenSSL

/// Whom a verified certificate names.
public struct CertificateSubject: Sendable, Equatable {
    /// The subject's common name (the last, if there are several) and its organizations in order.
    public var commonName: String
    public var organizations: [String]

    public init(commonName: String, organizations: [String]) {
        self.commonName = commonName
        self.organizations = organizations
    }

    /// Nil when there is no common name, or a name is not text: such a certificate names nobody.
    init?(_ certificate: OpaquePointer) {
        guard let subject = X509_get_subject_name(certificate) else { return nil }
        var commonName: String?
        var organizations: [String] = []
        for at in 0..<X509_NAME_entry_count(subject) {
            guard let entry = X509_NAME_get_entry(subject, at) else { return nil }
            let kind = OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry))
            guard kind == NID_commonName || kind == NID_organizationName else { continue }
            guard let text = Self.text(X509_NAME_ENTRY_get_data(entry)) else { return nil }
            if kind == NID_commonName { commonName = text } else { organizations.append(text) }
        }
        guard let commonName, !commonName.isEmpty else { return nil }
        self.commonName = commonName
        self.organizations = organizations
    }

    /// A zero byte within is refused: what compares names by C strings elsewhere would see another name.
    private static func text(_ string: UnsafeMutablePointer<ASN1_STRING>?) -> String? {
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = ASN1_STRING_to_UTF8(&bytes, string)
        guard count >= 0, let bytes else { return nil }
        defer { CRYPTO_free(bytes, nil, 0) }
        let view = UnsafeBufferPointer(start: bytes, count: Int(count))
        return view.contains(0) ? nil : String(validating: view, as: UTF8.self)
    }
}
