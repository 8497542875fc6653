import Glibc
public import PKIX

/// A cluster's authority, certificates and kubeconfigs: made at the first start, renewed at later ones.
///
/// In the data folder are `pki/` (0700) with `NAME.crt` (0644) and `NAME.key` (0600) of each, and `sa.key` and `sa.pub` for
/// ServiceAccounts' tokens; after
/// `writeKubeconfigs` also `admin.kubeconfig` and `pki/NAME.kubeconfig` (0600).
public struct PKI: Sendable {
    public struct Options: Sendable {
        /// This machine's name, as its node is called.
        public var nodeName: String
        /// The first address of the service network, under which pods reach the API server.
        public var serviceAddress: String
        /// More host names and addresses that clients call the API server by.
        public var extraNames: [String]
        /// Seconds since 1970: what certificates are judged and made by.
        public var now: Int

        public init(
            nodeName: String = PKI.hostName(), serviceAddress: String = "10.0.0.1", extraNames: [String] = [],
            now: Int? = nil
        ) {
            self.nodeName = nodeName
            self.serviceAddress = serviceAddress
            self.extraNames = extraNames
            self.now = now ?? time(nil)
        }
    }

    /// A certificate and its key, as PEM text and as files.
    public struct Identity: Sendable {
        public let certificate: [UInt8]
        public let key: [UInt8]
        public let certificatePath: String
        public let keyPath: String
    }

    public let directory: String
    /// The authority's certificate, PEM text.
    public let authority: [UInt8]
    public let authorityPath: String
    /// The authority's key, PEM text: signs what people ask for.
    public let authorityKey: [UInt8]
    /// What the API server shows.
    public let server: Identity
    /// What the API server shows to kubelets.
    public let serverToNodes: Identity
    public let admin: Identity
    public let scheduler: Identity
    public let controllers: Identity
    /// The kubelet's, as server and as client.
    public let node: Identity
    /// The key that signs ServiceAccounts' tokens, PEM (PKCS 8); `sa.pub` beside it is for those that verify.
    public let serviceAccountKey: [UInt8]
    /// What was done, a line each: "made apiserver.crt (its names have changed)". Empty when all was in order.
    public let notes: [String]

    /// Reads the certificates in `directory`, and makes or renews those that need it.
    /// - Throws: `PKIError`, which names the file and says what to do.
    public static func prepare(in directory: String, options: Options = Options()) throws(PKIError) -> PKI {
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw PKIError(.inaccessible, "cannot make the folder \(directory): \(String(cString: strerror(errno)))")
        }
        let folder = try PrivateFolder.open("\(directory)/pki")
        return try folder.locked { () throws(PKIError) -> PKI in
            var workshop = CertificateWorkshop(folder: folder, factory: CertificateFactory(now: options.now))
            let authority = try workshop.authority()
            let server = try workshop.leaf(try .apiServer(options), authority)
            let serverToNodes = try workshop.leaf(.apiServerToNodes, authority)
            let admin = try workshop.leaf(.admin, authority)
            let scheduler = try workshop.leaf(.scheduler, authority)
            let controllers = try workshop.leaf(.controllers, authority)
            let node = try workshop.leaf(try .node(options), authority)
            let serviceAccountKey = try workshop.serviceAccountKey()
            return PKI(
                directory: directory, authority: authority.certificate, authorityPath: "\(folder.path)/ca.crt",
                authorityKey: authority.key, server: server, serverToNodes: serverToNodes, admin: admin,
                scheduler: scheduler,
                controllers: controllers, node: node, serviceAccountKey: serviceAccountKey, notes: workshop.notes)
        }
    }

    /// Writes the kubeconfigs for a server's address, where they do not say so already.
    /// - Parameter server: `https://127.0.0.1:6443`.
    public func writeKubeconfigs(server: String) throws(PKIError) {
        let pki = PrivateFolder(path: "\(directory)/pki")
        try pki.locked { () throws(PKIError) in
            for (name, user, identity) in [
                ("scheduler", "system:kube-scheduler", scheduler), ("kubelet", "kubelet", node),
                ("controller-manager", "system:kube-controller-manager", controllers),
            ] {
                try write(name, user, identity, server, in: pki)
            }
            try write("admin", "kubernetes-admin", admin, server, in: PrivateFolder(path: directory))
        }
    }

    private func write(
        _ name: String, _ user: String, _ identity: Identity, _ server: String, in folder: PrivateFolder
    ) throws(PKIError) {
        let pair = CertificatePair(certificate: identity.certificate, key: identity.key)
        let text = Array(Kubeconfig.text(server: server, user: user, identity: pair, authority: authority).utf8)
        let file = "\(name).kubeconfig"
        if try folder.read(file) == text {
            _ = try folder.restrict(file)
        } else {
            try folder.write(text, to: file, mode: 0o600)
        }
    }

    /// This machine's name in lower case, as a node is called; `localhost` when it has none.
    public static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0, name[0] != 0 else { return "localhost" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
    }
}
