import Objects

extension Describe {
    static func deployment(_ deployment: Apps.Deployment, _ history: RolloutHistory) -> String {
        let (metadata, spec, status) = (deployment.metadata, deployment.spec, deployment.status)
        var text = header(metadata)
        text += line("Created", time(metadata.creationTimestamp))
        text += marks(metadata)
        text += line("Selector", selector(spec.selector))
        text += line(
            "Replicas",
            "\(spec.replicas ?? 1) desired | \(status.updatedReplicas) updated | \(status.replicas) total | "
                + "\(status.availableReplicas) available | \(status.unavailableReplicas) unavailable")
        text += line("Strategy", spec.strategy.type)
        text += line("Min Ready", "\(spec.minReadySeconds)s")
        if let rolling = spec.strategy.rollingUpdate {
            let unavailable = rolling.maxUnavailable?.description ?? "25%"
            text += line(
                "Rolling Update", "\(unavailable) max unavailable, \(rolling.maxSurge?.description ?? "25%") max surge")
        }
        text += template(spec.template)
        text += table(
            "Conditions", ["Type", "Status", "Reason"], status.conditions.map { [$0.type, $0.status, $0.reason] })
        let newest = history.revisions.last
        let old = history.revisions.dropLast().filter {
            ($0.replicaSet.spec.replicas ?? 1) > 0 || $0.replicaSet.status.replicas > 0
        }
        text += line("Old Replicas", old.isEmpty ? "<none>" : old.map(replicas).joined(separator: ", "))
        text += line("New Replicas", newest.map(replicas) ?? "<none>")
        return text
    }

    private static func replicas(_ revision: RolloutHistory.Revision) -> String {
        let set = revision.replicaSet
        return "\(set.metadata.name) (\(set.status.replicas)/\(set.spec.replicas ?? 1) replicas created)"
    }

    static func replicaSet(_ set: Apps.ReplicaSet, pods: [Core.Pod]) -> String {
        let owned = pods.filter { pod in pod.metadata.ownerReferences.contains { $0.uid == set.metadata.uid } }
        func count(_ phase: String) -> Int { owned.filter { $0.status.phase == phase }.count }
        var text = header(set.metadata)
        text += line("Selector", selector(set.spec.selector))
        text += marks(set.metadata)
        text += owner(set.metadata)
        text += line("Replicas", "\(set.status.replicas) current / \(set.spec.replicas ?? 1) desired")
        text += line(
            "Pods Status",
            "\(count("Running")) Running / \(count("Pending")) Waiting / \(count("Succeeded")) Succeeded / \(count("Failed")) Failed"
        )
        text += template(set.spec.template)
        if !set.status.conditions.isEmpty {
            text += table(
                "Conditions", ["Type", "Status", "Reason"],
                set.status.conditions.map { [$0.type, $0.status, $0.reason] })
        }
        return text
    }

    private static func template(_ template: Core.PodTemplateSpec) -> String {
        var text = "Pod Template:\n" + line("Labels", pairs(template.metadata.labels, separator: ","), indent: 2)
        for container in template.spec.initContainers + template.spec.containers {
            text += "  \(container.name):\n" + line("Image", container.image, indent: 4)
            let ports = container.ports.map { String($0.containerPort) }.joined(separator: ", ")
            text += line("Ports", ports.isEmpty ? "<none>" : ports, indent: 4)
            for (label, amounts) in [
                ("Limits", container.resources.limits), ("Requests", container.resources.requests),
            ]
            where !amounts.isEmpty {
                text += line(label, amounts.entries.map { "\($0.key) \($0.value)" }.joined(separator: ", "), indent: 4)
            }
        }
        return text
    }

    static func node(_ node: Core.Node, pods: [Core.Pod], now: Int64) -> String {
        let (metadata, status) = (node.metadata, node.status)
        var text = header(metadata, isNamespaced: false)
        text += marks(metadata)
        text += line("Created", time(metadata.creationTimestamp))
        text += lines(
            "Taints", node.spec.taints.map { "\($0.key)\($0.value.isEmpty ? "" : "=" + $0.value):\($0.effect)" })
        text += line("Unschedulable", node.spec.unschedulable ? "true" : "false")
        text += table(
            "Conditions", ["Type", "Status", "LastHeartbeat", "Reason", "Message"],
            status.conditions.map {
                [$0.type, $0.status, Age.text(since: $0.lastHeartbeatTime, now: now), $0.reason, $0.message_]
            })
        text += "Addresses:\n" + status.addresses.map { line($0.type, $0.address, indent: 2) }.joined()
        text += "Capacity:\n" + status.capacity.entries.map { line($0.key, $0.value.description, indent: 2) }.joined()
        text +=
            "Allocatable:\n" + status.allocatable.entries.map { line($0.key, $0.value.description, indent: 2) }.joined()
        let info = status.nodeInfo
        text += "System Info:\n"
        for (label, value) in [
            ("Kernel", info.kernelVersion), ("OS Image", info.osImage), ("Architecture", info.architecture),
            ("Runtime", info.containerRuntimeVersion), ("Kubelet", info.kubeletVersion),
        ] { text += line(label, value, indent: 2) }
        let running = pods.filter { $0.status.phase != "Succeeded" && $0.status.phase != "Failed" }
        text += table(
            "Pods", ["Namespace", "Name", "CPU Requests", "Memory Requests", "Age"],
            running.map { pod in
                [
                    pod.metadata.namespace, pod.metadata.name, requested("cpu", [pod]), requested("memory", [pod]),
                    Age.text(since: pod.metadata.creationTimestamp, now: now),
                ]
            })
        text += line("Requested", "cpu \(requested("cpu", running)), memory \(requested("memory", running))")
        return text
    }

    private static func requested(_ resource: String, _ pods: [Core.Pod]) -> String {
        var sum: Quantity?
        for container in pods.flatMap(\.spec.containers) {
            guard let amount = container.resources.requests[resource] else { continue }
            sum = sum.map { $0 + amount } ?? amount
        }
        return sum?.description ?? "0"
    }
}
