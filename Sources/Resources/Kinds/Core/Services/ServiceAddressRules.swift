public import Objects

/// How a service's addresses, their families and the policy about these fit together.
public enum ServiceAddressRules {
    public static func list(_ texts: [String]) -> String {
        texts.isEmpty ? "null" : "[\(texts.map(GoText.quoted).joined(separator: ","))]"
    }

    public static func problems(_ spec: Core.ServiceSpec) -> [FieldProblem] {
        guard spec.type != "ExternalName" else { return [] }
        let path = "spec.clusterIPs"
        let shown = list(spec.clusterIPs)
        var problems: [FieldProblem] = []
        if spec.clusterIP.isEmpty {
            if !spec.clusterIPs.isEmpty {
                problems.append(.invalid(path, shown, "must be empty when `clusterIP` is not specified"))
            }
        } else if spec.clusterIPs.isEmpty {
            problems.append(.required(path))
        } else if spec.clusterIPs.first != spec.clusterIP {
            problems.append(.invalid(path, shown, "first value must match `clusterIP`"))
        }
        problems += families(spec)
        let (found, areReadable) = addresses(spec.clusterIPs, path, shown)
        problems += found
        if spec.clusterIPs.count > 2 { problems.append(.invalid(path, shown, "may only hold up to 2 values")) }
        guard areReadable else { return problems }
        let addresses = spec.clusterIPs.compactMap { IPAddress($0) }
        if addresses.count > 1, Set(addresses.map(\.family)).count < addresses.count {
            problems.append(.invalid(path, shown, "may specify no more than one IP for each IP family"))
        }
        for (index, (address, family)) in zip(addresses, spec.ipFamilies).enumerated()
        where address.family.rawValue != family && IPAddress.Family(rawValue: family) != nil {
            problems.append(
                .invalid(
                    "\(path)[\(index)]", text: spec.clusterIPs[index],
                    "expected an \(family) value as indicated by `ipFamilies[\(index)]`"))
        }
        return problems
    }

    private static func addresses(_ texts: [String], _ path: String, _ shown: String) -> ([FieldProblem], Bool) {
        var problems: [FieldProblem] = []
        for (index, text) in texts.enumerated() {
            if index == 0, text == ServiceNeeds.noAddress {
                if texts.count > 1 {
                    problems.append(.invalid(path, shown, "'None' must be the first and only value"))
                }
            } else {
                problems += FieldWords.strictAddress("\(path)[\(index)]", text)
            }
        }
        return (problems, problems.isEmpty)
    }

    private static func families(_ spec: Core.ServiceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, family) in spec.ipFamilies.enumerated() {
            let path = "spec.ipFamilies[\(index)]"
            problems += FieldWords.oneOf(path, family, ["IPv4", "IPv6"])
            if spec.ipFamilies[..<index].contains(family) { problems.append(.duplicate(path, family)) }
        }
        if let policy = spec.ipFamilyPolicy {
            problems += FieldWords.oneOf(
                "spec.ipFamilyPolicy", policy, ["PreferDualStack", "RequireDualStack", "SingleStack"])
        }
        return problems
    }
}
