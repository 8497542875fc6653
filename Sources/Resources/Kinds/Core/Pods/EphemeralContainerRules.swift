import Objects

/// Containers that are added to a pod while it runs, to look into it. They are never taken away.
enum EphemeralContainerRules {
    /// What such a container cannot have, since nothing waits for it and it may be gone at any time.
    private static let forbidden = [
        "ports", "resources", "resizePolicy", "restartPolicy", "restartPolicyRules", "livenessProbe",
        "readinessProbe", "startupProbe", "lifecycle",
    ]

    static func completed(_ given: Core.EphemeralContainer) -> Core.EphemeralContainer {
        var ephemeral = given
        let complete = PodSpecDefaults.container(container(given))
        ephemeral.ephemeralContainerCommon = Core.EphemeralContainerCommon(
            complete.message.copied(to: Core.EphemeralContainerCommon.descriptor))
        return ephemeral
    }

    /// The same as a container of the usual sort.
    static func container(_ ephemeral: Core.EphemeralContainer) -> Core.Container {
        Core.Container(ephemeral.ephemeralContainerCommon.message.copied(to: Core.Container.descriptor))
    }

    static func problems(_ spec: Core.PodSpec, _ path: String, _ rules: ContainerRules) -> [FieldProblem] {
        guard !spec.ephemeralContainers.isEmpty else { return [] }
        let others = Set(spec.containers.map(\.name) + spec.initContainers.map(\.name))
        var names = others
        var problems: [FieldProblem] = []
        for (index, ephemeral) in spec.ephemeralContainers.enumerated() {
            let at = "\(path)[\(index)]"
            let container = container(ephemeral)
            problems += rules.common(container, at) + ContainerRules.image(container.image, "\(at).image")
            if !names.insert(container.name).inserted { problems.append(.duplicate("\(at).name", container.name)) }
            if !ephemeral.targetContainerName.isEmpty, !others.contains(ephemeral.targetContainerName) {
                problems.append(.notFound("\(at).targetContainerName", ephemeral.targetContainerName))
            }
            for field in forbidden where container.message[field] != nil {
                problems.append(.forbidden("\(at).\(field)", "cannot be set for an Ephemeral Container"))
            }
            for (number, mount) in container.volumeMounts.enumerated() {
                for (field, text) in [("subPath", mount.subPath), ("subPathExpr", mount.subPathExpr)]
                where !text.isEmpty {
                    problems.append(
                        .forbidden(
                            "\(at).volumeMounts[\(number)].\(field)", "cannot be set for an Ephemeral Container"))
                }
            }
        }
        return problems
    }

    /// Those that are there stay as they are.
    static func changes(_ pod: Core.Pod, old: Core.Pod) -> [FieldProblem] {
        let path = "spec.ephemeralContainers"
        if pod.metadata.annotations[PodAnnotationRules.mirror] != nil {
            return [.forbidden("", "static pods do not support ephemeral containers")]
        }
        let spec = pod.spec
        return old.spec.ephemeralContainers.flatMap { before -> [FieldProblem] in
            let name = before.ephemeralContainerCommon.name
            guard let now = spec.ephemeralContainers.first(where: { $0.ephemeralContainerCommon.name == name }) else {
                return [.forbidden(path, "existing ephemeral containers \"\(name)\" may not be removed\n")]
            }
            return now.message == before.message
                ? [] : [.forbidden(path, "existing ephemeral containers \"\(name)\" may not be changed\n")]
        }
    }
}
