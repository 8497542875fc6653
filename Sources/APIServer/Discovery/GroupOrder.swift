/// In which order groups and their versions are shown, and with which priorities they are registered (Kubernetes'
/// `APIService`: of two groups with one resource's name clients take the one with the higher priority).
enum GroupOrder {
    /// Priorities of groups; those of custom resources come last.
    private static let groups: [String: Int] = [
        "": 18000, "apiregistration.k8s.io": 18000, "apps": 17800, "events.k8s.io": 17750,
        "authentication.k8s.io": 17700, "authorization.k8s.io": 17600, "autoscaling": 17500, "batch": 17400,
        "certificates.k8s.io": 17300, "networking.k8s.io": 17200, "policy": 17100,
        "rbac.authorization.k8s.io": 17000, "storage.k8s.io": 16800, "admissionregistration.k8s.io": 16700,
        "apiextensions.k8s.io": 16700, "scheduling.k8s.io": 16600, "coordination.k8s.io": 16500,
        "node.k8s.io": 16300, "discovery.k8s.io": 16200, "resource.k8s.io": 16200,
        "flowcontrol.apiserver.k8s.io": 16100,
    ]
    private static let customPriority = 1000

    static func priority(_ group: String) -> Int { groups[group] ?? customPriority }

    /// Of a version within its group.
    static func versionPriority(_ group: String, _ version: String) -> Int {
        switch (group, version) {
        case ("", _): 1
        case ("autoscaling", "v2"): 30
        case ("flowcontrol.apiserver.k8s.io", _): 21
        case ("resource.k8s.io", _): 20
        default: groups[group] == nil ? 100 : 15
        }
    }

    static func precedes(_ a: String, _ b: String) -> Bool {
        let (first, second) = (priority(a), priority(b))
        return first == second ? a < b : first > second
    }

    /// The stable ones first, then beta, then alpha, the newest first of each; other names last, in their order
    /// (Kubernetes, "Version priority").
    static func versionPrecedes(_ a: String, _ b: String) -> Bool {
        switch (parts(a), parts(b)) {
        case (nil, nil): a < b
        case (nil, _?): false
        case (_?, nil): true
        case (let first?, let second?):
            first.stage != second.stage
                ? first.stage > second.stage
                : (first.major, first.minor) > (second.major, second.minor)
        }
    }

    /// `v2beta3`: 2, beta, 3; nil: another name.
    private static func parts(_ version: String) -> (major: Int, stage: Int, minor: Int)? {
        var rest = version.utf8[...]
        guard rest.popFirst() == UInt8(ascii: "v"), let major = number(&rest) else { return nil }
        if rest.isEmpty { return (major, 2, 0) }
        for (stage, name) in ["alpha", "beta"].enumerated() where rest.starts(with: name.utf8) {
            rest = rest.dropFirst(name.utf8.count)
            guard let minor = number(&rest), rest.isEmpty else { return nil }
            return (major, stage, minor)
        }
        return nil
    }

    private static func number(_ text: inout Substring.UTF8View) -> Int? {
        let digits = text.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty, digits.count < 9 else { return nil }
        text = text.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
}
