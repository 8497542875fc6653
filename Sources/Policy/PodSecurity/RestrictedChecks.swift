import Objects

/// What a hardened pod says on top of the baseline (Pod Security Standards, "Restricted").
enum RestrictedChecks {
    static func privilegeEscalation(_ pod: CheckedPod) -> SecurityViolation? {
        let names = pod.names { $0.security?.allowPrivilegeEscalation != false }
        return names.isEmpty
            ? nil
            : SecurityViolation(
                "allowPrivilegeEscalation != false",
                "\(Words.counted("container", names)) must set securityContext.allowPrivilegeEscalation=false")
    }

    static func capabilities(_ pod: CheckedPod) -> SecurityViolation? {
        let keepers = pod.names { !($0.security?.capabilities?.drop ?? []).contains("ALL") }
        var added: Set<String> = []
        let adders = pod.names { container in
            let extra = Set(container.security?.capabilities?.add ?? []).subtracting(["NET_BIND_SERVICE"])
            added.formUnion(extra)
            return !extra.isEmpty
        }
        var details: [String] = []
        if !keepers.isEmpty {
            details.append(
                "\(Words.counted("container", keepers)) must set securityContext.capabilities.drop=[\"ALL\"]")
        }
        if !adders.isEmpty {
            details.append(
                "\(Words.counted("container", adders)) must not include \(Words.quoted(added.sorted())) in "
                    + "securityContext.capabilities.add")
        }
        return details.isEmpty ? nil : SecurityViolation("unrestricted capabilities", details.joined(separator: "; "))
    }

    private static let volumeTypes: Set<String> = [
        "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected",
        "secret",
    ]

    static func volumes(_ pod: CheckedPod) -> SecurityViolation? {
        var names: [String] = []
        var types: Set<String> = []
        for volume in pod.spec.volumes {
            let source = volume.volumeSource.message
            let set = source.descriptor.fields.enumerated().filter { source[$0.offset] != nil }.map(\.element.name)
            guard let type = set.first(where: { !volumeTypes.contains($0) }) else { continue }
            names.append(volume.name)
            types.insert(type)
        }
        guard !names.isEmpty else { return nil }
        return SecurityViolation(
            "restricted volume types",
            "\(Words.counted("volume", names)) \(names.count == 1 ? "uses" : "use") restricted volume "
                + Words.counted("type", types.sorted()))
    }

    static func nonRoot(_ pod: CheckedPod) -> SecurityViolation? {
        let ofPod = pod.spec.securityContext?.runAsNonRoot
        var setters: [String] = []
        if ofPod == false { setters.append("pod") }
        let refusing = pod.names { $0.security?.runAsNonRoot == false }
        if !refusing.isEmpty { setters.append(Words.counted("container", refusing)) }
        if !setters.isEmpty {
            return SecurityViolation(
                "runAsNonRoot != true",
                "\(setters.joined(separator: " and ")) must not set securityContext.runAsNonRoot=false")
        }
        if ofPod == true { return nil }
        let silent = pod.names { $0.security?.runAsNonRoot == nil }
        return silent.isEmpty
            ? nil
            : SecurityViolation(
                "runAsNonRoot != true",
                "pod or \(Words.counted("container", silent)) must set securityContext.runAsNonRoot=true")
    }

    static func user(_ pod: CheckedPod) -> SecurityViolation? {
        var setters: [String] = []
        if pod.spec.securityContext?.runAsUser == 0 { setters.append("pod") }
        let names = pod.names { $0.security?.runAsUser == 0 }
        if !names.isEmpty { setters.append(Words.counted("container", names)) }
        return setters.isEmpty
            ? nil : SecurityViolation("runAsUser=0", "\(setters.joined(separator: " and ")) must not set runAsUser=0")
    }

    static func seccomp(_ pod: CheckedPod) -> SecurityViolation? {
        let allowed: Set<String> = ["RuntimeDefault", "Localhost"]
        let ofPod = pod.spec.securityContext?.seccompProfile?.type
        var wrong: Set<String> = []
        var setters: [String] = []
        if let ofPod, !allowed.contains(ofPod) {
            setters.append("pod")
            wrong.insert(ofPod)
        }
        let refusing = pod.names { container in
            guard let type = container.security?.seccompProfile?.type, !allowed.contains(type) else { return false }
            wrong.insert(type)
            return true
        }
        if !refusing.isEmpty { setters.append(Words.counted("container", refusing)) }
        if !setters.isEmpty {
            return SecurityViolation(
                "seccompProfile",
                "\(setters.joined(separator: " and ")) must not set securityContext.seccompProfile.type to "
                    + Words.quoted(wrong.sorted()))
        }
        if ofPod != nil { return nil }
        let silent = pod.names { $0.security?.seccompProfile == nil }
        return silent.isEmpty
            ? nil
            : SecurityViolation(
                "seccompProfile",
                "pod or \(Words.counted("container", silent)) must set securityContext.seccompProfile.type to "
                    + "\"RuntimeDefault\" or \"Localhost\"")
    }
}
