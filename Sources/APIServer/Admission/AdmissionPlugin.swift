import Resources

/// A rule of the cluster about what may be written, beside the kind's own rules (Kubernetes' "admission controllers").
protocol AdmissionPlugin: Sendable {
    /// Whether it has a say; asked once for each resource and verb.
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool
    /// Changes the object, or refuses it. Called before the kind's rules validate it, perhaps several times for one write.
    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError)
    /// Refuses what is posted to a subresource, or to a resource that is not stored: an eviction, a binding, a token. The
    /// object of the request is empty: what is posted is of another kind.
    func admit(action request: AdmissionRequest, _ core: ServerCore) async throws(APIError)
    /// Refuses the object as it is to be stored. Called last before the store.
    ///
    /// - Returns: what the writer is told although it is stored; shown as `Warning` headers.
    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String]
}

extension AdmissionPlugin {
    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {}
    func admit(action request: AdmissionRequest, _ core: ServerCore) async throws(APIError) {}
    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] { [] }
}

extension ResourceDefinition {
    /// Whether it is this resource of the core group.
    func isCore(_ plural: String) -> Bool { group.isEmpty && self.plural == plural }
}
