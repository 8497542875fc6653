import PKIX

/// The certificates of a cluster, with the names that Kubernetes' rights are written for.
extension CertificateRequest {
    static let authority = CertificateRequest(name: "ca", commonName: "apus-ca", usage: .authority)

    /// Of the files of what the API server shows to its clients.
    static let apiServerName = "apiserver"

    /// What the API server shows to its clients.
    static func apiServer(_ options: PKI.Options) throws(PKIError) -> CertificateRequest {
        var names: Set<AlternativeName> = []
        let all =
            [
                "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local", "127.0.0.1", "::1", options.serviceAddress, options.nodeName,
            ] + options.extraNames
        for name in all { names.insert(try AlternativeName(name)) }
        return CertificateRequest(
            name: apiServerName, commonName: "kube-apiserver", usage: .server, alternativeNames: names)
    }

    /// What the API server shows to kubelets when it asks them for logs.
    static let apiServerToNodes = CertificateRequest(
        name: "apiserver-kubelet-client", commonName: "kube-apiserver-kubelet-client", usage: .client)

    static let admin = CertificateRequest(
        name: "admin", commonName: "kubernetes-admin", organizations: ["system:masters"], usage: .client)
    static let scheduler = CertificateRequest(
        name: "scheduler", commonName: "system:kube-scheduler", usage: .client)
    static let controllers = CertificateRequest(
        name: "controller-manager", commonName: "system:kube-controller-manager", usage: .client)

    static func node(_ options: PKI.Options) throws(PKIError) -> CertificateRequest {
        let commonName = "system:node:\(options.nodeName)"
        guard commonName.unicodeScalars.count <= PKILimits.commonNameCharacters else {
            throw PKIError(
                .invalidOption,
                "the node name \(options.nodeName) is too long for a certificate: give one of at most "
                    + "\(PKILimits.commonNameCharacters - 12) characters")
        }
        return CertificateRequest(
            name: "kubelet", commonName: commonName, organizations: ["system:nodes"], usage: .serverAndClient,
            alternativeNames: [try AlternativeName(options.nodeName), .dns("localhost"), .address("127.0.0.1")])
    }
}
