import Objects
import Resources

/// Why a request was refused, as a Kubernetes `Status` says it (API conventions, "Response Status Kind").
struct APIError: Error, Sendable {
    struct Cause: Sendable, Equatable {
        var reason: String
        var message: String
        var field: String
    }
    struct Details: Sendable {
        var name = ""
        var group = ""
        var kind = ""
        var uid = ""
        var causes: [Cause] = []
        var retryAfterSeconds = 0
    }
    /// The HTTP status.
    var code: Int
    /// For programs; empty where Kubernetes gives none.
    var reason: String
    var message: String
    var details: Details?
    /// Answered as plain text: nobody is there who speaks of the path in a `Status`.
    var isPlain = false
    /// With which an expired list can go on.
    var continueToken = ""

    init(_ code: Int, _ reason: String, _ message: String, details: Details? = nil) {
        self.code = code
        self.reason = reason
        self.message = message
        self.details = details
    }

    static func badRequest(_ message: String) -> APIError { APIError(400, "BadRequest", message) }

    static func unauthorized() -> APIError { APIError(401, "Unauthorized", "Unauthorized") }

    static func internalError(_ message: String) -> APIError {
        APIError(
            500, "InternalError", "Internal error occurred: \(message)",
            details: Details(causes: [Cause(reason: "", message: message, field: "")]))
    }

    static func serviceUnavailable(_ message: String) -> APIError { APIError(503, "ServiceUnavailable", message) }

    /// A path that names nothing.
    static func noSuchPath() -> APIError {
        APIError(404, "NotFound", "the server could not find the requested resource", details: Details())
    }

    /// A path in a group that no built-in resource has: only custom resources could be there.
    static func pageNotFound() -> APIError {
        var error = APIError(404, "NotFound", "404 page not found\n", details: Details())
        error.isPlain = true
        return error
    }

    static func methodNotAllowed() -> APIError {
        APIError(
            405, "MethodNotAllowed", "the server does not allow this method on the requested resource",
            details: Details())
    }

    static func notFound(_ resource: ResourceDefinition, _ name: String) -> APIError {
        APIError(
            404, "NotFound", "\(resource.qualifiedName) \"\(name)\" not found",
            details: Details(name: name, group: resource.group, kind: resource.plural))
    }

    static func alreadyExists(_ resource: ResourceDefinition, _ name: String) -> APIError {
        APIError(
            409, "AlreadyExists", "\(resource.qualifiedName) \"\(name)\" already exists",
            details: Details(name: name, group: resource.group, kind: resource.plural))
    }

    static func conflict(_ resource: ResourceDefinition, _ name: String, _ why: String) -> APIError {
        APIError(
            409, "Conflict", "Operation cannot be fulfilled on \(resource.qualifiedName) \"\(name)\": \(why)",
            details: Details(name: name, group: resource.group, kind: resource.plural))
    }

    /// The object at the key is not the one that is meant, in the words of Kubernetes' store.
    ///
    /// - Parameter what: tells them apart: `UID`, `ResourceVersion`.
    static func otherObject(
        _ resource: ResourceDefinition, _ name: String, at key: [UInt8], _ what: String, wanted: String, found: String
    ) -> APIError {
        conflict(
            resource, name,
            "StorageError: invalid object, Code: 4, Key: \(String(decoding: key, as: UTF8.self)), ResourceVersion: 0, "
                + "AdditionalErrorMsg: Precondition failed: \(what) in precondition: \(wanted), \(what) in object meta: "
                + found)
    }

    /// A precondition of a deletion; Kubernetes names the kind here, not the resource.
    static func preconditionFailed(_ resource: ResourceDefinition, _ name: String, _ why: String) -> APIError {
        let kind = resource.group.isEmpty ? resource.kind : "\(resource.kind).\(resource.group)"
        return APIError(
            409, "Conflict", "Operation cannot be fulfilled on \(kind) \"\(name)\": \(why)",
            details: Details(name: name, group: resource.group, kind: resource.kind))
    }

    static let modifiedMeanwhile =
        "the object has been modified; please apply your changes to the latest version and try again"

    static func forbidden(_ resource: ResourceDefinition, _ name: String, _ why: String) -> APIError {
        let shown = name.isEmpty ? "" : " \"\(name)\""
        return APIError(
            403, "Forbidden", "\(resource.qualifiedName)\(shown) is forbidden: \(why)",
            details: Details(name: name, group: resource.group, kind: resource.plural))
    }

