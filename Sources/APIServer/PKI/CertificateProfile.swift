/// What one certificate of the cluster says. Pure data: the plan of the whole set is `CertificateProfile.cluster`.
struct CertificateProfile: Sendable, Equatable {
    enum Usage: Sendable, Equatable { case server, client }
    /// The files' name below the certificates' folder: `NAME.crt`, `NAME.key`.
    let name: String
    /// The subject: Kubernetes' user name and groups.
    let commonName: String
    let organizations: [String]
    let usages: [Usage]
    /// Subject alternative names as OpenSSL writes them: `DNS:localhost`, `IP:127.0.0.1`.
    let alternativeNames: [String]

    static let validDays = 365
    static let authorityDays = 3650
    /// A certificate that ends sooner is made anew at the next start.
    static let renewalDays = 30

    /// All certificates of a cluster.
    ///
    /// - Parameter addresses: further names and addresses at which the API server is reached.
    static func cluster(nodeName: String, addresses: [String]) -> [CertificateProfile] {
        let names = ["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local", nodeName]
        let server = names.map { "DNS:\($0)" } + ["IP:127.0.0.1", "IP:::1", "IP:10.0.0.1"] + addresses.map(Self.alternativeName)
        return [
            CertificateProfile(name: "apiserver", commonName: "kube-apiserver", organizations: [], usages: [.server], alternativeNames: unique(server)),
            client("admin", "kubernetes-admin", ["system:masters"]),
            client("apiserver-kubelet-client", "kube-apiserver-kubelet-client", ["system:masters"]),
            client("scheduler", "system:kube-scheduler", []),
            client("controller-manager", "system:kube-controller-manager", []),
            CertificateProfile(
                name: "kubelet", commonName: "system:node:\(nodeName)", organizations: ["system:nodes"],
                usages: [.client, .server],
                alternativeNames: unique(["DNS:\(nodeName)", "DNS:localhost", "IP:127.0.0.1"] + addresses.map(Self.alternativeName))),
        ]
    }

    private static func client(_ name: String, _ commonName: String, _ organizations: [String]) -> CertificateProfile {
        CertificateProfile(name: name, commonName: commonName, organizations: organizations, usages: [.client], alternativeNames: [])
    }

    private static func alternativeName(_ address: String) -> String {
        let isAddress = address.utf8.contains(UInt8(ascii: ":"))
            || address.split(separator: ".").count == 4 && address.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2e }
        return isAddress ? "IP:\(address)" : "DNS:\(address)"
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
