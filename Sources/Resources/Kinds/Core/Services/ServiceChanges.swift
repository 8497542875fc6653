import Objects

/// What becomes of addresses and ports when a service changes.
enum ServiceChanges {
    /// Puts back what the server gave and the client left out, and takes away what the new type has no use for, unless
    /// the client has changed it.
    static func carry(_ spec: inout Core.ServiceSpec, from old: Core.ServiceSpec) {
        carryAddresses(&spec, from: old)
        carryPorts(&spec, from: old)
        if old.type == "LoadBalancer", spec.type != "LoadBalancer" {
            if spec.allocateLoadBalancerNodePorts == old.allocateLoadBalancerNodePorts {
                spec.allocateLoadBalancerNodePorts = nil
            }
            if spec.loadBalancerClass == old.loadBalancerClass { spec.loadBalancerClass = nil }
        }
        if ServiceNeeds.isExternal(old), !ServiceNeeds.isExternal(spec),
            spec.externalTrafficPolicy == old.externalTrafficPolicy
        {
            spec.externalTrafficPolicy = ""
        }
    }

    private static func carryAddresses(_ spec: inout Core.ServiceSpec, from old: Core.ServiceSpec) {
        switch (ServiceNeeds.clusterIP(old), ServiceNeeds.clusterIP(spec)) {
        case (true, true):
            if spec.clusterIP.isEmpty, spec.clusterIPs.isEmpty || spec.clusterIPs == old.clusterIPs {
                spec.clusterIP = old.clusterIP
            }
            if spec.clusterIPs.isEmpty {
                spec.clusterIPs = spec.clusterIP == old.clusterIP ? old.clusterIPs : [spec.clusterIP]
            } else if spec.clusterIP != old.clusterIP, spec.clusterIPs == old.clusterIPs, !spec.clusterIP.isEmpty {
                // The older field alone was changed: the newer follows.
                spec.clusterIPs = [spec.clusterIP] + spec.clusterIPs.dropFirst()
            }
            if spec.ipFamilies.isEmpty { spec.ipFamilies = old.ipFamilies }
            if spec.ipFamilyPolicy == nil { spec.ipFamilyPolicy = old.ipFamilyPolicy }
            // One family instead of two: the second address goes with it.
            if spec.ipFamilyPolicy == "SingleStack", old.ipFamilyPolicy != "SingleStack" {
                if spec.clusterIPs == old.clusterIPs { spec.clusterIPs = Array(spec.clusterIPs.prefix(1)) }
                if spec.ipFamilies == old.ipFamilies { spec.ipFamilies = Array(spec.ipFamilies.prefix(1)) }
            }
        case (true, false):
            if spec.clusterIPs == old.clusterIPs || spec.clusterIPs.isEmpty, spec.clusterIP == old.clusterIP {
                spec.clusterIP = ""
                spec.clusterIPs = []
            }
            if spec.ipFamilies == old.ipFamilies { spec.ipFamilies = [] }
            if spec.ipFamilyPolicy == old.ipFamilyPolicy { spec.ipFamilyPolicy = nil }
            if spec.internalTrafficPolicy == old.internalTrafficPolicy { spec.internalTrafficPolicy = nil }
        case (false, true):
            if !spec.clusterIP.isEmpty, spec.clusterIPs.isEmpty { spec.clusterIPs = [spec.clusterIP] }
        case (false, false): break
        }
    }

