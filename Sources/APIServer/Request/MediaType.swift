import Objects

/// How bodies are written.
enum Encoding: Sendable, Equatable { case json, yaml, protobuf }

/// What of an object is shown.
enum Presentation: Sendable, Equatable {
    case object
    case table
    case partialMetadata
    case partialMetadataList

    var isPartial: Bool { self == .partialMetadata || self == .partialMetadataList }
}

/// The versions of meta.k8s.io in which tables and objects' metadata can be had, alike but for what they say they are.
enum MetaVersion: String, Sendable, Hashable {
    case v1, v1beta1

    func kind(_ kind: String) -> TypeMeta { TypeMeta(apiVersion: "meta.k8s.io/\(rawValue)", kind: kind) }
}

/// What a client accepts (RFC 9110, section 12.5.1, with Kubernetes' parameters `as`, `v`, `g`).
struct Accepted: Sendable, Equatable {
    var encoding: Encoding
    var presentation: Presentation = .object
    /// Of the presentation, unless that is the object.
    var metaVersion = MetaVersion.v1
    /// `as=APIGroupDiscoveryList`.
    var aggregatedDiscoveryVersion: String?

    static let json = Accepted(encoding: .json)

    /// The most wanted type of the header that the server has.
    ///
    /// - Parameters:
    ///   - header: of the request.
    ///   - isCustom: objects are custom ones, which have no binary form; their metadata alone has.
    ///   - isDiscovery: what is asked for are discovery documents, which have forms of their own.
    ///   - hasRows: what is answered can be shown as a table; what a POST finds out or does has no columns.
    static func choose(
        _ header: String?, isCustom: Bool = false, isDiscovery: Bool = false, hasRows: Bool = true
    ) throws(APIError) -> Accepted {
        guard let header, !header.isEmpty else { return .json }
        let clauses = AcceptClause.parse(header)
        var isKnown = false
        for clause in clauses {
            guard let encoding = clause.encoding else { continue }
            isKnown = true
            if isCustom, encoding == .protobuf, clause.parameters["as"] == nil { continue }
            guard let accepted = choose(encoding, clause, isDiscovery: isDiscovery) else { continue }
            if hasRows || accepted.presentation != .table { return accepted }
        }
        if isKnown || isCustom {
            throw APIError(
                406, "NotAcceptable",
                "only the following media types are accepted: application/json, application/yaml, "
                    + "application/vnd.kubernetes.protobuf")
        }
        throw APIError(406, "NotAcceptable", "406: Not Acceptable", details: APIError.Details())
    }

    /// Nil: the form that the clause asks for is none that there is.
    private static func choose(_ encoding: Encoding, _ clause: AcceptClause, isDiscovery: Bool) -> Accepted? {
        guard let shape = clause.parameters["as"] else { return Accepted(encoding: encoding) }
        let version = clause.parameters["v"] ?? ""
        if isDiscovery {
            guard shape == "APIGroupDiscoveryList", clause.parameters["g"] == "apidiscovery.k8s.io",
                version == "v2" || version == "v2beta1"
            else { return nil }
            return Accepted(encoding: encoding, aggregatedDiscoveryVersion: version)
        }
        guard clause.parameters["g"] == "meta.k8s.io", let version = MetaVersion(rawValue: version) else { return nil }
        let presentation: Presentation
        switch shape {
        case "Table" where encoding != .protobuf: presentation = .table
        case "PartialObjectMetadata": presentation = .partialMetadata
        case "PartialObjectMetadataList": presentation = .partialMetadataList
        default: return nil
        }
        return Accepted(encoding: encoding, presentation: presentation, metaVersion: version)
    }
}

extension Encoding {
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .yaml: "application/yaml"
        case .protobuf: "application/vnd.kubernetes.protobuf"
        }
    }

    /// The encoding of a request's body; nil: not one that objects are read in.
    init?(contentType: String?) {
        let type = contentType?.split(separator: ";").first.map(String.init) ?? ""
        switch type {
        case "", "application/json": self = .json
        case "application/yaml": self = .yaml
        case "application/vnd.kubernetes.protobuf": self = .protobuf
        default: return nil
        }
    }
}
