import COpenSSL

/// Certificates and keys from PEM text.
enum PEMReader {
    /// All certificates in order; the caller frees them. Other blocks in the text are passed over.
    static func certificates(_ text: [UInt8]) throws(ReactorError) -> [OpaquePointer] {
        let bio = try memory(text)
        defer { BIO_free(bio) }
        var found: [OpaquePointer] = []
        while let certificate = PEM_read_bio_X509(bio, nil, nil, nil) { found.append(certificate) }
        // The loop ends with "no start line", which is the text's end, or with a block that is no certificate.
        let error = ERR_peek_last_error()
        ERR_clear_error()
        // ERR_GET_REASON: the low 23 bits.
        guard Int32(error & 0x7f_ffff) == PEM_R_NO_START_LINE else {
            for certificate in found { X509_free(certificate) }
            throw ReactorError(.badCertificate, "cannot read the certificate: \(TLSFailure.reason(error))")
        }
        return found
    }

    static func privateKey(_ text: [UInt8]) throws(ReactorError) -> OpaquePointer {
        let bio = try memory(text)
        defer { BIO_free(bio) }
        // A key with a passphrase is refused: the callback offers none, where OpenSSL's own would ask the terminal.
        guard let key = PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in 0 }, nil) else {
            throw TLSFailure.latest(.badCertificate, "cannot read the private key")
        }
        return key
    }

    private static func memory(_ text: [UInt8]) throws(ReactorError) -> OpaquePointer {
        guard let bio = BIO_new(BIO_s_mem()), BIO_write(bio, text, Int32(clamping: text.count)) == text.count else {
            throw ReactorError(.badCertificate, "empty PEM text")
        }
        return bio
    }
}

/// OpenSSL's reasons as words.
enum TLSFailure {
    static func latest(_ code: ReactorError.Code, _ what: String) -> ReactorError {
        let error = ERR_peek_last_error()
        ERR_clear_error()
        return ReactorError(code, "\(what): \(reason(error))")
    }

    static func reason(_ error: UInt) -> String {
        guard error != 0 else { return "unknown reason" }
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(error, &text, text.count)
        return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }
}
