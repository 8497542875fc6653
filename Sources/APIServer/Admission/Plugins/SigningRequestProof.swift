import Objects
import PKIX
import Resources
import Wire

/// A request for a certificate is signed with its own key. Belongs to the kind's validation, and needs OpenSSL.
struct SigningRequestProof: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && SignerRights.isSigningRequest(definition)
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        let spec = Certificates.CertificateSigningRequest(request.object).spec
        do { _ = try SigningRequest(pem: spec.request) } catch {
            let why =
                switch error {
                case .unreadable: "it cannot be read as a certificate request"
                case .notOwner(.rsa): "crypto/rsa: verification error"
                case .notOwner(.ecdsa): "x509: ECDSA verification failure"
                case .notOwner(.ed25519): "x509: Ed25519 verification failure"
                case .notOwner(.other): "x509: cannot verify signature: algorithm unimplemented"
                }
            let shown = FieldProblem.quoted(Base64.encode(spec.request))
            throw APIError.invalid(
                request.definition, request.shownName, [.invalid("spec.request", shown, why)])
        }
        return []
    }
}
