/// One operation of a path, told without the words of either dialect.
struct OperationPlan {
    let id: String
    let description: String
    let tag: String
    /// `list`, `get`, `post`, `put`, `patch`, `delete`, `deletecollection`, `connect`, `watch`,
    /// `watchlist`; nil: of no resource.
    var action: String?
    var kind: GroupVersionKind?
    var parameters: [Parameter] = []
    var body: Body?
    var responses: [Response] = []
    /// What the answer can be written in.
    var produces: [String] = MediaTypes.objects

    struct Body {
        let model: String
        let mediaTypes: [String]
        let isRequired: Bool
    }

    struct Response {
        let code: Int
        /// nil: text.
        let model: String?
        var words: String {
            switch code {
            case 200: "OK"
            case 201: "Created"
            case 202: "Accepted"
            default: "Unauthorized"
            }
        }
    }

    static func responses(_ codes: [Int], _ model: String?) -> [Response] {
        codes.map { Response(code: $0, model: model) }
    }
}

/// A path and what can be done there.
struct PathPlan {
    let path: String
    /// Those of all its operations.
    let parameters: [Parameter]
    /// By HTTP method, in lower case.
    var operations: [(method: String, plan: OperationPlan)]
}

enum MediaTypes {
    static let objects = ["application/json", "application/vnd.kubernetes.protobuf", "application/yaml"]
    static let lists = [
        "application/json", "application/json;stream=watch", "application/vnd.kubernetes.protobuf",
        "application/vnd.kubernetes.protobuf;stream=watch", "application/yaml",
    ]
    static let customObjects = ["application/json", "application/yaml"]
    static let customLists = ["application/json", "application/json;stream=watch", "application/yaml"]
    static let patches = [
        "application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json",
        "application/strategic-merge-patch+json",
    ]
    /// Lists in custom resources have no merge keys.
    static let customPatches = patches.filter { !$0.contains("strategic") }
    static let logs = ["text/plain"] + objects
    static let any = ["*/*"]
}
