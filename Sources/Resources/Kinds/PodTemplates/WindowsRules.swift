import Objects

/// Pods for Windows nodes, and what pods for one system cannot have of the other's.
enum WindowsRules {
    private static let credentialLimitKiB = 64
    private static let domainLimitCharacters = 256
    private static let userLimitCharacters = 104
    private static let foreign = "cannot be set for a windows pod"

    static func options(_ options: Core.WindowsSecurityContextOptions?, _ path: String) -> [FieldProblem] {
        guard let options else { return [] }
        var problems: [FieldProblem] = []
        if let name = options.gmsaCredentialSpecName {
            problems += FieldWords.name("\(path).gmsaCredentialSpecName", name) { Names.subdomainProblems($0) }
        }
        if let text = options.gmsaCredentialSpec {
            let at = "\(path).gmsaCredentialSpec"
            if text.isEmpty {
                problems.append(.invalid(at, text: text, "gmsaCredentialSpec cannot be an empty string"))
            } else if text.utf8.count > credentialLimitKiB * 1024 {
                problems.append(
                    .invalid(at, text: text, "gmsaCredentialSpec size must be under \(credentialLimitKiB) KiB"))
            }
        }
        if let user = options.runAsUserName {
            problems += userProblems(user).map { .invalid("\(path).runAsUserName", text: user, $0) }
        }
        return problems
    }

    private static func userProblems(_ text: String) -> [String] {
        if text.isEmpty { return ["runAsUserName cannot be an empty string"] }
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
            return ["runAsUserName cannot contain control characters"]
        }
        let parts = text.split(separator: "\\", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 2 { return ["runAsUserName cannot contain more than one backslash"] }
        let domain = parts.count == 2 ? parts.first : nil
        let user = parts.last ?? ""
        var problems: [String] = []
        if let domain {
            if domain.utf8.count >= domainLimitCharacters {
                problems.append("runAsUserName's Domain length must be under \(domainLimitCharacters) characters")
            }
            if !isNetBIOS(domain), !isDomain(domain) {
                problems.append("runAsUserName's Domain doesn't match the NetBios nor the DNS format")
            }
        }
        if user.isEmpty {
            problems.append("runAsUserName's User cannot be empty")
        } else if user.utf8.count > userLimitCharacters {
            problems.append("runAsUserName's User length must not be longer than \(userLimitCharacters) characters")
        }
        if !user.isEmpty, user.allSatisfy({ $0 == "." || $0 == " " }) {
            problems.append("runAsUserName's User cannot contain only periods or spaces")
        }
        let refused = "\"/\\:;|=,+*?<>@[]"
        if user.contains(where: refused.contains) {
            problems.append("runAsUserName's User cannot contain the following characters: \(refused)")
        }
        return problems
    }

    private static func isNetBIOS(_ domain: String) -> Bool {
        let isShort = (1...15).contains(domain.unicodeScalars.count)
        return isShort && !domain.hasPrefix(".") && !domain.contains(where: "\\/:*?\"<>|".contains)
    }

    private static func isDomain(_ domain: String) -> Bool {
        domain.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            Names.labelProblems($0.lowercased()).isEmpty
        }
    }

    /// Containers that are processes of the node itself: all of a pod's, or none.
    static func hostProcesses(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        let ofPod = spec.securityContext?.windowsOptions?.hostProcess
        let containers = spec.containerPaths(path)
        var problems: [FieldProblem] = []
        var count = 0
        for (at, container) in containers {
            let own = container.securityContext?.windowsOptions?.hostProcess
            if let ofPod, let own, own != ofPod {
                problems.append(
                    .invalid(
                        "\(at).securityContext.windowsOptions.hostProcess", String(own),
                        "pod hostProcess value must be identical if both are specified, was \(ofPod)"))
            }
            if own ?? ofPod == true { count += 1 }
        }
        guard count > 0 else { return problems }
        if count != containers.count {
            problems.append(
                .invalid(
                    path, text: "",
                    "If pod contains any hostProcess containers then all containers must be HostProcess containers"))
        }
        if !spec.hostNetwork {
            problems.append(
                .invalid(
                    "\(path).hostNetwork", "false",
                    "hostNetwork must be true if pod contains any hostProcess containers"))
        }
        return problems
    }

    /// What the pod's system does not have.
    static func system(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        guard let os = spec.os else { return [] }
        switch os.name {
        case "": return [.required("\(path).os.name")]
        case "linux": return linux(spec, path)
        case "windows": return windows(spec, path)
        default: return [.notSupported("\(path).os", GoText.quoted(os.name), ["linux", "windows"])]
        }
    }

    private static func linux(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        let words = "windows options cannot be set for a linux pod"
        let pod: [FieldProblem] =
            spec.securityContext?.windowsOptions == nil
            ? [] : [.forbidden("\(path).securityContext.windowsOptions", words)]
        let found = spec.containerPaths(path).filter { $0.container.securityContext?.windowsOptions != nil }
        return pod + found.map { .forbidden("\($0.path).securityContext.windowsOptions", words) }
    }

    private static func windows(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for field in ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace"] where spec.message[field] != nil {
            problems.append(.forbidden("\(path).\(field)", foreign))
        }
        let ofPod = [
            "appArmorProfile", "seLinuxOptions", "seccompProfile", "fsGroup", "fsGroupChangePolicy", "sysctls",
            "runAsUser", "runAsGroup", "supplementalGroups", "supplementalGroupsPolicy", "seLinuxChangePolicy",
        ]
        if let context = spec.securityContext {
            for field in ofPod where context.message[field] != nil {
                problems.append(.forbidden("\(path).securityContext.\(field)", foreign))
            }
        }
        let ofContainer = [
            "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem",
            "privileged", "allowPrivilegeEscalation", "procMount", "runAsUser", "runAsGroup",
        ]
        for (at, container) in spec.containerPaths(path) {
            guard let context = container.securityContext else { continue }
            for field in ofContainer where context.message[field] != nil {
                problems.append(.forbidden("\(at).securityContext.\(field)", foreign))
            }
        }
        return problems
    }
}