    private static func carryPorts(_ spec: inout Core.ServiceSpec, from old: Core.ServiceSpec) {
        switch (ServiceNeeds.nodePorts(old), ServiceNeeds.nodePorts(spec)) {
        case (true, true):
            var used = Set(old.ports.map(\.nodePort)).intersection(spec.ports.map(\.nodePort))
            var ports = spec.ports
            for (index, port) in ports.enumerated() where port.nodePort == 0 {
                guard let before = old.ports.last(where: { $0.name == port.name })?.nodePort,
                    used.insert(before).inserted
                else { continue }
                ports[index].nodePort = before
            }
            spec.ports = ports
        case (true, false):
            if spec.ports.map(\.nodePort) == old.ports.map(\.nodePort) {
                spec.ports = spec.ports.map { port in
                    var port = port
                    port.nodePort = 0
                    return port
                }
            }
        default: break
        }
        switch (ServiceNeeds.healthCheckPort(old), ServiceNeeds.healthCheckPort(spec)) {
        case (true, true):
            if spec.healthCheckNodePort == 0 { spec.healthCheckNodePort = old.healthCheckNodePort }
        case (true, false):
            if spec.healthCheckNodePort == old.healthCheckNodePort { spec.healthCheckNodePort = 0 }
        default: break
        }
    }

    /// Addresses and their families stay, as long as the service has any; a second may come and go.
    static func problems(_ spec: Core.ServiceSpec, old: Core.ServiceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if old.type != "ExternalName", spec.type != "ExternalName" {
            let (isHeadless, wasHeadless) = (ServiceNeeds.isHeadless(spec), ServiceNeeds.isHeadless(old))
            if !(isHeadless && wasHeadless) { problems += addresses(spec, old: old) }
            if !isHeadless, !wasHeadless { problems += families(spec, old: old) }
        }
        if old.type == "LoadBalancer", spec.type == "LoadBalancer", spec.loadBalancerClass != old.loadBalancerClass {
            problems.append(
                .invalid("spec.loadBalancerClass", spec.loadBalancerClass.map(GoText.quoted) ?? "null", settled))
        }
        if ServiceNeeds.healthCheckPort(old), ServiceNeeds.healthCheckPort(spec),
            old.healthCheckNodePort != spec.healthCheckNodePort
        {
            problems.append(.forbidden("spec.healthCheckNodePort", FieldWords.immutable))
        }
        return problems
    }

    private static let settled = "may not change once set"

    private static func addresses(_ spec: Core.ServiceSpec, old: Core.ServiceSpec) -> [FieldProblem] {
        let path = "spec.clusterIPs"
        let shown = ServiceAddressRules.list(spec.clusterIPs)
        let (now, before) = (spec.clusterIPs, old.clusterIPs)
        if now.count == before.count {
            return now.indices.filter { now[$0] != before[$0] }.map { .invalid("\(path)[\($0)]", shown, settled) }
        }
        var problems: [FieldProblem] = []
        if now.isEmpty { problems.append(.invalid("\(path)[0]", shown, "primary clusterIP can not be unset")) }
        if let first = now.first, let was = before.first, first != was {
            problems.append(.invalid("\(path)[0]", shown, settled))
        }
        return problems + released(spec, now.count, before.count, "clusterIP")
    }

    private static func families(_ spec: Core.ServiceSpec, old: Core.ServiceSpec) -> [FieldProblem] {
        let path = "spec.ipFamilies[0]"
        let (now, before) = (spec.ipFamilies, old.ipFamilies)
        if now.count == before.count {
            return now.indices.filter { now[$0] != before[$0] }.map { _ in
                .invalid(path, ServiceAddressRules.list(now), settled)
            }
        }
        var problems: [FieldProblem] = []
        if now.count < before.count, spec.clusterIPs.isEmpty {
            problems.append(
                .invalid(path, ServiceAddressRules.list(now), "primary ipFamily can not be unset"))
        }
        if let first = now.first, let was = before.first, first != was {
            problems.append(.invalid(path, ServiceAddressRules.list(spec.clusterIPs), settled))
        }
        return problems + released(spec, now.count, before.count, "ipFamily")
    }

    /// Who gives back the second of two says that one is enough.
    private static func released(_ spec: Core.ServiceSpec, _ now: Int, _ before: Int, _ what: String) -> [FieldProblem]
    {
        guard now == 1, before > now, spec.ipFamilyPolicy != "SingleStack" else { return [] }
        return [
            .invalid(
                "spec.ipFamilyPolicy", spec.ipFamilyPolicy.map(GoText.quoted) ?? "null",
                "must be set to 'SingleStack' when releasing the secondary \(what)")
        ]
    }
}
