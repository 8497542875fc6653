import Objects

/// Within which numbers of pods a rollout stays, as Kubernetes computes them.
struct RolloutBounds: Sendable, Equatable {
    let replicas: Int
    /// Pods beyond `replicas` that there may be: a share is rounded up.
    let surge: Int
    /// Pods of `replicas` that may be missing: a share is rounded down.
    let unavailable: Int
    let isRolling: Bool

    init(_ spec: Apps.DeploymentSpec) {
        let replicas = ControllersLimits.count(spec.replicas ?? 1)
        self.replicas = replicas
        isRolling = spec.strategy.type != "Recreate"
        guard isRolling else {
            surge = 0
            unavailable = 0
            return
        }
        func resolved(_ bound: IntOrString?, roundingUp: Bool) -> Int {
            // The server has validated it; what cannot be read asks for nothing.
            ControllersLimits.count(try? (bound ?? .string("25%")).resolved(of: replicas, roundingUp: roundingUp))
        }
        let rolling = spec.strategy.rollingUpdate
        let surge = resolved(rolling?.maxSurge, roundingUp: true)
        let unavailable = resolved(rolling?.maxUnavailable, roundingUp: false)
        self.surge = surge
        // With both 0 no pod could ever be replaced.
        self.unavailable = min(surge == 0 && unavailable == 0 ? 1 : unavailable, replicas)
    }

    var minAvailable: Int { replicas - unavailable }
    var maxTotal: Int { replicas + surge }
}
