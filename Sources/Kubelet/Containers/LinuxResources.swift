internal import Objects

/// A container's requests and limits as the kernel's knobs.
enum LinuxResources {
    /// The scheduler's period: 100 ms.
    static let periodMicroseconds = 100_000
    /// The kernel refuses quotas under 1 ms and weights outside of 2 to 262,144.
    private static let smallestQuota = 1_000
    private static let shares = 2...262_144

    /// Shares stand for the request: 1,024 a processor.
    static func shares(milliCPU: Int64) -> Int {
        let (product, overflow) = milliCPU.multipliedReportingOverflow(by: 1_024)
        return min(max(overflow ? .max : Int(product / 1_000), shares.lowerBound), shares.upperBound)
    }

    /// Quota stands for the limit; 0: no limit.
    static func quota(milliCPU: Int64) -> Int {
        guard milliCPU > 0 else { return 0 }
        let (product, overflow) = milliCPU.multipliedReportingOverflow(by: Int64(periodMicroseconds))
        return max(overflow ? .max : Int(product / 1_000), smallestQuota)
    }

    static func make(_ container: Core.Container, quality: QualityOfService, memoryCapacity: Int64)
        -> CRI.LinuxContainerResources
    {
        var resources = CRI.LinuxContainerResources()
        let limits = container.resources.limits
        // A limit without a request is the request too, which the API server's defaults usually have said already.
        let requests = container.resources.requests
        let requested = requests["cpu"] ?? limits["cpu"]
        resources.cpuShares = shares(milliCPU: requested?.milliValue ?? 0)
        if let limit = limits["cpu"], !limit.isZero {
            resources.cpuPeriod = periodMicroseconds
            resources.cpuQuota = quota(milliCPU: limit.milliValue)
        }
        if let limit = limits["memory"], !limit.isZero { resources.memoryLimitInBytes = Int(limit.value) }
        resources.oomScoreAdj = quality.oomScore(
            memoryRequest: (requests["memory"] ?? limits["memory"])?.value ?? 0, memoryCapacity: memoryCapacity)
        return resources
    }
}

/// How a pod's promises rank it when memory runs out (Kubernetes, "Pod Quality of Service Classes").
enum QualityOfService: String, Sendable {
    case guaranteed = "Guaranteed"
    case burstable = "Burstable"
    case bestEffort = "BestEffort"

    init(_ pod: Core.Pod) {
        self = QualityOfService(rawValue: pod.status.qosClass) ?? QualityOfService(pod.spec)
    }

    init(_ spec: Core.PodSpec) {
        var asksAnything = false
        var isGuaranteed = true
        for container in spec.initContainers + spec.containers {
            for resource in ["cpu", "memory"] {
                let limit = container.resources.limits[resource]
                let request = container.resources.requests[resource] ?? limit
                if let request, !request.isZero { asksAnything = true }
                if let limit, !limit.isZero { asksAnything = true }
                if limit == nil || limit != request || limit?.isZero == true { isGuaranteed = false }
            }
        }
        self = !asksAnything ? .bestEffort : isGuaranteed ? .guaranteed : .burstable
    }

    /// The kernel kills what has the highest score first: containers that asked for little before those that asked for
    /// much, and promised memory last.
    func oomScore(memoryRequest: Int64, memoryCapacity: Int64) -> Int {
        switch self {
        case .guaranteed: return -997
        case .bestEffort: return 1_000
        case .burstable:
            guard memoryCapacity > 0, memoryRequest >= 0 else { return 999 }
            let (scaled, overflow) = memoryRequest.multipliedReportingOverflow(by: 1_000)
            let share = overflow ? 1_000 : Int(scaled / memoryCapacity)
            return min(max(1_000 - share, 3), 999)
        }
    }
}
