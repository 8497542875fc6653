import Objects

extension BuiltinResources {
    static let ingresses = ResourceDefinition(
        "networking.k8s.io/v1", "ingresses", "Ingress", shortNames: ["ing"], storageName: "ingress",
        subresources: [.status], traits: [.tracksGeneration], rules: IngressRules(),
        rows: RowPlan([
            .name,
            Column(
                "Class", about: "Which ingress controller serves it.", field: "spec.ingressClassName",
                absent: .text("<none>")),
            Column("Hosts", about: "The hosts that it routes requests for.", reads: ["spec.rules.host"]) { object, _ in
                .text(IngressRules.hosts(Networking.Ingress(object).spec.rules))
            },
            Column(
                "Address", about: "Where its load balancer is reached.",
                reads: ["status.loadBalancer.ingress.ip", "status.loadBalancer.ingress.hostname"]
            ) { object, _ in
                let points = Networking.Ingress(object).status.loadBalancer.ingress
                return .text(RowText.balancers(points.map { ($0.ip, $0.hostname) }))
            },
            Column("Ports", about: "The ports of its load balancer.", reads: ["spec.tls.secretName"]) { object, _ in
                .text(Networking.Ingress(object).spec.tls.isEmpty ? "80" : "80, 443")
            }, .age,
        ]))
}

/// Routes from outside to services, by host and path.
struct IngressRules: ResourceRules {
    static let classAnnotation = "kubernetes.io/ingress.class"
    private static let pathTypes = ["Exact", "ImplementationSpecific", "Prefix"]
    private static let shownHosts = 3

    static func hosts(_ rules: [Networking.IngressRule]) -> String {
        var shown: [String] = []
        var isLonger = false
        for rule in rules {
            if shown.count == shownHosts { isLonger = true }
            if !isLonger, !rule.host.isEmpty { shown.append(rule.host) }
        }
        if shown.isEmpty { return "*" }
        let text = shown.joined(separator: ",")
        return isLonger ? "\(text) + \(rules.count - shownHosts) more..." : text
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Networking.Ingress(object).spec
        var problems: [FieldProblem] = []
        if spec.rules.isEmpty, spec.defaultBackend == nil {
            problems.append(.invalid("spec", "null", "either `defaultBackend` or `rules` must be specified"))
        }
        if let backend = spec.defaultBackend { problems += self.backend(backend, "spec.defaultBackend") }
        for (index, rule) in spec.rules.enumerated() { problems += self.rule(rule, "spec.rules[\(index)]") }
        for (index, tls) in spec.tls.enumerated() {
            for (number, host) in tls.hosts.enumerated() {
                problems += self.host(host, "spec.tls[\(index)].hosts[\(number)]")
            }
            if !tls.secretName.isEmpty {
                problems += FieldWords.name("spec.tls[\(index)].secretName", tls.secretName) {
                    Names.subdomainProblems($0)
                }
            }
        }
        if let name = spec.ingressClassName {
            problems += FieldWords.name("spec.ingressClassName", name) { Names.subdomainProblems($0) }
        }
        return problems
    }

    private func host(_ host: String, _ path: String) -> [FieldProblem] {
        FieldWords.name(path, host) {
            $0.contains("*") ? NameShapes.wildcardProblems($0) : Names.subdomainProblems($0)
        }
    }

    private func rule(_ rule: Networking.IngressRule, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if !rule.host.isEmpty {
            if IPAddressText.isValid(rule.host) {
                problems.append(.invalid("\(path).host", text: rule.host, "must be a DNS name, not an IP address"))
            }
            problems += host(rule.host, "\(path).host")
        }
        guard let http = rule.ingressRuleValue.http else { return problems }
        if http.paths.isEmpty { problems.append(.required("\(path).http.paths")) }
        for (index, route) in http.paths.enumerated() {
            problems += self.route(route, "\(path).http.paths[\(index)]")
        }
        return problems
    }

