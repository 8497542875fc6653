import PKIX

/// The signers that belong to every cluster (Kubernetes, "Certificates and Certificate Signing Requests"), and what each
/// lets its requests ask for. Pure.
enum CertificateSigner: String, CaseIterable {
    case client = "kubernetes.io/kube-apiserver-client"
    case kubeletClient = "kubernetes.io/kube-apiserver-client-kubelet"
    case kubeletServing = "kubernetes.io/kubelet-serving"
    /// Of before signers had names: no restrictions.
    case legacy = "kubernetes.io/legacy-unknown"

    private static let nodesGroup = "system:nodes"
    private static let nodePrefix = "system:node:"
    private static let signature = "digital signature"
    private static let encipherment = "key encipherment"
    private static let clientAuth = "client auth"
    private static let serverAuth = "server auth"

    /// Why such a certificate is never issued, as the condition `Failed` tells it; nil: it may be.
    func refusal(_ request: SigningRequest, usages: [String]) -> String? {
        switch self {
        case .legacy: nil
        case .client: Self.clientRefusal(usages)
        case .kubeletClient: Self.kubeletClientRefusal(request, usages)
        case .kubeletServing: Self.kubeletServingRefusal(request, usages)
        }
    }

    private static func clientRefusal(_ usages: [String]) -> String? {
        if let odd = usages.first(where: { ![signature, encipherment, clientAuth].contains($0) }) {
            return "invalid usage for client certificate: \(odd)"
        }
        return usages.contains(clientAuth) ? nil : "missing required usage for client certificate: \(clientAuth)"
    }

    private static func kubeletClientRefusal(_ request: SigningRequest, _ usages: [String]) -> String? {
        if request.organizations != [nodesGroup] { return "subject organization is not system:nodes" }
        if request.hosts > 0 { return "DNS subjectAltNames are not allowed" }
        if request.emails > 0 { return "Email subjectAltNames are not allowed" }
        if request.addresses > 0 { return "IP subjectAltNames are not allowed" }
        if request.uris > 0 { return "URI subjectAltNames are not allowed" }
        guard request.commonName.hasPrefix(nodePrefix) else { return notNode }
        return usageRefusal(usages, for: clientAuth)
    }

    private static func kubeletServingRefusal(_ request: SigningRequest, _ usages: [String]) -> String? {
        if request.organizations != [nodesGroup] { return "subject organization is not system:nodes" }
        if request.hosts == 0, request.addresses == 0 { return "DNS or IP subjectAltName is required" }
        if request.emails > 0 { return "Email subjectAltNames are not allowed" }
        if request.uris > 0 { return "URI subjectAltNames are not allowed" }
        if let refusal = usageRefusal(usages, for: serverAuth) { return refusal }
        return request.commonName.hasPrefix(nodePrefix) ? nil : notNode
    }

    private static let notNode = "subject common name does not begin with system:node:"

    /// Exactly the usages of a kubelet; keys other than RSA's encipher nothing, which they may leave out.
    private static func usageRefusal(_ usages: [String], for purpose: String) -> String? {
        let asked = Set(usages)
        let all: Set<String> = [signature, encipherment, purpose]
        if asked == all || asked == all.subtracting([encipherment]) { return nil }
        return "usages did not match [\(all.sorted().joined(separator: " "))]"
    }
}
