import COpenSSL

/// The alternative names that certificates and requests carry (RFC 5280, section 4.2.1.6), of the kinds that anybody checks.
enum GeneralNames {
    /// With the numbers of GEN_EMAIL, GEN_DNS, GEN_URI and GEN_IPADD in openssl/x509v3.h.
    enum Kind: Int32 {
        case email = 1
        case dns = 2
        case uri = 6
        case address = 7
    }

    /// Those of these kinds, in order, with their bytes.
    ///
    /// - Parameter stack: OpenSSL's GENERAL_NAMES.
    static func list(_ stack: OpaquePointer) -> [(kind: Kind, bytes: [UInt8])] {
        (0..<max(0, OPENSSL_sk_num(stack))).compactMap { index in
            guard let item = OPENSSL_sk_value(stack, index) else { return nil }
            var number = Int32(0)
            let value = GENERAL_NAME_get0_value(item.assumingMemoryBound(to: GENERAL_NAME.self), &number)
            guard let value, let kind = Kind(rawValue: number),
                let bytes = OpenSSL.bytes(value.assumingMemoryBound(to: ASN1_STRING.self))
            else { return nil }
            return (kind, bytes)
        }
    }

    /// The request's, for the caller to free; nil: it has none.
    static func of(request: OpaquePointer) -> OpaquePointer? {
        guard let extensions = X509_REQ_get_extensions(request) else { return nil }
        defer { OPENSSL_sk_pop_free(extensions) { X509_EXTENSION_free($0.map { OpaquePointer($0) }) } }
        let at = X509v3_get_ext_by_NID(extensions, NID_subject_alt_name, -1)
        guard at >= 0, let found = X509v3_get_ext(extensions, at), let names = X509V3_EXT_d2i(found) else { return nil }
        return OpaquePointer(names)
    }

    /// Takes away those of all other kinds.
    static func keepKnown(in stack: OpaquePointer) {
        for index in (0..<max(0, OPENSSL_sk_num(stack))).reversed() {
            guard let item = OPENSSL_sk_value(stack, index) else { continue }
            var number = Int32(0)
            let name = item.assumingMemoryBound(to: GENERAL_NAME.self)
            _ = GENERAL_NAME_get0_value(name, &number)
            guard Kind(rawValue: number) == nil else { continue }
            _ = OPENSSL_sk_delete(stack, index)
            GENERAL_NAME_free(name)
        }
    }
}
