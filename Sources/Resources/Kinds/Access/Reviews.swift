extension BuiltinResources {
    /// Questions about who asks.
    static let authentication = [
        review("authentication.k8s.io/v1", "selfsubjectreviews", "SelfSubjectReview"),
        review("authentication.k8s.io/v1", "tokenreviews", "TokenReview"),
    ]

    /// Questions about what somebody may do.
    static let authorization = [
        review("authorization.k8s.io/v1", "localsubjectaccessreviews", "LocalSubjectAccessReview", isNamespaced: true),
        review("authorization.k8s.io/v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview"),
        review("authorization.k8s.io/v1", "selfsubjectrulesreviews", "SelfSubjectRulesReview"),
        review("authorization.k8s.io/v1", "subjectaccessreviews", "SubjectAccessReview"),
    ]

    private static func review(
        _ apiVersion: String, _ plural: String, _ kind: String, isNamespaced: Bool = false
    ) -> ResourceDefinition {
        ResourceDefinition(
            apiVersion, plural, kind, isNamespaced: isNamespaced, verbs: [.create], traits: [.isComputed])
    }
}
