import Objects

/// What the author of a service is told although it is valid.
enum ServiceWarnings {
    static let oldHints = "service.kubernetes.io/topology-aware-hints"
    static let hints = "service.kubernetes.io/topology-mode"

    static func of(_ service: Core.Service) -> [String] {
        let spec = service.spec
        var warnings: [String] = []
        if service.metadata.annotations[oldHints] != nil {
            warnings.append("annotation \(oldHints) is deprecated, please use \(hints) instead")
        }
        if !ServiceNeeds.isHeadless(spec) {
            for (index, address) in spec.clusterIPs.enumerated() {
                warnings += AddressWarnings.address("spec.clusterIPs[\(index)]", address)
            }
        } else {
            if !spec.loadBalancerIP.isEmpty {
                warnings.append("spec.loadBalancerIP is ignored for headless services")
            }
            if !spec.externalIPs.isEmpty { warnings.append("spec.externalIPs is ignored for headless services") }
            if spec.sessionAffinity != "None" {
                warnings.append("spec.SessionAffinity is ignored for headless services")
            }
        }
        if !spec.externalIPs.isEmpty, !ServiceNeeds.isHeadless(spec), spec.type != "ExternalName" {
            warnings.append("spec.externalIPs is deprecated and may no longer be implemented in some clusters")
        }
        if !spec.loadBalancerIP.isEmpty {
            warnings += AddressWarnings.address("spec.loadBalancerIP", spec.loadBalancerIP)
        }
        for (index, address) in spec.externalIPs.enumerated() {
            warnings += AddressWarnings.address("spec.externalIPs[\(index)]", address)
        }
        for (index, network) in spec.loadBalancerSourceRanges.enumerated() {
            warnings += AddressWarnings.network("spec.loadBalancerSourceRanges[\(index)]", network)
        }
        if spec.type == "ExternalName" {
            if !spec.externalIPs.isEmpty {
                warnings.append("spec.externalIPs is ignored when spec.type is \"ExternalName\"")
            }
        } else if !spec.externalName.isEmpty {
            warnings.append("spec.externalName is ignored when spec.type is not \"ExternalName\"")
        }
        if spec.trafficDistribution == "PreferClose" {
            warnings.append("spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"")
        }
        return warnings
    }
}
