import COpenSSL

/// Somebody's request for a certificate (PKCS #10, RFC 2986), read and checked by OpenSSL.
struct SigningRequest: Sendable, Equatable {
    /// Of its subject: the groups that a client with the certificate would be in.
    let organizations: [String]

    enum Fault: Error, Equatable {
        case unreadable
        /// It was not signed with the key that it is about.
        case notOwner
    }

    /// - Parameter text: in PEM.
    init(pem text: [UInt8]) throws(Fault) {
        // What OpenSSL queues about bad input must not be taken for a later call's error.
        defer { ERR_clear_error() }
        guard let source = BIO_new_mem_buf(text, Int32(clamping: text.count)) else { throw .unreadable }
        defer { BIO_free(source) }
        guard let request = PEM_read_bio_X509_REQ(source, nil, { _, _, _, _ in 0 }, nil) else { throw .unreadable }
        defer { X509_REQ_free(request) }
        guard let key = X509_REQ_get0_pubkey(request) else { throw .unreadable }
        guard X509_REQ_verify(request, key) == 1 else { throw .notOwner }
        organizations = X509_REQ_get_subject_name(request).map { Self.entries($0, NID_organizationName) } ?? []
    }

    private static func entries(_ name: OpaquePointer, _ kind: Int32) -> [String] {
        var found: [String] = []
        var at = X509_NAME_get_index_by_NID(name, kind, -1)
        while at >= 0 {
            if let string = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)),
                let data = ASN1_STRING_get0_data(string)
            {
                let count = max(0, Int(ASN1_STRING_length(string)))
                found.append(String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self))
            }
            at = X509_NAME_get_index_by_NID(name, kind, at)
        }
        return found
    }
}
