/// What an authority puts into a certificate beside what was asked for.
public struct IssuanceTerms: Sendable, Equatable {
    /// RFC 5280, section 4.2.1.3, by OpenSSL's names.
    public enum KeyUsage: String, Sendable, Comparable, CaseIterable {
        case digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment, keyAgreement, keyCertSign, cRLSign
        case encipherOnly, decipherOnly

        public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
        private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// RFC 5280, section 4.2.1.12, by OpenSSL's names.
    public enum ExtendedKeyUsage: String, Sendable, Comparable, CaseIterable {
        case any = "anyExtendedKeyUsage"
        case serverAuth, clientAuth, codeSigning, emailProtection, ipsecEndSystem, ipsecTunnel, ipsecUser, timeStamping
        case ocspSigning = "OCSPSigning"
        case microsoftGatedCrypto = "msSGC"
        case netscapeGatedCrypto = "nsSGC"

        public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
        private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    public var keyUsages: Set<KeyUsage>
    public var extendedKeyUsages: Set<ExtendedKeyUsage>
    /// Seconds since 1970.
    public var notBefore: Int
    public var notAfter: Int

    public init(
        keyUsages: Set<KeyUsage>, extendedKeyUsages: Set<ExtendedKeyUsage>, notBefore: Int, notAfter: Int
    ) {
        self.keyUsages = keyUsages
        self.extendedKeyUsages = extendedKeyUsages
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}