    private func route(_ route: Networking.HTTPIngressPath, _ path: String) -> [FieldProblem] {
        guard let type = route.pathType else {
            return [.required("\(path).pathType", "pathType must be specified")]
        }
        var problems: [FieldProblem] = []
        let isFree = type == "ImplementationSpecific"
        if !Self.pathTypes.contains(type) {
            problems += FieldWords.oneOf("\(path).pathType", type, Self.pathTypes)
        } else if !(isFree && route.path.isEmpty), !route.path.hasPrefix("/") {
            problems.append(.invalid("\(path).path", text: route.path, "must be an absolute path"))
        }
        if type == "Exact" || type == "Prefix" {
            for sequence in ["//", "/./", "/../", "%2f", "%2F"] where contains(route.path, sequence) {
                problems.append(.invalid("\(path).path", text: route.path, "must not contain '\(sequence)'"))
            }
            for ending in ["/..", "/."] where route.path.hasSuffix(ending) {
                problems.append(.invalid("\(path).path", text: route.path, "cannot end with '\(ending)'"))
            }
        }
        return problems + backend(route.backend, "\(path).backend")
    }

    private func contains(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }

    private func backend(_ backend: Networking.IngressBackend, _ path: String) -> [FieldProblem] {
        if let resource = backend.resource {
            guard backend.service == nil else {
                return [.invalid(path, text: "", "cannot set both resource and service backends")]
            }
            return IngressClassRules.reference(
                group: resource.apiGroup, kind: resource.kind, name: resource.name, "\(path).resource")
        }
        guard let service = backend.service else {
            return [.invalid(path, text: "", "resource or service backend is required")]
        }
        var problems: [FieldProblem] = []
        if service.name.isEmpty {
            problems.append(.required("\(path).service.name"))
        } else {
            problems += FieldWords.name("\(path).service.name", service.name) { Names.dns1035Problems($0) }
        }
        switch (service.port.name.isEmpty, service.port.number == 0) {
        case (false, false): problems.append(.invalid(path, text: "", "cannot set both port name & port number"))
        case (false, true):
            problems += FieldWords.name(
                "\(path).service.port.name", service.port.name, FieldWords.portNameProblems)
        case (true, false):
            problems += FieldWords.port("\(path).service.port.number", .int(service.port.number))
        case (true, true): problems.append(.required(path, "port name or number is required"))
        }
        return problems
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        let ingress = Networking.Ingress(object)
        guard let annotation = ingress.metadata.annotations[Self.classAnnotation],
            let name = ingress.spec.ingressClassName, annotation != name
        else { return [] }
        return [
            .invalid(
                "annotations.\(Self.classAnnotation)", text: annotation,
                "must match `ingressClassName` when both are specified")
        ]
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard subresource == .status else { return [] }
        var problems: [FieldProblem] = []
        let known = Set(Networking.Ingress(old).status.loadBalancer.ingress.map(\.ip))
        for (index, point) in Networking.Ingress(object).status.loadBalancer.ingress.enumerated() {
            let path = "status.loadBalancer.ingress[\(index)]"
            if !point.ip.isEmpty, !known.contains(point.ip) {
                problems += FieldWords.strictAddress("\(path).ip", point.ip)
            }
            guard !point.hostname.isEmpty else { continue }
            problems += FieldWords.name("\(path).hostname", point.hostname) { Names.subdomainProblems($0) }
            if IPAddressText.isValid(point.hostname) {
                problems.append(
                    .invalid("\(path).hostname", text: point.hostname, "must be a DNS name, not an IP address"))
            }
        }
        return problems
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        guard old == nil, Networking.Ingress(object).metadata.annotations[Self.classAnnotation] != nil else {
            return []
        }
        return ["annotation \"\(Self.classAnnotation)\" is deprecated, please use 'spec.ingressClassName' instead"]
    }
}
