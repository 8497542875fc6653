internal import Objects

/// A pod as a Deployment makes them and a kubelet reports them: some 3 KB of JSON, half as much in binary.
enum PodFixture {
    static let message = decoded(json)

    /// What somebody creates to get a small one. The server adds defaults, a token and who owns which field: 1.8 KB in
    /// binary, 2.9 KB of JSON then, so that lists of them have the sizes for which their targets are set.
    static let small = decoded(smallJSON)

    private static func decoded(_ json: String) -> Message {
        do { return try JSONDecoder.decode(Array(json.utf8), as: Core.Pod.descriptor).message } catch {
            preconditionFailure("the fixture is no pod: \(error)")
        }
    }

    private static let smallJSON = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-5d8f7c9b6d-x7k2p","namespace":"default",
        "labels":{"app":"web","pod-template-hash":"5d8f7c9b6d"},
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web-5d8f7c9b6d",
        "uid":"1b0e3c44-6d1f-4d0c-8f6a-0c6d4b2f7e21","controller":true,"blockOwnerDeletion":true}]},
        "spec":{"containers":[{"name":"web","image":"registry.example.com/shop/web:1.27.3",
        "ports":[{"containerPort":8080}],"resources":{"requests":{"cpu":"100m","memory":"128Mi"}}}],
        "nodeName":"node-1"}}
        """

    private static let json = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-5d8f7c9b6d-x7k2p","generateName":"web-5d8f7c9b6d-",
        "namespace":"default","uid":"3f1c6a52-8d5e-4c55-9f0e-2f6f7c1c9a10","creationTimestamp":"2025-06-01T10:00:00Z",
        "labels":{"app":"web","pod-template-hash":"5d8f7c9b6d","tier":"frontend"},
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web-5d8f7c9b6d",
        "uid":"1b0e3c44-6d1f-4d0c-8f6a-0c6d4b2f7e21","controller":true,"blockOwnerDeletion":true}]},
        "spec":{"volumes":[{"name":"config","configMap":{"name":"web-config","defaultMode":420}},
        {"name":"cache","emptyDir":{}}],
        "containers":[{"name":"web","image":"registry.example.com/shop/web:1.27.3",
        "command":["/usr/bin/web"],"args":["--listen=:8080","--config=/etc/web/config.yaml"],
        "ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],
        "env":[{"name":"LOG_LEVEL","value":"info"},
        {"name":"POD_IP","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"status.podIP"}}}],
        "resources":{"limits":{"cpu":"500m","memory":"256Mi"},"requests":{"cpu":"100m","memory":"128Mi"}},
        "volumeMounts":[{"name":"config","mountPath":"/etc/web","readOnly":true},
        {"name":"cache","mountPath":"/var/cache/web"}],
        "readinessProbe":{"httpGet":{"path":"/ready","port":"http","scheme":"HTTP"},
        "timeoutSeconds":1,"periodSeconds":5,"successThreshold":1,"failureThreshold":3},
        "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",
        "imagePullPolicy":"IfNotPresent"}],
        "restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst",
        "nodeName":"node-1","securityContext":{},"schedulerName":"default-scheduler",
        "tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute",
        "tolerationSeconds":300},{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute",
        "tolerationSeconds":300}],"priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"},
        "status":{"phase":"Running",
        "conditions":[{"type":"PodScheduled","status":"True","lastTransitionTime":"2025-06-01T10:00:00Z"},
        {"type":"Initialized","status":"True","lastTransitionTime":"2025-06-01T10:00:00Z"},
        {"type":"ContainersReady","status":"True","lastTransitionTime":"2025-06-01T10:00:04Z"},
        {"type":"Ready","status":"True","lastTransitionTime":"2025-06-01T10:00:04Z"}],
        "hostIP":"10.0.0.11","podIP":"10.244.1.17","podIPs":[{"ip":"10.244.1.17"}],
        "startTime":"2025-06-01T10:00:00Z",
        "containerStatuses":[{"name":"web","state":{"running":{"startedAt":"2025-06-01T10:00:02Z"}},"lastState":{},
        "ready":true,"restartCount":0,"image":"registry.example.com/shop/web:1.27.3",
        "imageID":"registry.example.com/shop/web@sha256:3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
        "containerID":"containerd://6f1ed002ab5595859014ebf0951522d9a4bd5b1f3a0ae3a3c5b1b1a0ef5f3b17",
        "started":true}],"qosClass":"Burstable"}}
        """
}
