public import Objects

/// Addresses and node ports are the server's to give, between what is prepared here and what is validated.
public struct ServiceRules: ResourceRules {
    /// The older form of `spec.loadBalancerSourceRanges`.
    private static let sourceRanges = "service.beta.kubernetes.io/load-balancer-source-ranges"
    private static let affinitySeconds = 10800
    private static let longestAffinitySeconds = 86400

    public func problemsWithName(_ name: String, isPrefix: Bool) -> [String] {
        Names.labelProblems(name, isPrefix: isPrefix)
    }

    public func setDefaults(_ object: inout Message) {
        var service = Core.Service(object)
        if service.spec.sessionAffinity.isEmpty { service.spec.sessionAffinity = "None" }
        if service.spec.sessionAffinity == "None" { service.spec.sessionAffinityConfig = nil }
        if service.spec.sessionAffinity == "ClientIP",
            service.spec.sessionAffinityConfig?.clientIP?.timeoutSeconds == nil
        {
            var config = Core.SessionAffinityConfig()
            var client = Core.ClientIPConfig()
            client.timeoutSeconds = Self.affinitySeconds
            config.clientIP = client
            service.spec.sessionAffinityConfig = config
        }
        if service.spec.type.isEmpty { service.spec.type = "ClusterIP" }
        if !service.spec.ports.isEmpty {
            service.spec.ports = service.spec.ports.map { port in
                var port = port
                if port.protocol.isEmpty { port.protocol = "TCP" }
                if port.targetPort == .int(0) || port.targetPort == .string("") { port.targetPort = .int(port.port) }
                return port
            }
        }
        if ServiceNeeds.isExternal(service.spec), service.spec.externalTrafficPolicy.isEmpty {
            service.spec.externalTrafficPolicy = "Cluster"
        }
        if ServiceNeeds.clusterIP(service.spec), service.spec.internalTrafficPolicy == nil {
            service.spec.internalTrafficPolicy = "Cluster"
        }
        if service.spec.type == "LoadBalancer", service.spec.allocateLoadBalancerNodePorts == nil {
            service.spec.allocateLoadBalancerNodePorts = true
        }
        if service.status.loadBalancer.ingress.contains(where: { !$0.ip.isEmpty && $0.ipMode == nil }) {
            service.status.loadBalancer.ingress = service.status.loadBalancer.ingress.map { ingress in
                var ingress = ingress
                if !ingress.ip.isEmpty, ingress.ipMode == nil { ingress.ipMode = "VIP" }
                return ingress
            }
        }
        object = service.message
    }

    public func prepareForCreate(_ object: inout Message) {
        var service = Core.Service(object)
        if !service.spec.clusterIP.isEmpty, service.spec.clusterIPs.isEmpty {
            service.spec.clusterIPs = [service.spec.clusterIP]
        }
        object = service.message
    }