    /// Fields that break the kind's rules. One problem stands in the message; several are listed.
    static func invalid(kind: String, group: String, name: String, _ problems: [FieldProblem]) -> APIError {
        let qualified = group.isEmpty ? kind : "\(kind).\(group)"
        // A problem that two rules found is a cause twice, but is said once.
        var seen: Set<String> = []
        let texts = problems.map(\.description).filter { seen.insert($0).inserted }
        return APIError(
            422, "Invalid", "\(qualified) \"\(name)\" is invalid: \(GoText.aggregate(texts))",
            details: Details(
                name: name, group: group, kind: kind,
                causes: problems.map { Cause(reason: $0.type.rawValue, message: $0.detail, field: $0.field) }))
    }

    static func invalid(_ resource: ResourceDefinition, _ name: String, _ problems: [FieldProblem]) -> APIError {
        invalid(kind: resource.kind, group: resource.group, name: name, problems)
    }

    /// An object that says that it is in another namespace than the path.
    static let otherNamespace = badRequest(
        "the namespace of the provided object does not match the namespace sent on the request")

    /// An object must say its name, the one that the path has.
    static func otherName(_ name: String, onURL expected: String) -> APIError? {
        if name == expected { return nil }
        if name.isEmpty {
            return badRequest(
                "the name of the object (\(expected) based on URL) was undeterminable: name must be provided")
        }
        return badRequest("the name of the object (\(name)) does not match the name on the URL (\(expected))")
    }

    static func expired(_ message: String) -> APIError { APIError(410, "Expired", message) }

    static func tooLarge(limitBytes: Int) -> APIError {
        APIError(413, "RequestEntityTooLarge", "Request entity too large: limit is \(limitBytes)", details: Details())
    }

    /// The request's media type is not one that objects are read in.
    static let unsupportedMediaType = APIError(
        415, "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: application/json, "
            + "application/yaml, application/vnd.kubernetes.protobuf")

    /// Events are asked for in a form that has no frames.
    static let notStreamed = APIError(
        406, "NotAcceptable",
        "only the following media types are accepted: application/json;stream=watch, "
            + "application/vnd.kubernetes.protobuf;stream=watch")

    /// As a `Status` object.
    var status: Message {
        var status = Message(Self.type)
        status["status"] = .string("Failure")
        status["message"] = .string(message)
        if !reason.isEmpty { status["reason"] = .string(reason) }
        status["code"] = .int(code)
        if !continueToken.isEmpty {
            var metadata = Meta.ListMeta()
            metadata.`continue` = continueToken
            status["metadata"] = .message(metadata.message)
        }
        guard let details, let type = Self.detailsType else { return status }
        var shown = Message(type)
        for (name, value) in [
            ("name", details.name), ("group", details.group), ("kind", details.kind), ("uid", details.uid),
        ]
        where !value.isEmpty {
            shown[name] = .string(value)
        }
        if details.retryAfterSeconds > 0 { shown["retryAfterSeconds"] = .int(details.retryAfterSeconds) }
        if let type = Self.causeType, !details.causes.isEmpty {
            shown["causes"] = .list(
                details.causes.map { cause in
                    var message = Message(type)
                    if !cause.reason.isEmpty { message["reason"] = .string(cause.reason) }
                    if !cause.message.isEmpty { message["message"] = .string(cause.message) }
                    if !cause.field.isEmpty { message["field"] = .string(cause.field) }
                    return .message(message)
                })
        }
        status["details"] = .message(shown)
        return status
    }

    static let type = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.Status")
    static let detailsType = Schema.kubernetes.message("k8s.io.apimachinery.pkg.apis.meta.v1.StatusDetails")
    static let causeType = Schema.kubernetes.message("k8s.io.apimachinery.pkg.apis.meta.v1.StatusCause")

    /// `Status` objects say `v1`, whatever group they speak of.
    static let typeMeta = TypeMeta(apiVersion: "v1", kind: "Status")

    /// A deletion that removed the object.
    static func success(_ resource: ResourceDefinition, name: String, uid: String) -> Message {
        var status = Message(type)
        status["status"] = .string("Success")
        guard let detailsType else { return status }
        var details = Message(detailsType)
        details["name"] = .string(name)
        if !resource.group.isEmpty { details["group"] = .string(resource.group) }
        details["kind"] = .string(resource.plural)
        if !uid.isEmpty { details["uid"] = .string(uid) }
        status["details"] = .message(details)
        return status
    }
}
