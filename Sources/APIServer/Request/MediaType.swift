/// How bodies are written.
enum Encoding: Sendable, Equatable { case json, yaml, protobuf }

/// What of an object is shown.
enum Presentation: Sendable, Equatable {
    case object
    case table
    case partialMetadata
}

/// What a client accepts (RFC 9110, section 12.5.1, with Kubernetes' parameters `as`, `v`, `g`).
struct Accepted: Sendable, Equatable {
    var encoding: Encoding
    var presentation: Presentation = .object
    /// `as=APIGroupDiscoveryList`.
    var aggregatedDiscoveryVersion: String?

    static let json = Accepted(encoding: .json)

    /// The first type of the header that the server has.
    ///
    /// - Parameters:
    ///   - header: of the request.
    ///   - isCustom: objects are custom ones, which have no binary form; their metadata alone has.
    static func choose(_ header: String?, isCustom: Bool = false) throws(APIError) -> Accepted {
        guard let header, !header.isEmpty else { return .json }
        var sawKnownType = false
        for part in header.split(separator: ",") {
            let pieces = part.split(separator: ";").map { trimmed($0) }
            guard let type = pieces.first else { continue }
            let encoding: Encoding
            switch type {
            case "application/json", "*/*", "application/*": encoding = .json
            case "application/yaml": encoding = .yaml
            case "application/vnd.kubernetes.protobuf": encoding = .protobuf
            default: continue
            }
            sawKnownType = true
            var parameters: [String: String] = [:]
            for piece in pieces.dropFirst() {
                let halves = piece.split(separator: "=", maxSplits: 1)
                if halves.count == 2 { parameters[String(halves[0])] = String(halves[1]) }
            }
            guard let shape = parameters["as"] else {
                if isCustom, encoding == .protobuf { continue }
                return Accepted(encoding: encoding)
            }
            let group = parameters["g"] ?? ""
            let version = parameters["v"] ?? ""
            if shape == "APIGroupDiscoveryList", group == "apidiscovery.k8s.io" {
                if version == "v2" || version == "v2beta1" {
                    return Accepted(encoding: encoding, aggregatedDiscoveryVersion: version)
                }
                continue
            }
            guard group == "meta.k8s.io", version == "v1" || version == "v1beta1" else { continue }
            if shape == "Table", encoding != .protobuf, version == "v1" {
                return Accepted(encoding: encoding, presentation: .table)
            }
            if shape == "PartialObjectMetadata" || shape == "PartialObjectMetadataList" {
                return Accepted(encoding: encoding, presentation: .partialMetadata)
            }
        }
        if sawKnownType, isCustom {
            throw APIError(
                406, "NotAcceptable",
                "object *unstructured.Unstructured does not implement the protobuf marshalling interface and cannot be "
                    + "encoded to a protobuf message")
        }
        if sawKnownType {
            throw APIError(
                406, "NotAcceptable",
                "only the following media types are accepted: application/json, application/yaml, "
                    + "application/vnd.kubernetes.protobuf")
        }
        throw APIError(406, "NotAcceptable", "406: Not Acceptable", details: APIError.Details())
    }

    private static func trimmed(_ text: Substring) -> String {
        var view = text
        while view.first == " " { view.removeFirst() }
        while view.last == " " { view.removeLast() }
        return String(view)
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
