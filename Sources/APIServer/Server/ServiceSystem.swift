import Objects
import Resources
import Store
import WatchCache

/// What services need from the beginning: the block of addresses as an object, and records that fit.
enum ServiceSystem {
    private static let name = "kubernetes"
    private static let group = "networking.k8s.io"
    /// Who owns the condition, under the name that Kubernetes' own has.
    private static let manager = "kubernetes-service-cidr-controller"

    /// The configured range as an object, beside which others can be added.
    static func block(_ ranges: ServiceRanges) -> Message {
        var block = Networking.ServiceCIDR()
        block.metadata.name = name
        block.spec.cidrs = ranges.networks.map(\.description)
        return block.message
    }

    /// Declares the block ready, and repairs the records of addresses and ports.
    static func settle(_ core: ServerCore) async throws(APIError) {
        try await ServiceRepair.run(core)
        try await core.catchUp()
        guard let resource = core.registry.find(group: group, "servicecidrs"),
            let operations = core.operations(resource)
        else { return }
        guard let found = operations.cache.find(namespace: "", name: name),
            let block = try? StoredObject(found).message(Networking.ServiceCIDR.descriptor),
            !Networking.ServiceCIDR(block).status.conditions.contains(where: { $0.type == "Ready" })
        else { return }
        var ready = Meta.Condition()
        ready.type = "Ready"
        ready.status = "True"
        ready.message_ = "Kubernetes default Service CIDR is ready"
        ready.lastTransitionTime = Timestamp(seconds: core.now(), nanoseconds: 0)
        try await operations.tellConditions([ready.message], of: name, by: manager)
    }
}
