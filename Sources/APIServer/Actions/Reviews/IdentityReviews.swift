import Access
import Objects
import Resources

/// Who the caller is (authentication.k8s.io/v1 `SelfSubjectReview`).
struct SelfReview: Action {
    let typeMeta = TypeMeta(apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview")

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        let caller = request.options.caller
        var review = Authentication.SelfSubjectReview()
        review.metadata.creationTimestamp = Timestamp(seconds: core.now())
        review.status.userInfo = caller.identity.userInfo
        return ActionAnswer(message: review.message, typeMeta: typeMeta)
    }
}

/// Whose a token is (authentication.k8s.io/v1 `TokenReview`).
struct TokenReviewAction: Action {
    let typeMeta = TypeMeta(apiVersion: "authentication.k8s.io/v1", kind: "TokenReview")

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        var review = Authentication.TokenReview(request.body)
        guard !review.spec.token.isEmpty else {
            throw APIError.badRequest("token is required for TokenReview in authentication")
        }
        var status = Authentication.TokenReviewStatus()
        do {
            let proven = try await CallerAuthentication(core: core).prove(
                Array(review.spec.token.utf8), audiences: review.spec.audiences)
            status.authenticated = true
            status.user = proven.identity.userInfo
            status.audiences = proven.audiences
        } catch { status.error = error.description }
        review.status = status
        return ActionAnswer(message: review.message, typeMeta: typeMeta)
    }
}
