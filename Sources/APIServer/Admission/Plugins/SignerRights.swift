import Access
import Objects
import Resources

/// Who says yes to requests for certificates needs the verb `approve` on the signer that is to make them.
struct CertificateApproval: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .update && SignerRights.isSigningRequest(definition)
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        guard request.subresource == .approval, let old = request.old else { return [] }
        let signer = Certificates.CertificateSigningRequest(old).spec.signerName
        guard try await SignerRights.isAllowed(request.caller, "approve", signer, core) else {
            throw request.forbidden(
                "user not permitted to approve requests with signerName \(GoText.quoted(signer))")
        }
        return []
    }
}

/// Who adds a certificate or a condition needs the verb `sign` on the signer that it is of.
struct CertificateSigning: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .update && SignerRights.isSigningRequest(definition)
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        guard request.subresource == .status, let old = request.old.map({ Certificates.CertificateSigningRequest($0) })
        else { return [] }
        let new = Certificates.CertificateSigningRequest(request.object)
        guard new.status.certificate != old.status.certificate || new.status.conditions != old.status.conditions else {
            return []
        }
        let signer = old.spec.signerName
        guard try await SignerRights.isAllowed(request.caller, "sign", signer, core) else {
            throw request.forbidden("user not permitted to sign requests with signerName \(GoText.quoted(signer))")
        }
        return []
    }
}

/// Rights to signers, which are no objects: `signers` of `certificates.k8s.io`, by the signer's name or all of a domain.
enum SignerRights {
    static func isSigningRequest(_ definition: ResourceDefinition) -> Bool {
        definition.qualifiedName == "certificatesigningrequests.certificates.k8s.io"
    }

    static func isAllowed(
        _ caller: Caller, _ verb: String, _ signer: String, _ core: ServerCore
    ) async throws(APIError) -> Bool {
        if try await core.access.isAllowed(caller, right(verb, signer), core) { return true }
        guard let slash = signer.firstIndex(of: "/") else { return false }
        return try await core.access.isAllowed(caller, right(verb, "\(signer[..<slash])/*"), core)
    }

    private static func right(_ verb: String, _ name: String) -> AccessAttributes {
        AccessAttributes(verb, .init(group: "certificates.k8s.io", version: "*", resource: "signers", name: name))
    }
}
