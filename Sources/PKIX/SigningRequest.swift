import COpenSSL

/// Somebody's request for a certificate (PKCS #10, RFC 2986), read and checked by OpenSSL.
public struct SigningRequest: Sendable, Equatable {
    /// How the key that it is about makes signatures.
    public enum KeyKind: Sendable, Equatable {
        case rsa, ecdsa, ed25519, other
    }

    public enum Fault: Error, Equatable {
        case unreadable
        /// It was not signed with the key that it is about.
        case notOwner(KeyKind)
    }

    /// Of its subject, the last if there are several: who a client with the certificate would be. Empty: there is none.
    public let commonName: String
    /// Of its subject: the groups that a client with the certificate would be in.
    public let organizations: [String]
    /// How many alternative names of each kind it asks for.
    public let hosts: Int
    public let addresses: Int
    public let emails: Int
    public let uris: Int

    /// - Parameter text: in PEM.
    public init(pem text: [UInt8]) throws(Fault) {
        // What OpenSSL queues about bad input must not be taken for a later call's error.
        defer { ERR_clear_error() }
        guard let request = try? OpenSSL.request(text) else { throw .unreadable }
        defer { X509_REQ_free(request) }
        guard let key = X509_REQ_get0_pubkey(request) else { throw .unreadable }
        guard X509_REQ_verify(request, key) == 1 else { throw .notOwner(Self.kind(key)) }
        let subject = X509_REQ_get_subject_name(request)
        organizations = subject.map { OpenSSL.entries($0, NID_organizationName) } ?? []
        commonName = subject.flatMap { OpenSSL.entries($0, NID_commonName).last } ?? ""
        var counts: [GeneralNames.Kind: Int] = [:]
        if let names = GeneralNames.of(request: request) {
            defer { GENERAL_NAMES_free(names) }
            for name in GeneralNames.list(names) { counts[name.kind, default: 0] += 1 }
        }
        hosts = counts[.dns] ?? 0
        addresses = counts[.address] ?? 0
        emails = counts[.email] ?? 0
        uris = counts[.uri] ?? 0
    }

    private static func kind(_ key: OpaquePointer) -> KeyKind {
        switch EVP_PKEY_get_base_id(key) {
        case NID_rsaEncryption: .rsa
        case NID_X9_62_id_ecPublicKey: .ecdsa
        case NID_ED25519: .ed25519
        default: .other
        }
    }
}
