import Wire

/// What is wrong with a body, in the words of Go's decoders.
extension JSONDecoderState {
    /// `spec.containers[0].name`, as strict decoding names fields.
    var fullPath: String {
        var text = ""
        for step in path {
            switch step {
            case .field(let name), .key(let name): text += text.isEmpty ? name : "." + name
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    mutating func report(_ what: String, _ name: String) {
        guard problems.count < JSONDecoded.problemLimit else { return }
        let place = fullPath
        problems.append("\(what) \"\(place.isEmpty ? name : "\(place).\(name)")\"")
    }

    func problem(_ message: String) -> DecodingError {
        DecodingError(path: fullPath, message: message)
    }

    /// `spec.containers.name`: as Go's decoder names fields, without indexes and map keys.
    var structPath: String {
        path.compactMap { if case .field(let name) = $0 { name } else { nil } }.joined(separator: ".")
    }

    func mismatch(
        _ kind: JSONReader.Kind, _ field: FieldDescriptor, _ owner: String, whole: Bool
    ) -> DecodingError {
        typeError("\(kind)", owner, goType(field, whole: whole))
    }

    func outOfRange(_ number: JSONReader.Number, _ field: FieldDescriptor, _ owner: String) -> DecodingError {
        typeError(
            "number \(String(decoding: reader.bytes[number.text].prefix(64), as: UTF8.self))", owner,
            goType(field, whole: false))
    }

    func typeError(_ what: String, _ owner: String, _ goType: String) -> DecodingError {
        DecodingError(
            message: "json: cannot unmarshal \(what) into Go struct field \(owner).\(structPath) of type \(goType)")
    }

    func mismatch(_ kind: JSONReader.Kind, structName: String, field: String, goType: String) -> DecodingError {
        let place = (path.isEmpty ? [] : [structPath]) + [field]
        return DecodingError(
            message:
                "json: cannot unmarshal \(kind) into Go struct field \(structName).\(place.joined(separator: ".")) of type \(goType)"
        )
    }

    func mismatch(_ kind: JSONReader.Kind, goType: String) -> DecodingError {
        DecodingError(message: "json: cannot unmarshal \(kind) into Go value of type v1.\(goType)")
    }

    /// The Go type that Kubernetes' decoder would name.
    func goType(_ field: FieldDescriptor, whole: Bool) -> String {
        let element: String =
            switch field.kind {
            case .bool: "bool"
            case .int32, .intOrString: "int32"
            case .int64, .duration: "int64"
            case .uint32: "uint32"
            case .uint64: "uint64"
            case .double, .float: "float64"
            case .string, .quantity, .time, .microTime: "string"
            case .bytes: "[]uint8"
            case .stringList: "[]string"
            default: "v1.\(field.message?.name ?? "RawExtension")"
            }
        guard whole else { return element }
        return switch field.label {
        case .singular: element
        case .repeated: "[]\(element)"
        case .map: "map[string]\(element)"
        }
    }
}
