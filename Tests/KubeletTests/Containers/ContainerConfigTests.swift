import Objects
import Testing

@testable import Kubelet

@Suite("A container is made as its spec says")
struct ContainerConfigTests {
    @Test(
        "shares stand for requests, quotas for limits, within what the kernel takes",
        arguments: [
            (Int64(0), 2, 0), (1, 2, 1_000), (100, 102, 10_000), (500, 512, 50_000), (1_000, 1_024, 100_000),
            (Int64.max, 262_144, Int.max),
        ])
    func cpu(milli: Int64, shares: Int, quota: Int) {
        #expect(LinuxResources.shares(milliCPU: milli) == shares)
        #expect(LinuxResources.quota(milliCPU: milli) == quota)
    }

    @Test(
        "the kernel's order of killing",
        arguments: [
            (QualityOfService.guaranteed, Int64(1 << 30), -997), (.bestEffort, 0, 1_000), (.burstable, 0, 999),
            (.burstable, 1 << 30, 875), (.burstable, 8 << 30, 3), (.burstable, Int64.max, 3), (.burstable, -1, 999),
        ])
    func oom(quality: QualityOfService, request: Int64, score: Int) {
        #expect(quality.oomScore(memoryRequest: request, memoryCapacity: 8 << 30) == score)
    }

    @Test("the class of a pod follows from requests and limits")
    func quality() {
        var spec = Fixture.pod().spec
        #expect(QualityOfService(spec) == .bestEffort)
        spec.containers[0].resources.requests = ["cpu": Quantity(milli: 100)]
        #expect(QualityOfService(spec) == .burstable)
        spec.containers[0].resources.limits = ["cpu": Quantity(milli: 100), "memory": Quantity(64)]
        #expect(QualityOfService(spec) == .guaranteed)
    }

    private func make(_ change: (inout Core.Pod) -> Void, image: CRI.Image? = nil) throws -> CRI.ContainerConfig {
        var pod = Fixture.pod()
        change(&pod)
        return try ContainerConfig(
            pod: pod, container: pod.spec.containers[0], attempt: 3,
            paths: PodPaths(root: "/var/lib/k", pod: Fixture.identity), sources: PodSources(), image: image,
            memoryCapacity: 8 << 30
        ).make { (mount) throws(PodConfigError) in "/host/\(mount.name)/\(mount.subPath)" }
    }

    @Test("a restarted process recognises it by its labels and annotations")
    func recognised() throws {
        let config = try make { _ in }
        #expect(RuntimeLabels.identity(config.labels) == Fixture.identity)
        var status = CRI.ContainerStatus()
        status.labels = config.labels
        status.annotations = config.annotations
        status.state = CRI.ContainerState.containerRunning
        let observed = RuntimeObserver.translate(status, sandbox: "s")
        #expect(observed.name == "app" && observed.attempt == 3)
        #expect(observed.specHash == ContainerHash.of(Fixture.container("app")))
        #expect(config.logPath == "app/3.log")
    }

    @Test("commands and arguments are expanded with the container's variables")
    func command() throws {
        let config = try make { pod in
            var variable = Core.EnvVar()
            variable.name = "N"
            variable.value = "5"
            pod.spec.containers[0].env = [variable]
            pod.spec.containers[0].command = ["run", "$(N)"]
            pod.spec.containers[0].args = ["$$(N)", "$(M)"]
        }
        #expect(config.command == ["run", "5"])
        #expect(config.args == ["$(N)", "$(M)"])
    }

    @Test("its own security settings come before the pod's")
    func security() throws {
        let config = try make { pod in
            pod.spec.securityContext = Core.PodSecurityContext()
            pod.spec.securityContext?.runAsUser = 1_000
            pod.spec.securityContext?.runAsGroup = 2_000
            pod.spec.securityContext?.fsGroup = 3_000
            pod.spec.containers[0].securityContext = Core.SecurityContext()
            pod.spec.containers[0].securityContext?.runAsUser = 42
            pod.spec.containers[0].securityContext?.readOnlyRootFilesystem = true
            pod.spec.containers[0].securityContext?.allowPrivilegeEscalation = false
            pod.spec.containers[0].securityContext?.capabilities = Core.Capabilities()
            pod.spec.containers[0].securityContext?.capabilities?.drop = ["ALL"]
        }
        let security = try #require(config.linux?.securityContext)
        #expect(security.runAsUser?.value == 42 && security.runAsGroup?.value == 2_000)
        #expect(security.supplementalGroups == [3_000])
        #expect(security.readonlyRootfs && security.noNewPrivs)
        #expect(security.capabilities?.dropCapabilities == ["ALL"])
        #expect(security.maskedPaths.contains("/proc/kcore"))
    }

    @Test("root is refused where it may not be", arguments: [(nil, false), (0, false), (7, true)] as [(Int?, Bool)])
    func nonRoot(user: Int?, isAllowed: Bool) {
        func attempt() throws {
            _ = try make { pod in
                pod.spec.containers[0].securityContext = Core.SecurityContext()
                pod.spec.containers[0].securityContext?.runAsNonRoot = true
                pod.spec.containers[0].securityContext?.runAsUser = user
            }
        }
        if isAllowed {
            #expect(throws: Never.self) { try attempt() }
        } else {
            #expect(throws: PodConfigError.self) { try attempt() }
        }
    }

    @Test("a sandbox with the host's network has no host name and no port mappings of its own")
    func sandbox() {
        var pod = Fixture.pod(name: String(repeating: "a", count: 62) + "-b")
        var port = Core.ContainerPort()
        port.containerPort = 80
        port.hostPort = 8_080
        port.protocol = "UDP"
        pod.spec.containers[0].ports = [port]
        let paths = PodPaths(root: "/var/lib/k", pod: Fixture.identity)
        let own = SandboxConfig.make(pod, attempt: 2, paths: paths, dns: ClusterDNS(), cgroupParent: "/g")
        #expect(own.hostname == String(repeating: "a", count: 62))
        #expect(own.portMappings.map(\.hostPort) == [8_080] && own.portMappings.first?.protocol == CRI.ProtocolType.udp)
        #expect(own.dnsConfig == nil && own.metadata?.attempt == 2 && own.linux?.cgroupParent == "/g")
        pod.spec.hostNetwork = true
        let shared = SandboxConfig.make(pod, attempt: 0, paths: paths, dns: ClusterDNS(), cgroupParent: "")
        #expect(shared.hostname == "" && shared.portMappings.isEmpty)
        #expect(shared.linux?.securityContext?.namespaceOptions?.network == CRI.NamespaceMode.node)
    }
}
