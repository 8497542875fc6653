public import Wire

/// What strict decoding says of a patch's own text, before it is applied: keys that stand twice, and members that an
/// operation of a JSON patch does not have.
public enum PatchStrictness {
    /// At most `JSONDecoded.problemLimit`, in the order of the text.
    ///
    /// - Throws: when the text is no JSON.
    public static func problems(_ kind: PatchKind, _ patch: [UInt8]) throws(WireError) -> [String] {
        var walk = PatchTextWalk(patch)
        guard kind == .json else {
            try walk.value(at: "")
            return walk.problems
        }
        try walk.operations()
        return walk.problems.map { "json patch \($0)" }
    }
}

private struct PatchTextWalk {
    private var reader: JSONReader
    private(set) var problems: [String] = []

    private static let members: Set<String> = ["op", "path", "from", "value"]

    init(_ text: [UInt8]) { reader = JSONReader(text) }

    private mutating func report(_ what: String, _ place: String) {
        if problems.count < JSONDecoded.problemLimit { problems.append("\(what) field \"\(place)\"") }
    }

    mutating func operations() throws(WireError) {
        guard try reader.peek() == .array else { return }
        try reader.beginArray()
        var index = 0
        while try reader.nextElement() {
            if try reader.peek() == .object {
                try object(at: "[\(index)]", isOperation: true)
            } else {
                try reader.skipValue()
            }
            index += 1
        }
    }

    mutating func value(at place: String) throws(WireError) {
        switch try reader.peek() {
        case .object: try object(at: place, isOperation: false)
        case .array:
            try reader.beginArray()
            var index = 0
            while try reader.nextElement() {
                try value(at: "\(place)[\(index)]")
                index += 1
            }
        default: try reader.skipValue()
        }
    }

    private mutating func object(at place: String, isOperation: Bool) throws(WireError) {
        try reader.beginObject()
        var seen: Set<String> = []
        while let key = try reader.nextKey() {
            let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
            let inner = place.isEmpty ? name : "\(place).\(name)"
            if isOperation, !Self.members.contains(name) {
                report("unknown", inner)
                try reader.skipValue()
                continue
            }
            if !seen.insert(name).inserted { report("duplicate", inner) }
            try value(at: inner)
        }
    }
}