    public func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        guard subresource != .status else { return }
        var service = Core.Service(object)
        ServiceChanges.carry(&service.spec, from: Core.Service(old).spec)
        object = service.message
    }

    public func validate(_ object: Message) -> [FieldProblem] {
        let service = Core.Service(object)
        let spec = service.spec
        var problems = hints(service.metadata.annotations)
        if spec.ports.isEmpty, !ServiceNeeds.isHeadless(spec), spec.type != "ExternalName" {
            problems.append(.required("spec.ports"))
        }
        problems += type(spec) + ports(spec) + MetadataRules.labels(spec.selector, "spec.selector") + affinity(spec)
        problems += ServiceAddressRules.problems(spec)
        for (index, text) in spec.externalIPs.enumerated() {
            let path = "spec.externalIPs[\(index)]"
            let found = FieldWords.strictAddress(path, text)
            problems += found.isEmpty ? FieldWords.reachable(path, text) : found
        }
        problems += FieldWords.oneOf(
            "spec.type", spec.type, ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], isRequired: true)
        problems += repeatedPorts(spec) + balancer(service)
        return problems + traffic(spec)
    }

    /// Both of the two names of the annotation say the same.
    private func hints(_ annotations: StringMap<String>) -> [FieldProblem] {
        let (name, older) = (ServiceWarnings.hints, ServiceWarnings.oldHints)
        guard let mode = annotations[name], let hints = annotations[older], mode != hints else { return [] }
        return [
            .invalid(
                "metadata.annotations[\(name)]", text: mode,
                "must match annotations[\(older)] when both are specified")
        ]
    }

    public func warnings(_ object: Message, old: Message?) -> [String] {
        if let old, old["spec"] == object["spec"], old["status"] != object["status"] { return [] }
        return ServiceWarnings.of(Core.Service(object))
    }

    public func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let service = Core.Service(object)
        return subresource == .status
            ? status(service) : ServiceChanges.problems(service.spec, old: Core.Service(old).spec)
    }

    private func type(_ spec: Core.ServiceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let isHeadless = ServiceNeeds.isHeadless(spec)
        switch spec.type {
        case "LoadBalancer", "NodePort":
            if isHeadless {
                problems.append(
                    .invalid(
                        "spec.clusterIPs[0]", text: ServiceNeeds.noAddress,
                        "may not be set to 'None' for \(spec.type) services"))
            }
        case "ExternalName":
            let words = "may not be set for ExternalName services"
            if !spec.clusterIPs.isEmpty { problems.append(.forbidden("spec.clusterIPs", words)) }
            if !spec.ipFamilies.isEmpty { problems.append(.forbidden("spec.ipFamilies", words)) }
            if spec.ipFamilyPolicy != nil { problems.append(.forbidden("spec.ipFamilyPolicy", words)) }
            let name = spec.externalName.hasSuffix(".") ? String(spec.externalName.dropLast()) : spec.externalName
            problems +=
                name.isEmpty
                ? [.required("spec.externalName")]
                : FieldWords.name("spec.externalName", name) { Names.subdomainProblems($0) }
        default: break
        }
        return problems
    }

    private func ports(_ spec: Core.ServiceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var names: Set<String> = []
        for (index, port) in spec.ports.enumerated() {
            let path = "spec.ports[\(index)]"
            if port.name.isEmpty {
                if spec.ports.count > 1 { problems.append(.required("\(path).name")) }
            } else {
                problems += FieldWords.name("\(path).name", port.name) { Names.labelProblems($0) }
                if !names.insert(port.name).inserted { problems.append(.duplicate("\(path).name", port.name)) }
            }
            problems += FieldWords.port("\(path).port", .int(port.port))
            problems += FieldWords.oneOf("\(path).protocol", port.protocol, ["SCTP", "TCP", "UDP"], isRequired: true)
            problems += FieldWords.port("\(path).targetPort", port.targetPort)
            if let name = port.appProtocol {
                problems += FieldWords.name("\(path).appProtocol", name, Names.qualifiedNameProblems)
            }
        }
        return problems
    }

    private func repeatedPorts(_ spec: Core.ServiceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var ports: Set<[String]> = []
        var nodePorts: Set<[String]> = []
        for (index, port) in spec.ports.enumerated() where port.nodePort != 0 {
            let path = "spec.ports[\(index)].nodePort"
            if spec.type == "ClusterIP" {
                problems.append(.forbidden(path, "may not be used when `type` is 'ClusterIP'"))
            }
            if !nodePorts.insert([port.protocol, String(port.nodePort)]).inserted {
                problems.append(.duplicate(path, shown: String(port.nodePort)))
            }
        }
        for (index, port) in spec.ports.enumerated()
        where !ports.insert([port.protocol, String(port.port)]).inserted {
            problems.append(
                .duplicate(
                    "spec.ports[\(index)]",
                    shown: "{\"Name\":\"\",\"Protocol\":\(GoText.quoted(port.protocol)),"
                        + "\"AppProtocol\":null,\"Port\":\(port.port),\"TargetPort\":0,\"NodePort\":0}"))
        }
        return problems
    }

    private func affinity(_ spec: Core.ServiceSpec) -> [FieldProblem] {
        var problems = FieldWords.oneOf(
            "spec.sessionAffinity", spec.sessionAffinity, ["ClientIP", "None"], isRequired: true)
        let path = "spec.sessionAffinityConfig"
        if spec.sessionAffinity == "None", spec.sessionAffinityConfig != nil {
            problems.append(.forbidden(path, "must not be set when session affinity is None"))
        }
        guard spec.sessionAffinity == "ClientIP" else { return problems }
        guard let seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds else {
            return problems + [.required(path, "when session affinity type is ClientIP")]
        }
        if !(1...Self.longestAffinitySeconds).contains(seconds) {
            problems.append(
                .invalid(
                    "\(path).clientIP.timeoutSeconds", String(seconds),
                    "must be greater than 0 and less than \(Self.longestAffinitySeconds)"))
        }
        return problems
    }

    private func balancer(_ service: Core.Service) -> [FieldProblem] {
        let spec = service.spec
        let words = "may only be used when `type` is 'LoadBalancer'"
        let isBalanced = spec.type == "LoadBalancer"
        var problems: [FieldProblem] = []
        func ranges(_ path: String, _ texts: [Substring], _ place: (Int) -> String) {
            if !isBalanced { problems.append(.forbidden(path, words)) }
            for (index, text) in texts.enumerated() {
                // Space around them is part of the interface.
                problems += FieldWords.strictNetwork(place(index), trimmed(text))
            }
        }
        if !spec.loadBalancerSourceRanges.isEmpty {
            let path = "spec.LoadBalancerSourceRanges"
            ranges(path, spec.loadBalancerSourceRanges.map { $0[...] }) { "\(path)[\($0)]" }
        } else if let text = service.metadata.annotations[Self.sourceRanges] {
            let path = "metadata.annotations[\(Self.sourceRanges)]"
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            ranges(path, trimmed(text[...]).isEmpty ? [] : parts) { _ in path }
        }
        switch (isBalanced, spec.allocateLoadBalancerNodePorts) {
        case (false, _?): problems.append(.forbidden("spec.allocateLoadBalancerNodePorts", words))
        case (true, nil): problems.append(.required("allocateLoadBalancerNodePorts"))
        default: break
        }
        if let name = spec.loadBalancerClass {
            problems +=
                isBalanced
                ? FieldWords.name("spec.loadBalancerClass", name, Names.qualifiedNameProblems)
                : [.forbidden("spec.loadBalancerClass", words)]
        }
        return problems
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private func traffic(_ spec: Core.ServiceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if ServiceNeeds.isExternal(spec) {
            problems += FieldWords.oneOf(
                "spec.externalTrafficPolicy", spec.externalTrafficPolicy, ["Cluster", "Local"], isRequired: true)
        } else if !spec.externalTrafficPolicy.isEmpty {
            problems.append(
                .invalid(
                    "spec.externalTrafficPolicy", text: spec.externalTrafficPolicy,
                    "may only be set for externally-accessible services"))
        }
        let port = spec.healthCheckNodePort
        if ServiceNeeds.healthCheckPort(spec) {
            problems +=
                port == 0
                ? [.required("spec.healthCheckNodePort")]
                : FieldWords.port("spec.healthCheckNodePort", .int(port))
        } else if port != 0 {
            problems.append(
                .invalid(
                    "spec.healthCheckNodePort", String(port),
                    "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"))
        }
        if let policy = spec.internalTrafficPolicy {
            problems += FieldWords.oneOf("spec.internalTrafficPolicy", policy, ["Cluster", "Local"])
        } else if ServiceNeeds.clusterIP(spec) {
            problems.append(.required("spec.internalTrafficPolicy"))
        }
        if let distribution = spec.trafficDistribution {
            problems += FieldWords.oneOf(
                "spec.trafficDistribution", distribution, ["PreferClose", "PreferSameZone", "PreferSameNode"])
        }
        return problems
    }

    private func status(_ service: Core.Service) -> [FieldProblem] {
        let ingress = service.status.loadBalancer.ingress
        let path = "status.loadBalancer.ingress"
        if service.spec.type != "LoadBalancer", !ingress.isEmpty {
            return [.forbidden(path, "may only be used when `spec.type` is 'LoadBalancer'")]
        }
        var problems: [FieldProblem] = []
        for (index, entry) in ingress.enumerated() {
            let at = "\(path)[\(index)]"
            if !entry.ip.isEmpty {
                problems += FieldWords.strictAddress("\(at).ip", entry.ip)
                if entry.ipMode == nil {
                    problems.append(.required("\(at).ipMode", "must be specified when `ip` is set"))
                }
            }
            if let mode = entry.ipMode {
                if entry.ip.isEmpty {
                    problems.append(.forbidden("\(at).ipMode", "may not be specified when `ip` is not set"))
                }
                problems += FieldWords.oneOf("\(at).ipMode", mode, ["Proxy", "VIP"])
            }
            if !entry.hostname.isEmpty {
                problems += FieldWords.name("\(at).hostname", entry.hostname) { Names.subdomainProblems($0) }
                if IPAddress(entry.hostname) != nil {
                    problems.append(
                        .invalid("\(at).hostname", text: entry.hostname, "must be a DNS name, not an IP address"))
                }
            }
        }
        return problems
    }
}
