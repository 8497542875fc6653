import Objects

/// A container's environment, and what it takes from the pod's own fields.
enum EnvironmentRules {
    /// Fields of the pod that are known at all: others have no meaning in a `fieldPath`.
    private static let knownFields: Set<String> = [
        "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid", "spec.host",
        "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "status.hostIP",
        "status.hostIPs", "status.phase", "status.podIP", "status.podIPs",
    ]
    static let environmentFields = [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ]
    static let volumeFields = [
        "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid",
    ]
    private static let resources = [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage",
        "requests.memory",
    ]

    static func problems(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        container.env.enumerated().flatMap { variable($1, "\(path).env[\($0)]") }
            + container.envFrom.enumerated().flatMap {
                source($1, "\(path).envFrom[\($0)]", list: "\(path).envFrom")
            }
    }

    private static func nameProblems(_ name: String) -> [String] {
        let isPrintable = name.utf8.allSatisfy { (0x20...0x7e).contains($0) && $0 != UInt8(ascii: "=") }
        return isPrintable && !name.isEmpty
            ? [] : ["a valid environment variable name must consist only of printable ASCII characters other than '='"]
    }

    private static func variable(_ variable: Core.EnvVar, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if variable.name.isEmpty {
            problems.append(.required("\(path).name"))
        } else {
            problems += FieldWords.name("\(path).name", variable.name, nameProblems)
        }
        guard let from = variable.valueFrom else { return problems }
        let at = "\(path).valueFrom"
        var count = 0
        if let field = from.fieldRef {
            count += 1
            problems += fieldRef(field, "\(at).fieldRef", supported: environmentFields)
        }
        if let resource = from.resourceFieldRef {
            count += 1
            problems += resourceRef(resource, "\(at).resourceFieldRef", isInVolume: false)
        }
        if let map = from.configMapKeyRef {
            count += 1
            problems += keyRef(map.localObjectReference.name, map.key, "\(at).configMapKeyRef")
        }
        if let secret = from.secretKeyRef {
            count += 1
            problems += keyRef(secret.localObjectReference.name, secret.key, "\(at).secretKeyRef")
        }
        if let file = from.fileKeyRef {
            count += 1
            problems += fileRef(file, "\(at).fileKeyRef")
        }
        if count == 0 {
            problems.append(
                .invalid(
                    at, text: "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`"
                ))
        } else if !variable.value.isEmpty {
            problems.append(.invalid(at, text: "", "may not be specified when `value` is not empty"))
        } else if count > 1 {
            problems.append(.invalid(at, text: "", "may not have more than one field specified at a time"))
        }
        return problems
    }

    private static func keyRef(_ name: String, _ key: String, _ path: String) -> [FieldProblem] {
        var problems = FieldWords.name("\(path).name", name) { Names.subdomainProblems($0) }
        problems +=
            key.isEmpty
            ? [.required("\(path).key")] : FieldWords.name("\(path).key", key, FieldWords.configKeyProblems)
        return problems
    }

    private static func fileRef(_ file: Core.FileKeySelector, _ path: String) -> [FieldProblem] {
        var problems =
            file.key.isEmpty ? [.required("\(path).key")] : FieldWords.name("\(path).key", file.key, nameProblems)
        problems +=
            file.volumeName.isEmpty
            ? [.required("\(path).volumeName")]
            : FieldWords.name("\(path).volumeName", file.volumeName) { Names.labelProblems($0) }
        return problems + FieldWords.required("\(path).path", file.path)
            + FieldWords.withoutBacksteps("\(path).path", file.path)
    }

    /// Files with variables stand in an empty directory of the pod.
    static func files(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        spec.containerPaths(path).flatMap { path, container in
            container.env.enumerated().flatMap { index, variable -> [FieldProblem] in
                guard let name = variable.valueFrom?.fileKeyRef?.volumeName else { return [] }
                let at = "\(path).env[\(index)].valueFrom.fileKeyRef.volumeName"
                guard let volume = spec.volumes.last(where: { $0.name == name }) else { return [.notFound(at, name)] }
                return volume.volumeSource.emptyDir == nil
                    ? [.invalid(at, text: name, "referenced volume must be of type emptyDir")] : []
            }
        }
    }

