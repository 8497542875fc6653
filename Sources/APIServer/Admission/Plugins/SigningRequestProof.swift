import Objects
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
                case .notOwner: "its signature was not made with its own key"
                }
            let shown = GoText.quoted(Base64.encode(spec.request))
            throw APIError.invalid(
                request.definition, request.shownName, [.invalid("spec.request", shown, why)])
        }
        return []
    }
}
