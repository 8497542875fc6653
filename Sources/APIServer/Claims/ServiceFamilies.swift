import Objects
import Resources

/// Which families of addresses a service has: what it says, completed by what its addresses say and the cluster has.
enum ServiceFamilies {
    /// - Parameter configured: the cluster's, its own first.
    static func complete(_ spec: inout Core.ServiceSpec, configured: [IPAddress.Family]) -> [FieldProblem] {
        guard ServiceNeeds.clusterIP(spec), let standard = configured.first else { return [] }
        for (index, text) in spec.clusterIPs.enumerated() where index >= spec.ipFamilies.count {
            guard let address = IPAddress(text) else { break }
            spec.ipFamilies.append(address.family.rawValue)
        }
        if spec.ipFamilyPolicy == nil, spec.clusterIPs.count == 2 || spec.ipFamilies.count == 2 {
            spec.ipFamilyPolicy = "RequireDualStack"
        }
        // Nobody chooses pods for it: whoever writes its endpoints may have both.
        if ServiceNeeds.isHeadless(spec), spec.selector.isEmpty {
            if spec.ipFamilies.isEmpty { spec.ipFamilies = [standard.rawValue] }
            if spec.ipFamilyPolicy == nil { spec.ipFamilyPolicy = "RequireDualStack" }
            if spec.ipFamilyPolicy != "SingleStack", spec.ipFamilies.count == 1 {
                spec.ipFamilies.append(spec.ipFamilies[0] == "IPv4" ? "IPv6" : "IPv4")
            }
            return []
        }
        var problems: [FieldProblem] = []
        if spec.ipFamilyPolicy == "RequireDualStack", configured.count < 2 {
            problems.append(
                .invalid(
                    "spec.ipFamilyPolicy", text: "RequireDualStack",
                    "this cluster is not configured for dual-stack services"))
        }
        for (index, family) in spec.ipFamilies.enumerated() where !configured.contains(where: { $0.rawValue == family })
        {
            problems.append(
                .invalid("spec.ipFamilies[\(index)]", text: family, "not configured on this cluster"))
        }
        guard problems.isEmpty else { return problems }
        if spec.ipFamilies.isEmpty { spec.ipFamilies = [standard.rawValue] }
        if spec.ipFamilyPolicy == nil { spec.ipFamilyPolicy = "SingleStack" }
        if spec.ipFamilyPolicy != "SingleStack", spec.ipFamilies.count == 1 {
            spec.ipFamilies += configured.map(\.rawValue).filter { $0 != spec.ipFamilies[0] }
        }
        return []
    }
}