    /// - Parameter list: the path of all sources, under which upstream reports how many there are in one.
    private static func source(_ source: Core.EnvFromSource, _ path: String, list: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if !source.prefix.isEmpty { problems += FieldWords.name("\(path).prefix", source.prefix, nameProblems) }
        var count = 0
        for (field, name) in [
            ("configMapRef", source.configMapRef?.localObjectReference.name),
            ("secretRef", source.secretRef?.localObjectReference.name),
        ] {
            guard let name else { continue }
            count += 1
            problems +=
                name.isEmpty
                ? [.required("\(path).\(field).name")]
                : FieldWords.name("\(path).\(field).name", name) { Names.subdomainProblems($0, isPrefix: true) }
        }
        if count == 0 {
            problems.append(.invalid(list, text: "", "must specify one of: `configMapRef` or `secretRef`"))
        } else if count > 1 {
            problems.append(.invalid(list, text: "", "may not have more than one field specified at a time"))
        }
        return problems
    }

    // MARK: The downward API

    /// - Parameter supported: in order.
    static func fieldRef(_ field: Core.ObjectFieldSelector, _ path: String, supported: [String]) -> [FieldProblem] {
        if field.apiVersion.isEmpty { return [.required("\(path).apiVersion")] }
        if field.fieldPath.isEmpty { return [.required("\(path).fieldPath")] }
        func unknown(_ why: String) -> [FieldProblem] {
            [.invalid("\(path).fieldPath", text: field.fieldPath, "error converting fieldPath: \(why)")]
        }
        guard field.apiVersion == "v1" else { return unknown("unsupported pod version: \(field.apiVersion)") }
        if let (name, key) = subscripted(field.fieldPath) {
            switch name {
            case "metadata.annotations": return FieldWords.name(path, key.lowercased(), Names.qualifiedNameProblems)
            case "metadata.labels": return FieldWords.name(path, key, Names.qualifiedNameProblems)
            default: return unknown("field label does not support subscript: \(field.fieldPath)")
            }
        }
        guard knownFields.contains(field.fieldPath) else {
            return unknown("field label not supported: \(field.fieldPath)")
        }
        let name = field.fieldPath == "spec.host" ? "spec.nodeName" : field.fieldPath
        return FieldWords.oneOf("\(path).fieldPath", name, supported)
    }

    /// `metadata.labels['key']` as its two parts.
    private static func subscripted(_ text: String) -> (name: String, key: String)? {
        guard text.hasSuffix("']"), let open = text.utf8.firstIndex(of: UInt8(ascii: "[")) else { return nil }
        let inner = text[open...]
        guard inner.hasPrefix("['"), inner.utf8.count >= 4 else { return nil }
        return (String(text[..<open]), String(inner.dropFirst(2).dropLast(2)))
    }

    static func resourceRef(_ resource: Core.ResourceFieldSelector, _ path: String, isInVolume: Bool) -> [FieldProblem]
    {
        let name = resource.resource
        let divisor = self.divisor(resource.divisor, of: name, "\(path).divisor")
        if isInVolume, resource.containerName.isEmpty { return [.required("\(path).containerName")] + divisor }
        if name.isEmpty { return [.required("\(path).resource")] + divisor }
        if isHugePages(name) { return divisor }
        return FieldWords.oneOf("\(path).resource", name, resources) + divisor
    }

    private static func isHugePages(_ name: String) -> Bool {
        name.hasPrefix("limits.hugepages-") || name.hasPrefix("requests.hugepages-")
    }

    private static let byteDivisors = [
        "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei",
    ]

    private static func divisor(_ divisor: Quantity, of name: String, _ path: String) -> [FieldProblem] {
        if divisor.isZero { return [] }
        if name.hasSuffix(".cpu") {
            if ["1m", "1"].contains(divisor.description) { return [] }
            return [.invalid(path, text: name, "only divisor's values 1m and 1 are supported with the cpu resource")]
        }
        let kinds = [".memory": "memory", ".ephemeral-storage": "local ephemeral storage"]
        let kind = isHugePages(name) ? "hugepages" : kinds.first { name.hasSuffix($0.key) }?.value
        guard let kind, !byteDivisors.contains(divisor.description) else { return [] }
        return [
            .invalid(
                path, text: name,
                "only divisor's values \(byteDivisors.joined(separator: ", ")) are supported with the \(kind) resource")
        ]
    }
}
