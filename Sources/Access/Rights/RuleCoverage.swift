/// Whether what somebody may do covers what he wants to give away.
public enum RuleCoverage {
    /// The parts of `wanted` that no rule of `held` covers, each with one verb and one resource or path.
    ///
    /// - Throws: `TooManyRights` when `wanted` falls apart into more parts than `AccessLimits.brokenDownRules`.
    public static func missing(of wanted: [AccessRule], from held: [AccessRule]) throws(TooManyRights) -> [AccessRule] {
        var missing: [AccessRule] = []
        var budget = AccessLimits.brokenDownRules
        for rule in wanted {
            // What one rule covers as it stands need not be taken apart.
            if held.contains(where: { covers($0, rule) }) { continue }
            let parts = count(rule)
            guard parts <= budget else { throw TooManyRights() }
            budget -= parts
            forEachPart(of: rule) { part in
                if !held.contains(where: { covers($0, part) }) { missing.append(part) }
            }
        }
        return missing
    }

    /// A role that is too large to be checked.
    public struct TooManyRights: Error, Sendable {}

    /// Whether one rule allows all that another does. An empty list in `wanted` is covered by any.
    static func covers(_ held: AccessRule, _ wanted: AccessRule) -> Bool {
        guard hasAll(held.verbs, wanted.verbs), hasAll(held.groups, wanted.groups) else { return false }
        guard coversResources(held.resources, wanted.resources) else { return false }
        guard wanted.paths.allSatisfy({ path in held.paths.contains { AccessRule.path($0, covers: path) } }) else {
            return false
        }
        if held.names.isEmpty { return true }
        return !wanted.names.isEmpty && wanted.names.allSatisfy(held.names.contains)
    }

    private static func hasAll(_ held: [String], _ wanted: [String]) -> Bool {
        held.contains("*") || wanted.allSatisfy(held.contains)
    }

    private static func coversResources(_ held: [String], _ wanted: [String]) -> Bool {
        if held.contains("*") { return true }
        return wanted.allSatisfy { resource in
            if held.contains(resource) { return true }
            guard let slash = resource.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
            return held.contains("*" + resource[slash...])
        }
    }

    /// How many parts `forEachPart` gives; no more than Int.max.
    private static func count(_ rule: AccessRule) -> Int {
        var resources = 1
        for factor in [rule.groups.count, rule.resources.count, rule.verbs.count, max(1, rule.names.count)] {
            let (product, overflow) = resources.multipliedReportingOverflow(by: factor)
            if overflow { return Int.max }
            resources = product
        }
        let (paths, overflow) = rule.paths.count.multipliedReportingOverflow(by: rule.verbs.count)
        let (sum, carry) = resources.addingReportingOverflow(paths)
        return overflow || carry ? Int.max : sum
    }

    private static func forEachPart(of rule: AccessRule, _ body: (AccessRule) -> Void) {
        for group in rule.groups {
            for resource in rule.resources {
                for verb in rule.verbs {
                    let part = AccessRule(verbs: [verb], groups: [group], resources: [resource])
                    if rule.names.isEmpty { body(part) }
                    for name in rule.names {
                        var named = part
                        named.names = [name]
                        body(named)
                    }
                }
            }
        }
        for path in rule.paths {
            for verb in rule.verbs { body(AccessRule(verbs: [verb], paths: [path])) }
        }
    }

    /// Rules on one resource that differ in nothing but their verbs become one; others stay as they are.
    static func compact(_ rules: [AccessRule]) -> [AccessRule] {
        struct Key: Hashable {
            let group: String
            let resource: String
            let names: [String]
        }
        var compacted: [AccessRule] = []
        var places: [Key: Int] = [:]
        for rule in rules {
            guard rule.groups.count == 1, rule.resources.count == 1, rule.names.count < 2, rule.paths.isEmpty else {
                compacted.append(rule)
                continue
            }
            let key = Key(group: rule.groups[0], resource: rule.resources[0], names: rule.names)
            if let place = places[key] {
                compacted[place].verbs += rule.verbs.filter { !compacted[place].verbs.contains($0) }
            } else {
                places[key] = compacted.count
                compacted.append(rule)
            }
        }
        return compacted
    }
}
