import Objects

/// A request for a certificate as `kubectl get` prints it.
enum CertificateRequestRow {
    static let plan = RowPlan([
        .name, .age, Column("SignerName", about: "Who is to sign it.", field: "spec.signerName"),
        Column("Requestor", about: "Who asks for it.", field: "spec.username"),
        Column("RequestedDuration", about: "For how long it is wanted.", reads: ["spec.expirationSeconds"]) {
            object, _ in
            let seconds = Certificates.CertificateSigningRequest(object).spec.expirationSeconds
            return .text(seconds.map { Age.text(seconds: Int64($0)) } ?? "<none>")
        },
        Column(
            "Condition", about: "What has come of it.", reads: ["status.conditions.type", "status.certificate"]
        ) { object, _ in .text(condition(Certificates.CertificateSigningRequest(object).status)) },
    ])

    private static func condition(_ status: Certificates.CertificateSigningRequestStatus) -> String {
        let types = Set(status.conditions.map(\.type))
        var text = types.contains("Denied") ? "Denied" : types.contains("Approved") ? "Approved" : "Pending"
        if types.contains("Failed") { text += ",Failed" }
        if !status.certificate.isEmpty { text += ",Issued" }
        return text
    }
}
