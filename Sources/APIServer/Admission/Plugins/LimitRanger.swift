import Objects
import Policy
import Resources

/// Holds pods and claims to the LimitRanges of their namespace, and gives them the defaults.
struct LimitRanger: AdmissionPlugin {
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
        for range in try await core.objects("limitranges", in: request.namespace) {
            var pod = Core.Pod(request.object)
            LimitRanges.setDefaults(&pod, Core.LimitRange(range))
            request.object = pod.message
        }
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        guard Self.isJudged(request) else { return [] }
        for range in try await core.objects("limitranges", in: request.namespace) {
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
