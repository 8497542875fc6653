import Client
import Objects

@testable import Controllers

/// Objects as the server would have them.
enum Samples {
    static func time(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds, nanoseconds: 0) }

    static func template(_ image: String) -> Core.PodTemplateSpec {
        var container = Core.Container()
        container.name = "web"
        container.image = image
        var template = Core.PodTemplateSpec()
        template.metadata.labels = ["app": "web"]
        template.spec.containers = [container]
        return template
    }

    static func selector() -> Meta.LabelSelector {
        var selector = Meta.LabelSelector()
        selector.matchLabels = ["app": "web"]
        return selector
    }

    static func deployment(
        replicas: Int, image: String = "web:1", surge: IntOrString = .string("25%"),
        unavailable: IntOrString = .string("25%")
    ) -> Apps.Deployment {
        var deployment = Apps.Deployment()
        deployment.metadata.name = "web"
        deployment.metadata.namespace = "default"
        deployment.metadata.uid = "deployment"
        deployment.metadata.generation = 1
        deployment.spec.replicas = replicas
        deployment.spec.selector = selector()
        deployment.spec.template = template(image)
        deployment.spec.strategy.type = "RollingUpdate"
        var rolling = Apps.RollingUpdateDeployment()
        rolling.maxSurge = surge
        rolling.maxUnavailable = unavailable
        deployment.spec.strategy.rollingUpdate = rolling
        deployment.spec.revisionHistoryLimit = 10
        deployment.spec.progressDeadlineSeconds = 600
        return deployment
    }

    static func replicaSet(_ name: String, replicas: Int, available: Int = 0, created: Int64 = 1) -> Apps.ReplicaSet {
        var set = Apps.ReplicaSet()
        set.metadata.name = name
        set.metadata.namespace = "default"
        set.metadata.uid = "uid-\(name)"
        set.metadata.creationTimestamp = time(created)
        set.spec.replicas = replicas
        set.spec.selector = selector()
        set.spec.template = template(name)
        set.status.replicas = replicas
        set.status.readyReplicas = available
        set.status.availableReplicas = available
        return set
    }

    static func pod(_ name: String, phase: String = "Running", readySince: Int64? = nil, node: String = "n1")
        -> Core.Pod
    {
        var pod = Core.Pod()
        pod.metadata.name = name
        pod.metadata.namespace = "default"
        pod.metadata.uid = "uid-\(name)"
        pod.metadata.labels = ["app": "web"]
        pod.spec.nodeName = node
        pod.status.phase = phase
        if let readySince { pod.setReady(since: readySince) }
        return pod
    }
}

extension Core.Pod {
    mutating func setReady(since seconds: Int64) {
        var condition = Core.PodCondition()
        condition.type = "Ready"
        condition.status = "True"
        condition.lastTransitionTime = Samples.time(seconds)
        status.conditions = [condition]
        status.phase = "Running"
    }
}
