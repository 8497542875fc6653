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

/// What a client accepts (RFC 9110, section 12.5.1, with Kubernetes' parameters `as`, `v`, `g`).
struct Accepted: Sendable, Equatable {
    var encoding: Encoding
    var presentation: Presentation = .object
    /// `as=APIGroupDiscoveryList`.
    var aggregatedDiscoveryVersion: String?

    static let json = Accepted(encoding: .json)

    /// The most wanted type of the header that the server has.
    ///
    /// - Parameters:
    ///   - header: of the request.
    ///   - isCustom: objects are custom ones, which have no binary form; their metadata alone has.
    ///   - isDiscovery: what is asked for are discovery documents, which have forms of their own.
    static func choose(
        _ header: String?, isCustom: Bool = false, isDiscovery: Bool = false
    ) throws(APIError) -> Accepted {
        guard let header, !header.isEmpty else { return .json }
        let clauses = AcceptClause.parse(header)
        var isKnown = false
        for clause in clauses {
            guard let encoding = clause.encoding else { continue }
            isKnown = true
            if isCustom, encoding == .protobuf, clause.parameters["as"] == nil { continue }
            if let accepted = choose(encoding, clause, isDiscovery: isDiscovery) { return accepted }
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
        let group = clause.parameters["g"] ?? ""
        let version = clause.parameters["v"] ?? ""
        switch (shape, group, version) {
        case ("APIGroupDiscoveryList", "apidiscovery.k8s.io", "v2"),
            ("APIGroupDiscoveryList", "apidiscovery.k8s.io", "v2beta1"):
            return isDiscovery ? Accepted(encoding: encoding, aggregatedDiscoveryVersion: version) : nil
        case ("Table", "meta.k8s.io", "v1") where encoding != .protobuf:
            return Accepted(encoding: encoding, presentation: .table)
        case ("PartialObjectMetadata", "meta.k8s.io", "v1"), ("PartialObjectMetadata", "meta.k8s.io", "v1beta1"):
            return Accepted(encoding: encoding, presentation: .partialMetadata)
        case ("PartialObjectMetadataList", "meta.k8s.io", "v1"),
            ("PartialObjectMetadataList", "meta.k8s.io", "v1beta1"):
            return Accepted(encoding: encoding, presentation: .partialMetadataList)
        default: return nil
        }
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
