internal import Objects

/// A container's environment, in the order in which it is defined; a later definition of a name replaces the earlier.
struct ContainerEnvironment: Sendable, Equatable {
    private(set) var variables: [(name: String, value: String)] = []
    private var positions: [String: Int] = [:]

    static func == (a: Self, b: Self) -> Bool {
        a.variables.elementsEqual(b.variables) { $0.name == $1.name && $0.value == $1.value }
    }

    subscript(name: String) -> String? { positions[name].map { variables[$0].value } }

    mutating func set(_ name: String, _ value: String) {
        if let at = positions[name] {
            variables[at].value = value
        } else {
            positions[name] = variables.count
            variables.append((name, value))
        }
    }

    func expand(_ text: String) -> String { VariableExpansion.expand(text) { self[$0] } }

    /// - Throws: when something that is not optional is missing.
    static func make(
        _ container: Core.Container, pod: Core.Pod, sources: PodSources
    ) throws(PodConfigError) -> ContainerEnvironment {
        var environment = ContainerEnvironment()
        let namespace = pod.metadata.namespace
        for source in container.envFrom { try environment.addAll(source, namespace, sources) }
        let fields = DownwardFields(pod: pod, sources: sources)
        for variable in container.env {
            guard let from = variable.valueFrom else {
                environment.set(variable.name, environment.expand(variable.value))
                continue
            }
            let value = try resolve(from, container, pod, fields)
            // An optional source that is missing leaves the variable unset.
            if let value { environment.set(variable.name, value) }
        }
        return environment
    }

    private mutating func addAll(
        _ source: Core.EnvFromSource, _ namespace: String, _ sources: PodSources
    ) throws(PodConfigError) {
        if let reference = source.configMapRef {
            let name = reference.localObjectReference.name
            guard let map = sources.configMaps[name] else {
                if reference.optional == true { return }
                throw PodConfigError("configmap \"\(name)\" not found")
            }
            for entry in map.data.entries { set(source.prefix + entry.key, entry.value) }
        }
        if let reference = source.secretRef {
            let name = reference.localObjectReference.name
            guard let secret = sources.secrets[name] else {
                if reference.optional == true { return }
                throw PodConfigError("secret \"\(name)\" not found")
            }
            for entry in secret.data.entries {
                set(source.prefix + entry.key, String(decoding: entry.value, as: UTF8.self))
            }
        }
    }

    private static func resolve(
        _ from: Core.EnvVarSource, _ container: Core.Container, _ pod: Core.Pod, _ fields: DownwardFields
    ) throws(PodConfigError) -> String? {
        let sources = fields.sources
        if let reference = from.fieldRef { return try fields.field(reference.fieldPath) }
        if let reference = from.resourceFieldRef {
            let all = pod.spec.initContainers + pod.spec.containers
            let named = all.first { $0.name == reference.containerName } ?? container
            return try fields.resource(reference, container: named)
        }
        if let reference = from.configMapKeyRef {
            let name = reference.localObjectReference.name
            guard let map = sources.configMaps[name] else {
                if reference.optional == true { return nil }
                throw PodConfigError("configmap \"\(name)\" not found")
            }
            if let value = map.data[reference.key] { return value }
            if reference.optional == true { return nil }
            throw PodConfigError("couldn't find key \(reference.key) in ConfigMap \(pod.metadata.namespace)/\(name)")
        }
        if let reference = from.secretKeyRef {
            let name = reference.localObjectReference.name
            guard let secret = sources.secrets[name] else {
                if reference.optional == true { return nil }
                throw PodConfigError("secret \"\(name)\" not found")
            }
            if let value = secret.data[reference.key] { return String(decoding: value, as: UTF8.self) }
            if reference.optional == true { return nil }
            throw PodConfigError("couldn't find key \(reference.key) in Secret \(pod.metadata.namespace)/\(name)")
        }
        throw PodConfigError("a variable's valueFrom names no source that this node supports")
    }
}
