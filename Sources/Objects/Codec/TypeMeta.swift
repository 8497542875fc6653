public import Wire

/// `apiVersion` and `kind` as they stand at the top of a JSON object, without decoding the rest.
public struct TypeMeta: Sendable, Equatable {
    public var apiVersion: String
    public var kind: String

    public init(apiVersion: String, kind: String) {
        self.apiVersion = apiVersion
        self.kind = kind
    }

    /// The type's own.
    public init(of type: MessageDescriptor) {
        apiVersion = type.apiVersion
        kind = type.name
    }

    /// - Throws: when the text is no JSON, no object, or one of the two is no string; `null` is an object without both.
    public init(scanning json: [UInt8]) throws(WireError) {
        apiVersion = ""
        kind = ""
        var reader = JSONReader(json)
        var mismatch: WireError?
        let first = try reader.peek()
        if first == .object {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
                guard name == "apiVersion" || name == "kind" else {
                    try reader.skipValue()
                    continue
                }
                switch try reader.peek() {
                case .string where name == "kind": kind = try reader.string()
                case .string: apiVersion = try reader.string()
                case .null: try reader.null()
                case let other:
                    let at = reader.position
                    try reader.skipValue()
                    if mismatch == nil {
                        mismatch = WireError(
                            .invalidJSON, at: at,
                            "json: cannot unmarshal \(other) into Go struct field .\(name) of type string")
                    }
                }
            }
        } else {
            try reader.skipValue()
            if first != .null {
                mismatch = WireError(
                    .invalidJSON, at: 0,
                    "json: cannot unmarshal \(first) into Go value of type struct { APIVersion string "
                        + "\"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }")
            }
        }
        // What is no JSON at all is said first, wherever it begins.
        try reader.finish()
        if let mismatch { throw mismatch }
    }
}
