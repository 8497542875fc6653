import COpenSSL
import Wire

/// The cluster's certificates: an authority of its own, the API server's certificate, and one for each component.
///
/// Made at the first start in `DIR/pki` (keys 0600, the folder 0700) and kept; certificates that end soon or no longer fit
/// are made anew at a start. Beside them stand kubeconfigs: `DIR/admin.kubeconfig` for people, one for each component in
/// `DIR/pki`.
public struct PKI: Sendable {
    public struct Identity: Sendable {
        public let certificate: [UInt8]
        public let key: [UInt8]
    }
    /// The authority's certificate, PEM.
    public let authority: [UInt8]
    private let identities: [String: Identity]
    private let directory: String

    /// `apiserver`, `admin`, `apiserver-kubelet-client`, `scheduler`, `controller-manager` or `kubelet`.
    public func identity(_ name: String) throws(PKIError) -> Identity {
        guard let found = identities[name] else { throw PKIError("there is no certificate \(name)") }
        return found
    }

    public func kubeconfigPath(_ name: String) -> String {
        name == "admin" ? "\(directory)/admin.kubeconfig" : "\(directory)/pki/\(name).kubeconfig"
    }

    /// Reads what is in `directory` and makes what is missing.
    ///
    /// - Parameters:
    ///   - server: the URL that kubeconfigs name.
    ///   - addresses: further names and addresses of the API server.
    /// - Throws: when a file is damaged or cannot be read or written; the message names it and says what to do.
    public static func prepare(
        in directory: String, nodeName: String, server: String, addresses: [String] = []
    ) throws(PKIError) -> PKI {
        let folder = "\(directory)/pki"
        try PrivateFile.makeFolder(directory)
        try PrivateFile.makeFolder(folder)
        let (authority, authorityKey) = try prepareAuthority(folder)
        var identities: [String: Identity] = [:]
        for profile in CertificateProfile.cluster(nodeName: nodeName, addresses: addresses) {
            identities[profile.name] = try prepareIdentity(profile, folder, authority, authorityKey)
        }
        let pki = PKI(authority: try authority.pem(), identities: identities, directory: directory)
        for (name, identity) in identities where name != "apiserver" && name != "apiserver-kubelet-client" {
            let text = Kubeconfig.text(server: server, user: name, authority: pki.authority, identity: identity)
            let path = pki.kubeconfigPath(name)
            if try PrivateFile.read(path) != text { try PrivateFile.write(text, to: path, mode: 0o600) }
        }
        return pki
    }

    private static func prepareAuthority(_ folder: String) throws(PKIError) -> (X509Certificate, PrivateKey) {
        let (certificateFile, keyFile) = ("\(folder)/ca.crt", "\(folder)/ca.key")
        switch (try PrivateFile.read(certificateFile), try PrivateFile.read(keyFile)) {
        case (let certificatePEM?, let keyPEM?):
            let certificate = try X509Certificate(pem: certificatePEM, file: certificateFile)
            let key = try PrivateKey(pem: keyPEM, file: keyFile)
            guard certificate.belongs(to: key) else {
                throw PKIError("\(certificateFile) and \(keyFile) do not belong together; restore the pair, or remove \(folder) to begin with a new authority (all kubeconfigs change)")
            }
            guard certificate.remainingDays >= 0 else {
                throw PKIError("the authority in \(certificateFile) has expired; remove \(folder) to begin with a new one (all kubeconfigs change)")
            }
            return (certificate, key)
        case (nil, nil):
            let key = try PrivateKey()
            let certificate = try X509Certificate(
                commonName: "apus-ca", organizations: [], days: CertificateProfile.authorityDays,
                extensions: [
                    (NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign,cRLSign,digitalSignature"),
                    (NID_subject_key_identifier, "hash"),
                ], key: key, issuer: nil)
            try PrivateFile.write(try key.pem(), to: keyFile, mode: 0o600)
            try PrivateFile.write(try certificate.pem(), to: certificateFile, mode: 0o644)
            return (certificate, key)
        case (nil, _): throw PKIError("\(keyFile) is there but \(certificateFile) is not; restore it, or remove \(folder) to begin with a new authority")
        case (_, nil): throw PKIError("\(certificateFile) is there but \(keyFile) is not; restore it, or remove \(folder) to begin with a new authority")
        }
    }

    private static func prepareIdentity(
        _ profile: CertificateProfile, _ folder: String, _ authority: X509Certificate, _ authorityKey: PrivateKey
    ) throws(PKIError) -> Identity {
        let (certificateFile, keyFile) = ("\(folder)/\(profile.name).crt", "\(folder)/\(profile.name).key")
        if let certificatePEM = try PrivateFile.read(certificateFile), let keyPEM = try PrivateFile.read(keyFile) {
            let certificate = try X509Certificate(pem: certificatePEM, file: certificateFile)
            let key = try PrivateKey(pem: keyPEM, file: keyFile)
            let isGood = certificate.belongs(to: key) && certificate.isSigned(by: authority)
                && certificate.remainingDays >= CertificateProfile.renewalDays
                && profile.alternativeNames.allSatisfy { certificate.covers($0) }
            if isGood { return Identity(certificate: certificatePEM, key: keyPEM) }
        }
        let key = try PrivateKey()
        let usages = profile.usages.map { $0 == .server ? "serverAuth" : "clientAuth" }.joined(separator: ",")
        var extensions: [(nid: Int32, value: String)] = [
            (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"), (NID_ext_key_usage, usages),
            (NID_authority_key_identifier, "keyid"),
        ]
        if !profile.alternativeNames.isEmpty {
            extensions.append((NID_subject_alt_name, profile.alternativeNames.joined(separator: ",")))
        }
        let certificate = try X509Certificate(
            commonName: profile.commonName, organizations: profile.organizations, days: CertificateProfile.validDays,
            extensions: extensions, key: key, issuer: (authority, authorityKey))
        let identity = Identity(certificate: try certificate.pem(), key: try key.pem())
        try PrivateFile.write(identity.key, to: keyFile, mode: 0o600)
        try PrivateFile.write(identity.certificate, to: certificateFile, mode: 0o644)
        return identity
    }
}

/// Kubeconfig files (client-go `clientcmd/api/v1`).
enum Kubeconfig {
    static func text(server: String, user: String, authority: [UInt8], identity: PKI.Identity) -> [UInt8] {
        Array(
            """
            apiVersion: v1
            kind: Config
            clusters:
            - name: apus
              cluster:
                server: \(server)
                certificate-authority-data: \(Base64.encode(authority))
            users:
            - name: \(user)
              user:
                client-certificate-data: \(Base64.encode(identity.certificate))
                client-key-data: \(Base64.encode(identity.key))
            contexts:
            - name: apus
              context:
                cluster: apus
                user: \(user)
            current-context: apus

            """.utf8)
    }
}
