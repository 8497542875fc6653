import Objects
import Resources
import Wire

/// A request for a certificate is signed with its own key; and nobody asks to be a master of the cluster.
struct SigningRequestAdmission: AdmissionPlugin {
    private static let clientSigner = "kubernetes.io/kube-apiserver-client"
    private static let masters = "system:masters"

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && definition.qualifiedName == "certificatesigningrequests.certificates.k8s.io"
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        let spec = Certificates.CertificateSigningRequest(request.object).spec
        let signing: SigningRequest
        do { signing = try SigningRequest(pem: spec.request) } catch {
            let why =
                switch error {
                case .unreadable: "it cannot be read as a certificate request"
                case .notOwner: "its signature was not made with its own key"
                }
            let shown = FieldProblem.quoted(Base64.encode(spec.request))
            throw APIError.invalid(
                request.definition, request.shownName, [.invalid("spec.request", shown, why)])
        }
        if spec.signerName == Self.clientSigner, signing.organizations.contains(Self.masters) {
            throw request.forbidden("use of \(Self.clientSigner) signer with \(Self.masters) group is not allowed")
        }
        return []
    }
}
