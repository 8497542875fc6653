internal import Objects

/// What each volume of a pod is made of.
struct VolumePlan: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        case empty(inMemory: Bool, sizeBytes: Int64?)
        case host(path: String, type: String)
        case files([File])
    }
    struct File: Sendable, Equatable {
        /// Relative, checked: no `..`, no empty part.
        var path: String
        var mode: Int
        var bytes: [UInt8]
    }
    var volumes: [(name: String, content: Content)] = []

    static func == (a: Self, b: Self) -> Bool {
        a.volumes.elementsEqual(b.volumes) { $0.name == $1.name && $0.content == $1.content }
    }

    /// - Throws: when something that is not optional is missing, or a kind of volume is not supported.
    static func make(_ pod: Core.Pod, sources: PodSources) throws(PodConfigError) -> VolumePlan {
        var plan = VolumePlan()
        let fields = DownwardFields(pod: pod, sources: sources)
        for volume in pod.spec.volumes {
            guard PodPaths.isSafe(volume.name) else {
                throw PodConfigError("a volume's name is not a name: \(volume.name)")
            }
            let content = try plan.content(volume.volumeSource, name: volume.name, pod: pod, fields: fields)
            plan.volumes.append((volume.name, content))
        }
        return plan
    }

    private func content(
        _ source: Core.VolumeSource, name: String, pod: Core.Pod, fields: DownwardFields
    ) throws(PodConfigError) -> Content {
        if let empty = source.emptyDir {
            return .empty(inMemory: empty.medium == "Memory", sizeBytes: empty.sizeLimit?.value)
        }
        if let host = source.hostPath { return .host(path: host.path, type: host.type ?? "") }
        var collector = FileCollector(fields: fields, pod: pod)
        if let map = source.configMap {
            try collector.add(
                configMap: map.localObjectReference.name, map.items, map.defaultMode, isOptional: map.optional == true)
        } else if let secret = source.secret {
            try collector.add(
                secret: secret.secretName, secret.items, secret.defaultMode, isOptional: secret.optional == true)
        } else if let downward = source.downwardAPI {
            try collector.add(downward: downward.items, downward.defaultMode)
        } else if let projected = source.projected {
            // The volume that the API server adds to every pod, to reach itself with: most pods never look into it, so
            // certificates that are missing from it hold none up.
            let isInjected =
                name.hasPrefix("kube-api-access-") && projected.sources.contains { $0.serviceAccountToken != nil }
            for part in projected.sources {
                if let map = part.configMap {
                    try collector.add(
                        configMap: map.localObjectReference.name, map.items, projected.defaultMode,
                        isOptional: map.optional == true || isInjected)
                } else if let secret = part.secret {
                    try collector.add(
                        secret: secret.localObjectReference.name, secret.items, projected.defaultMode,
                        isOptional: secret.optional == true)
                } else if let downward = part.downwardAPI {
                    try collector.add(downward: downward.items, projected.defaultMode)
                } else if let token = part.serviceAccountToken {
                    try collector.add(token: token, projected.defaultMode)
                } else {
                    throw PodConfigError(
                        "volume \(name): a projected source is of a kind that this node does not support")
                }
            }
        } else {
            throw PodConfigError("volume \(name) is of a kind that this node does not support")
        }
        return .files(try collector.finish(name))
    }
}

/// Gathers the files of one volume; of two with the same path the later wins.
struct FileCollector {
    let fields: DownwardFields
    let pod: Core.Pod
    private var files: [String: VolumePlan.File] = [:]

    init(fields: DownwardFields, pod: Core.Pod) {
        self.fields = fields
        self.pod = pod
    }

    mutating func add(
        configMap name: String, _ items: [Core.KeyToPath], _ defaultMode: Int?, isOptional: Bool
    ) throws(PodConfigError) {
        guard let map = fields.sources.configMaps[name] else {
            if isOptional { return }
            throw PodConfigError("configmap \"\(name)\" not found")
        }
        var content: [String: [UInt8]] = [:]
        for entry in map.data.entries { content[entry.key] = Array(entry.value.utf8) }
        for entry in map.binaryData.entries { content[entry.key] = entry.value }
        try add(content, items, defaultMode, isOptional: isOptional, of: "configmap \(name)")
    }

    mutating func add(
        secret name: String, _ items: [Core.KeyToPath], _ defaultMode: Int?, isOptional: Bool
    ) throws(PodConfigError) {
        guard let secret = fields.sources.secrets[name] else {
            if isOptional { return }
            throw PodConfigError("secret \"\(name)\" not found")
        }
        var content: [String: [UInt8]] = [:]
        for entry in secret.data.entries { content[entry.key] = entry.value }
        try add(content, items, defaultMode, isOptional: isOptional, of: "secret \(name)")
    }

    private mutating func add(
        _ content: [String: [UInt8]], _ items: [Core.KeyToPath], _ defaultMode: Int?, isOptional: Bool, of owner: String
    ) throws(PodConfigError) {
        if items.isEmpty {
            for (key, bytes) in content { try put(key, defaultMode, bytes) }
            return
        }
        for item in items {
            guard let bytes = content[item.key] else {
                if isOptional { continue }
                throw PodConfigError("\(owner) references non-existent config key: \(item.key)")
            }
            try put(item.path, item.mode ?? defaultMode, bytes)
        }
    }

    mutating func add(downward items: [Core.DownwardAPIVolumeFile], _ defaultMode: Int?) throws(PodConfigError) {
        for item in items {
            var text = ""
            if let reference = item.fieldRef {
                text = try fields.field(reference.fieldPath, inVolume: true)
            } else if let reference = item.resourceFieldRef {
                let all = pod.spec.initContainers + pod.spec.containers
                guard let container = all.first(where: { $0.name == reference.containerName }) else {
                    throw PodConfigError("no container named \(reference.containerName)")
                }
                text = try fields.resource(reference, container: container)
            }
            try put(item.path, item.mode ?? defaultMode, Array(text.utf8))
        }
    }

    mutating func add(token: Core.ServiceAccountTokenProjection, _ defaultMode: Int?) throws(PodConfigError) {
        guard let made = fields.sources.tokens[TokenWish(token)] else {
            throw PodConfigError(
                "failed to fetch a token of service account \"\(pod.spec.serviceAccountName)\"")
        }
        try put(token.path, defaultMode, Array(made.text.utf8))
    }

    private mutating func put(_ path: String, _ mode: Int?, _ bytes: [UInt8]) throws(PodConfigError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        // Names that begin with two dots are the writer's own.
        guard !parts.isEmpty, parts.allSatisfy({ PodPaths.isSafe($0) }), !(parts.first?.hasPrefix("..") ?? true) else {
            throw PodConfigError("a file's path in a volume must be relative and may not contain \"..\": \(path)")
        }
        files[path] = VolumePlan.File(path: path, mode: (mode ?? 0o644) & 0o777, bytes: bytes)
    }

    func finish(_ name: String) throws(PodConfigError) -> [VolumePlan.File] {
        let total = files.values.reduce(0) { $0 &+ $1.bytes.count }
        guard total <= KubeletLimits.volumeBytes else {
            throw PodConfigError("volume \(name) holds \(total) bytes; \(KubeletLimits.volumeBytes) are the limit")
        }
        return files.values.sorted { $0.path < $1.path }
    }
}
