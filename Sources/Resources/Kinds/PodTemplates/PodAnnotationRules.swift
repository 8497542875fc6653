import Objects

/// Annotations of pods that mean something: older forms of fields, and what the node and controllers write.
public enum PodAnnotationRules {
    /// Of a pod that stands for one of its node's own.
    public static let mirror = "kubernetes.io/config.mirror"
    static let deletionCost = "controller.kubernetes.io/pod-deletion-cost"
    static let seccompOfPod = "seccomp.security.alpha.kubernetes.io/pod"
    static let seccompPrefix = "container.seccomp.security.alpha.kubernetes.io/"
    static let appArmorPrefix = "container.apparmor.security.beta.kubernetes.io/"

    /// - Parameters:
    ///   - path: of the annotations.
    ///   - checksCost: false: it was not valid before, and need not be now.
    static func problems(
        _ annotations: StringMap<String>, _ spec: Core.PodSpec, _ path: String, checksCost: Bool = true
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let value = annotations[mirror], spec.nodeName.isEmpty {
            problems.append(
                .invalid(
                    "\(path)[\(mirror)]", text: value, "must set spec.nodeName if mirror pod annotation is set"))
        }
        if checksCost, let cost = annotations[deletionCost], !isCost(cost) {
            problems.append(.invalid("\(path)[\(deletionCost)]", text: cost, "must be a 32bit integer"))
        }
        for entry in annotations.entries {
            if entry.key == seccompOfPod || entry.key.hasPrefix(seccompPrefix) {
                problems += seccomp(entry.value, "\(path).\(entry.key)")
            }
            guard entry.key.hasPrefix(appArmorPrefix) else { continue }
            let name = String(entry.key.dropFirst(appArmorPrefix.count))
            if !spec.containerPaths("").contains(where: { $0.container.name == name }) {
                problems.append(.invalid("\(path)[\(entry.key)]", text: name, "container not found"))
            }
            if !entry.value.isEmpty, entry.value != "runtime/default", entry.value != "unconfined",
                !entry.value.hasPrefix("localhost/")
            {
                problems.append(
                    .invalid(
                        "\(path)[\(entry.key)]", text: entry.value,
                        "invalid AppArmor profile name: \(GoText.quoted(entry.value))"))
            }
        }
        return problems
    }

    static func isCost(_ text: String) -> Bool {
        if text.hasPrefix("+") || (text.hasPrefix("0") && text != "0") { return false }
        return Int32(text) != nil
    }

    private static func seccomp(_ profile: String, _ path: String) -> [FieldProblem] {
        if ["runtime/default", "docker/default", "unconfined"].contains(profile) { return [] }
        let prefix = "localhost/"
        if profile.hasPrefix(prefix) {
            return FieldWords.descendingPath(path, String(profile.dropFirst(prefix.count)))
        }
        return [.invalid(path, text: profile, "must be a valid seccomp profile")]
    }

    /// What was said by annotation and by field must be the same, when it is new.
    ///
    /// - Parameter path: of the specification.
    static func agreement(_ annotations: StringMap<String>, _ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        if annotations.isEmpty { return [] }
        var problems: [FieldProblem] = []
        let ofPod = spec.securityContext
        func compare(
            _ kind: String, _ field: String, _ annotation: String?, _ type: String, _ file: String?, _ at: String
        ) {
            guard let annotation else { return }
            let at = "\(at).securityContext.\(field)"
            switch type {
            case "Unconfined" where annotation == "unconfined": return
            case "RuntimeDefault" where annotation == "runtime/default": return
            case "RuntimeDefault" where annotation == "docker/default" && kind == "seccomp": return
            case "Localhost" where annotation.hasPrefix("localhost/"):
                if file == String(annotation.dropFirst("localhost/".count)) { return }
                problems.append(
                    .forbidden("\(at).localhostProfile", "\(kind) profile in annotation and field must match"))
            case "Unconfined", "RuntimeDefault", "Localhost":
                problems.append(.forbidden("\(at).type", "\(kind) type in annotation and field must match"))
            default: return
            }
        }
        if let profile = ofPod?.seccompProfile {
            compare(
                "seccomp", "seccompProfile", annotations[seccompOfPod], profile.type, profile.localhostProfile, path)
        }
        for (at, container) in spec.containerPaths(path) {
            if let profile = container.securityContext?.seccompProfile {
                compare(
                    "seccomp", "seccompProfile", annotations[seccompPrefix + container.name], profile.type,
                    profile.localhostProfile, at)
            }
            guard spec.os?.name != "windows",
                let profile = container.securityContext?.appArmorProfile ?? ofPod?.appArmorProfile
            else { continue }
            compare(
                "apparmor", "appArmorProfile", annotations[appArmorPrefix + container.name], profile.type,
                profile.localhostProfile, at)
        }
        return problems
    }

    /// What no update may add, take away or change.
    static func changes(_ new: StringMap<String>, old: StringMap<String>, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for entry in old.entries where new[entry.key] != entry.value {
            if entry.key.hasPrefix(appArmorPrefix) {
                problems.append(
                    .forbidden("\(path)[\(entry.key)]", "may not remove or update AppArmor annotations"))
            }
            if entry.key == mirror {
                problems.append(
                    .forbidden("\(path)[\(entry.key)]", "may not remove or update mirror pod annotation"))
            }
        }
        for entry in new.entries where old[entry.key] == nil {
            if entry.key.hasPrefix(appArmorPrefix) {
                problems.append(.forbidden("\(path)[\(entry.key)]", "may not add AppArmor annotations"))
            }
            if entry.key == mirror {
                problems.append(.forbidden("\(path)[\(entry.key)]", "may not add mirror pod annotation"))
            }
        }
        return problems
    }
}
