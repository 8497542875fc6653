import Objects

extension BuiltinResources {
    static let certificateSigningRequests = ResourceDefinition(
        "certificates.k8s.io/v1", "certificatesigningrequests", "CertificateSigningRequest", shortNames: ["csr"],
        isNamespaced: false, subresources: [.approval, .status], selectable: ["spec.signerName"],
        rules: CertificateRequestRules(), rows: CertificateRequestRow.plan)
}

/// Somebody's wish for a certificate, who says yes to it, and the certificate.
struct CertificateRequestRules: ResourceRules {
    private static let shortestSeconds = 600
    private static let signerLimitBytes = 571
    private static let decisions = ["Approved", "Denied"]
    private static let usages = [
        "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign", "data encipherment",
        "decipher only", "digital signature", "email protection", "encipher only", "ipsec end system", "ipsec tunnel",
        "ipsec user", "key agreement", "key encipherment", "microsoft sgc", "netscape sgc", "ocsp signing", "s/mime",
        "server auth", "signing", "timestamping",
    ]

    func problemsWithName(_ name: String, isPrefix: Bool) -> [String] { [] }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        let was = Certificates.CertificateSigningRequest(old)
        var request = Certificates.CertificateSigningRequest(object)
        request.spec = was.spec
        if subresource == .approval {
            // None, where there was none, and not an empty one.
            request.message.set(path: "status.certificate", was.message[path: "status.certificate"])
        }
        if subresource == .status {
            for type in Self.decisions { Self.keep(type, of: was.status.conditions, in: &request.status.conditions) }
        }
        object = request.message
    }

    /// Who signs need not repeat word for word what was decided.
    private static func keep(
        _ type: String, of old: [Certificates.CertificateSigningRequestCondition],
        in new: inout [Certificates.CertificateSigningRequestCondition]
    ) {
        let kept = old.filter { $0.type == type }
        let places = new.indices.filter { new[$0].type == type }
        guard kept.count == places.count else { return }
        for (place, condition) in zip(places, kept) { new[place] = condition }
    }

    /// Who asks is what the server knows of them, whatever they say; conditions tell when they came.
    func record(_ object: inout Message, old: Message?, subresource: Subresource?, by writer: Writer) {
        var request = Certificates.CertificateSigningRequest(object)
        if old == nil {
            request.spec.username = writer.user
            request.spec.uid = writer.uid
            request.spec.groups = writer.groups
            object = request.message
            object.set(
                path: "spec.extra",
                writer.extra.isEmpty ? nil : .map(writer.extra.mapValues { .list($0.map { .string($0) }) }))
            return
        }
        guard let old, subresource == .approval || subresource == .status else { return }
        let before = Certificates.CertificateSigningRequest(old).status.conditions
        for index in request.status.conditions.indices {
            var condition = request.status.conditions[index]
            if condition.lastUpdateTime == nil { condition.lastUpdateTime = writer.now }
            if condition.lastTransitionTime == nil {
                let same = before.first { $0.type == condition.type && $0.status == condition.status }
                condition.lastTransitionTime = same?.lastTransitionTime ?? writer.now
            }
            request.status.conditions[index] = condition
        }
        object = request.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let request = Certificates.CertificateSigningRequest(object)
        let spec = request.spec
        var problems: [FieldProblem] = []
        if let why = PEMText.problemWithRequest(spec.request) {
            problems.append(.invalid("spec.request", FieldWords.base64(spec.request), why))
        }
        if spec.usages.isEmpty { problems.append(.required("spec.usages")) }
        for (index, usage) in spec.usages.enumerated() {
            problems += FieldWords.oneOf("spec.usages[\(index)]", usage, Self.usages)
        }
        problems += FieldWords.duplicates(spec.usages) { "spec.usages[\($0)]" }
        if spec.signerName == "kubernetes.io/legacy-unknown" {
            problems.append(
                .invalid(
                    "spec.signerName", text: spec.signerName,
                    "the legacy signerName is not allowed via this API version"))
        } else {
            problems += signer(spec.signerName, "spec.signerName")
        }
        if let seconds = spec.expirationSeconds, seconds < Self.shortestSeconds {
            problems.append(
                .invalid(
                    "spec.expirationSeconds", String(seconds),
                    "may not specify a duration less than 600 seconds (10 minutes)"))
        }
        return problems + conditions(request.status.conditions, "status.conditions")
            + certificate(request.status.certificate)
    }

    private func signer(_ name: String, _ path: String) -> [FieldProblem] {
        if name.isEmpty { return [.required(path)] }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            return [
                .invalid(
                    path, text: name, "must be a fully qualified domain and path of the form 'example.com/signer-name'")
            ]
        }
        var problems: [FieldProblem] = []
        let labels = NameShapes.labels(parts[0])
        if labels.count < 2 {
            problems.append(
                .invalid(path, text: parts[0], "should be a domain with at least two segments separated by dots"))
        }
        for label in labels {
            problems += Names.labelProblems(label).map {
                .invalid(path, text: parts[0], "validating label \(FieldProblem.quoted(label)): \($0)")
            }
        }
        problems += Names.subdomainProblems(parts[1]).map {
            .invalid(path, text: parts[1], "validating label \(FieldProblem.quoted(parts[1])): \($0)")
        }
        if name.utf8.count > Self.signerLimitBytes {
            problems.append(.tooLong(path, limitBytes: Self.signerLimitBytes))
        }
        return problems
    }

    private func conditions(
        _ conditions: [Certificates.CertificateSigningRequestCondition], _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, condition) in conditions.enumerated() {
            let at = "\(path)[\(index)]"
            if condition.type.isEmpty { problems.append(.required("\(at).type")) }
            let isFinal = Self.decisions.contains(condition.type) || condition.type == "Failed"
            problems += FieldWords.oneOf(
                "\(at).status", condition.status, isFinal ? ["True"] : ["False", "True", "Unknown"], isRequired: true)
        }
        problems += FieldWords.duplicates(conditions.map(\.type)) { "\(path)[\($0)].type" }
        let decided = conditions.map(\.type).filter(Self.decisions.contains)
        for (index, type) in decided.enumerated() where decided[..<index].contains(where: { $0 != type }) {
            problems.append(.invalid(path, text: type, "Approved and Denied conditions are mutually exclusive"))
        }
        return problems
    }

    private func certificate(_ certificate: [UInt8]) -> [FieldProblem] {
        guard !certificate.isEmpty, let why = PEMText.problemWithCertificates(certificate) else { return [] }
        return [.invalid("status.certificate", text: "<certificate data>", why)]
    }

    /// Who decides does so through `approval`; who signs adds the certificate, once, through `status`.
    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let new = Certificates.CertificateSigningRequest(object).status
        let was = Certificates.CertificateSigningRequest(old).status
        var problems: [FieldProblem] = []
        for type in Self.decisions + ["Failed"] {
            let (has, had) = (count(type, new), count(type, was))
            if has < had {
                problems.append(
                    .forbidden("status.conditions", "updates may not remove a condition of type \"\(type)\""))
            } else if has > had, type != "Failed", subresource != .approval {
                problems.append(
                    .forbidden("status.conditions", "updates may not add a condition of type \"\(type)\""))
            }
        }
        if new.certificate != was.certificate, !was.certificate.isEmpty {
            problems.append(.forbidden("status.certificate", "updates may not modify existing certificate content"))
        }
        return problems
    }

    private func count(_ type: String, _ status: Certificates.CertificateSigningRequestStatus) -> Int {
        status.conditions.count { $0.type == type }
    }
}
