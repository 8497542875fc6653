import Objects
import PKIX
import Resources

/// Nobody asks to be a master of the cluster.
struct SubjectRestriction: AdmissionPlugin {
    private static let clientSigner = "kubernetes.io/kube-apiserver-client"
    private static let masters = "system:masters"

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && SignerRights.isSigningRequest(definition)
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        let spec = Certificates.CertificateSigningRequest(request.object).spec
        guard spec.signerName == Self.clientSigner, let signing = try? SigningRequest(pem: spec.request),
            signing.organizations.contains(Self.masters)
        else { return [] }
        throw request.forbidden("use of \(Self.clientSigner) signer with \(Self.masters) group is not allowed")
    }
}
