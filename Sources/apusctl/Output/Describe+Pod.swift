import Objects

extension Describe {
    /// - Parameter events: the pod's, which are shown below: why it is pending is said once, by them or (when they have
    ///   expired) here.
    static func pod(_ pod: Core.Pod, events: [Core.Event], now: Int64) -> String {
        let metadata = pod.metadata
        let node =
            pod.spec.nodeName.isEmpty
            ? "<none>" : pod.spec.nodeName + (pod.status.hostIP.isEmpty ? "" : "/\(pod.status.hostIP)")
        var text = header(metadata)
        text += line("Priority", "\(pod.spec.priority ?? 0)")
        text += line("Service Account", pod.spec.serviceAccountName.isEmpty ? "default" : pod.spec.serviceAccountName)
        text += line("Node", node)
        if let start = pod.status.startTime { text += line("Start Time", start.rfc3339) }
        text += marks(metadata)
        if let end = metadata.deletionTimestamp {
            text += line("Status", "Terminating (since \(end.rfc3339))")
            text += line("Grace Period", "\(metadata.deletionGracePeriodSeconds ?? 0)s")
        } else {
            text += line("Status", pod.status.phase)
        }
        var (reason, message) = (pod.status.reason, pod.status.message_)
        if reason.isEmpty, let pending = PodSummary(pod).pendingReason,
            !events.contains(where: { $0.message_ == pending })
        {
            (reason, message) = ("Unschedulable", pending)
        }
        if !reason.isEmpty { text += line("Reason", reason) }
        if !message.isEmpty { text += line("Message", message) }
        text += line("IP", pod.status.podIP)
        text += owner(metadata)
        if !pod.spec.initContainers.isEmpty {
            text += containers("Init Containers", pod.spec.initContainers, pod.status.initContainerStatuses)
        }
        text += containers("Containers", pod.spec.containers, pod.status.containerStatuses)
        text += table(
            "Conditions", ["Type", "Status", "Reason"], pod.status.conditions.map { [$0.type, $0.status, $0.reason] })
        text += line("QoS Class", pod.status.qosClass)
        text += map("Node-Selectors", pod.spec.nodeSelector)
        text += lines("Tolerations", pod.spec.tolerations.map(toleration))
        return text
    }

    private static func containers(
        _ title: String, _ containers: [Core.Container], _ statuses: [Core.ContainerStatus]
    ) -> String {
        var text = "\(title):\n"
        for container in containers {
            let status = statuses.first { $0.name == container.name }
            text += "  \(container.name):\n"
            text += line("Container ID", status?.containerID ?? "", indent: 4)
            text += line("Image", container.image, indent: 4)
            text += line("Image ID", status?.imageID ?? "", indent: 4)
            text += line(
                "Ports",
                orNone(
                    container.ports.map { "\($0.containerPort)/\($0.protocol.isEmpty ? "TCP" : $0.protocol)" }.joined(
                        separator: ", ")), indent: 4)
            if !container.command.isEmpty {
                text += line("Command", container.command.joined(separator: " "), indent: 4)
            }
            if !container.args.isEmpty { text += line("Args", container.args.joined(separator: " "), indent: 4) }
            if let status {
                text += state("State", status.state)
                if status.lastState.message.isEmpty == false { text += state("Last State", status.lastState) }
                text += line("Ready", status.ready ? "True" : "False", indent: 4)
                text += line("Restart Count", "\(status.restartCount)", indent: 4)
            }
            text += amounts("Limits", container.resources.limits)
            text += amounts("Requests", container.resources.requests)
            text += environment(container.env)
            if !container.volumeMounts.isEmpty {
                text +=
                    "    Mounts:\n"
                    + container.volumeMounts.map {
                        "      \($0.mountPath) from \($0.name) (\($0.readOnly ? "ro" : "rw"))\n"
                    }.joined()
            }
        }
        return text
    }

    private static func orNone(_ text: String) -> String { text.isEmpty ? "<none>" : text }

    private static func state(_ label: String, _ state: Core.ContainerState) -> String {
        if let running = state.running {
            return line(label, "Running", indent: 4) + line("Started", time(running.startedAt), indent: 6)
        }
        if let terminated = state.terminated {
            var text = line(label, "Terminated", indent: 4)
            text += line("Reason", PodSummary.ending(terminated), indent: 6)
            if !terminated.message_.isEmpty { text += line("Message", terminated.message_, indent: 6) }
            text += line("Exit Code", "\(terminated.exitCode)", indent: 6)
            text += line("Started", time(terminated.startedAt), indent: 6)
            return text + line("Finished", time(terminated.finishedAt), indent: 6)
        }
        var text = line(label, "Waiting", indent: 4)
        if let waiting = state.waiting {
            if !waiting.reason.isEmpty { text += line("Reason", waiting.reason, indent: 6) }
            if !waiting.message_.isEmpty { text += line("Message", waiting.message_, indent: 6) }
        }
        return text
    }

    private static func amounts(_ label: String, _ amounts: StringMap<Quantity>) -> String {
        if amounts.isEmpty { return "" }
        return "    \(label):\n" + amounts.entries.map { line($0.key, $0.value.description, indent: 6) }.joined()
    }

    private static func environment(_ variables: [Core.EnvVar]) -> String {
        if variables.isEmpty { return line("Environment", "<none>", indent: 4) }
        return "    Environment:\n"
            + variables.map { variable in
                let source = variable.valueFrom?.fieldRef.map { "(\($0.fieldPath))" }
                return line(variable.name, source ?? variable.value, indent: 6)
            }.joined()
    }

    private static func toleration(_ toleration: Core.Toleration) -> String {
        var text = toleration.key
        if !toleration.value.isEmpty { text += "=\(toleration.value)" }
        if !toleration.effect.isEmpty { text += ":\(toleration.effect)" }
        if toleration.operator == "Exists" { text += toleration.key.isEmpty ? "op=Exists" : " op=Exists" }
        if let seconds = toleration.tolerationSeconds { text += " for \(seconds)s" }
        return text
    }
}
