import Objects
import Policy
import Resources

/// Holds pods and claims to the LimitRanges of their namespace, and gives them the defaults.
struct LimitRanger: AdmissionPlugin {
    private static let ranges = "limitranges"

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        switch verb {
        case .create: definition.isCore("pods") || definition.isCore("persistentvolumeclaims")
        case .update: definition.isCore("pods") || definition.isCore("persistentvolumeclaims")
        case .delete, .connect: false
        }
    }

    /// A stored pod's resources change through `resize` alone.
    private static func isJudged(_ request: AdmissionRequest) -> Bool {
        if request.verb == .update, request.definition.isCore("pods") { return request.subresource == .resize }
        return request.subresource == nil
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard request.definition.isCore("pods"), Self.isJudged(request) else { return }
        let ranges = try await core.objects(Self.ranges, in: request.namespace)
        request.lookedUp[Self.ranges] = ranges
        guard !ranges.isEmpty else { return }
        var pod = Core.Pod(request.object)
        for range in ranges { LimitRanges.setDefaults(&pod, Core.LimitRange(range)) }
        request.object = pod.message
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        guard Self.isJudged(request) else { return [] }
        var ranges = request.lookedUp[Self.ranges]
        if ranges == nil { ranges = try await core.objects(Self.ranges, in: request.namespace) }
        for range in ranges ?? [] {
            let range = Core.LimitRange(range)
            let problems =
                request.definition.isCore("pods")
                ? LimitRanges.problems(Core.Pod(request.object), range)
                : LimitRanges.problems(Core.PersistentVolumeClaim(request.object), range)
            guard problems.isEmpty else { throw request.forbidden(GoText.aggregate(problems)) }
        }
        return []
    }
}
