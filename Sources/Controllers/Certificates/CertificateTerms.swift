import PKIX

/// What a certificate is good for and how long, from what its request asks. Pure.
enum CertificateTerms {
    /// Certificates are valid from a little before they are made, for clients whose clocks run behind.
    private static let backdateSeconds = 300
    /// Of shorter ones the end is not moved with the beginning: these minutes are a hundredth of this.
    private static let shortSeconds = 8 * 3600
    /// Twice the backdating: a certificate must outlive that.
    private static let leastSeconds = 600

    struct Refusal: Error, Equatable { let message: String }

    /// - Parameters:
    ///   - wanted: `spec.expirationSeconds`.
    ///   - limit: the longest that is given, and what those get who do not say.
    ///   - authorityEnd: when the authority's own certificate ends, in seconds since 1970: none outlives it.
    ///   - now: seconds since 1970.
    static func make(
        usages: [String], wantedSeconds wanted: Int?, limitSeconds limit: Int, authorityEnd: Int, now: Int
    ) throws(Refusal) -> IssuanceTerms {
        var terms = IssuanceTerms(keyUsages: [], extendedKeyUsages: [], notBefore: now &- backdateSeconds, notAfter: 0)
        var unknown: [String] = []
        for usage in usages {
            if let found = keyUsages[usage] {
                terms.keyUsages.insert(found)
            } else if let found = extendedKeyUsages[usage] {
                terms.extendedKeyUsages.insert(found)
            } else {
                unknown.append(usage)
            }
        }
        guard unknown.isEmpty else { throw Refusal(message: "unrecognized usage values: \(unknown)") }
        guard now < authorityEnd else { throw Refusal(message: "the signer has expired") }
        let seconds = wanted.map { $0 > limit ? limit : max($0, leastSeconds) } ?? limit
        let end = now &+ seconds &- (seconds < shortSeconds ? 0 : backdateSeconds)
        terms.notAfter = min(end, authorityEnd)
        return terms
    }

    /// By the names that requests use (certificates.k8s.io/v1 `KeyUsage`).
    private static let keyUsages: [String: IssuanceTerms.KeyUsage] = [
        "signing": .digitalSignature, "digital signature": .digitalSignature, "content commitment": .nonRepudiation,
        "key encipherment": .keyEncipherment, "key agreement": .keyAgreement, "data encipherment": .dataEncipherment,
        "cert sign": .keyCertSign, "crl sign": .cRLSign, "encipher only": .encipherOnly,
        "decipher only": .decipherOnly,
    ]
    private static let extendedKeyUsages: [String: IssuanceTerms.ExtendedKeyUsage] = [
        "any": .any, "server auth": .serverAuth, "client auth": .clientAuth, "code signing": .codeSigning,
        "email protection": .emailProtection, "s/mime": .emailProtection, "ipsec end system": .ipsecEndSystem,
        "ipsec tunnel": .ipsecTunnel, "ipsec user": .ipsecUser, "timestamping": .timeStamping,
        "ocsp signing": .ocspSigning, "microsoft sgc": .microsoftGatedCrypto, "netscape sgc": .netscapeGatedCrypto,
    ]
}
