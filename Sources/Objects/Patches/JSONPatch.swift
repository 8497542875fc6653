import Wire

/// JSON Patch (RFC 6902): operations that are applied in order, all or none.
///
/// More is let pass than the RFC does, as Kubernetes' servers always have: a member that is not there counts as null when it
/// is tested or copied, and may be replaced; a value that is not given is null; indexes count from a list's end when they
/// are negative.
public enum JSONPatch {
    /// - Parameter patch: a list of operations.
    public static func apply(
        _ patch: Value, to document: Value, limits: PatchLimits = .standard
    ) throws(PatchError) -> Value {
        guard case .list(let operations) = patch else {
            throw PatchError(
                .malformed,
                "error decoding patch: json: cannot unmarshal \(FreeValue.goKind(patch)) into Go value of type "
                    + "[]handlers.jsonPatchOp")
        }
        guard operations.count <= limits.operations else {
            throw PatchError(
                .tooLarge,
                "Request entity too large: The allowed maximum operations in a JSON patch is \(limits.operations), got "
                    + "\(operations.count)")
        }
        for operation in operations { try check(operation) }
        var run = JSONPatchRun(document: document, limits: limits)
        for (number, operation) in operations.enumerated() {
            do { try run.apply(operation) } catch  where error.code == .doesNotApply {
                throw PatchError(.doesNotApply, "operation \(number) of the JSON patch: \(error.message)")
            }
        }
        return run.document
    }

    /// All operations have the form that the RFC gives them, before the first is carried out.
    private static func check(_ operation: Value) throws(PatchError) {
        guard let members = operation.asMap else {
            throw PatchError(
                .malformed,
                "error decoding patch: json: cannot unmarshal \(FreeValue.goKind(operation)) into Go value of type "
                    + "handlers.jsonPatchOp")
        }
        for name in ["op", "path", "from"] {
            guard let member = members[name], member != .null, member.asString == nil else { continue }
            throw PatchError(
                .malformed,
                "error decoding patch: json: cannot unmarshal \(FreeValue.goKind(member)) into Go struct field "
                    + "jsonPatchOp.\(name) of type string")
        }
    }
}

/// The document while operations are being applied, and what they may still cost.
private struct JSONPatchRun {
    private(set) var document: Value
    private var copyableBytes: Int
    private var steps: Int

    init(document: Value, limits: PatchLimits) {
        self.document = document
        copyableBytes = limits.resultBytes
        steps = limits.steps
    }

    mutating func apply(_ operation: Value) throws(PatchError) {
        guard let operation = operation.asMap else { throw refusal("it is no operation") }
        let name = operation["op"]?.asString ?? ""
        let path = try pointer(operation, "path")
        switch name {
        case "add", "replace":
            let value = operation["value"] ?? .null
            try checkDepth(value, at: path)
            try put(value, path.tokens[...], isNew: name == "add")
        case "remove": _ = try remove(path.tokens[...])
        case "move":
            let from = try pointer(operation, "from")
            guard !from.contains(path) else { throw refusal("a value cannot be moved into itself") }
            let value = try remove(from.tokens[...])
            try checkDepth(value, at: path)
            try put(value, path.tokens[...], isNew: true)
        case "copy":
            let value = try find(try pointer(operation, "from"))
            try checkDepth(value, at: path, isCopy: true)
            try put(value, path.tokens[...], isNew: true)
        case "test":
            let value = operation["value"] ?? .null
            guard FreeValue.isEqual(try find(path), value) else {
                throw refusal("testing path \(operation["path"]?.asString ?? "") failed: the value is another")
            }
        default: throw refusal("\"\(name)\" is not an operation of JSON Patch")
        }
    }

    private func refusal(_ why: String) -> PatchError { PatchError(.doesNotApply, why) }

    private func pointer(_ operation: StringMap<Value>, _ key: String) throws(PatchError) -> JSONPointer {
        guard let text = operation[key]?.asString else { throw refusal("it has no \(key)") }
        guard let pointer = JSONPointer(text) else { throw refusal("\"\(text)\" is not a JSON pointer") }
        return pointer
    }

    // MARK: What it may cost

    private mutating func spend(_ count: Int) throws(PatchError) {
        steps -= count
        if steps < 0 { throw PatchError(.tooLarge, "Request entity too large: the JSON patch takes too much work") }
    }

    /// The result stays as shallow as any document that is read, so that it can be walked; copies stay within bounds
    /// together, since each may double the document.
    private mutating func checkDepth(_ value: Value, at path: JSONPointer, isCopy: Bool = false) throws(PatchError) {
        guard path.tokens.count + 1 < WireLimits.nesting else { throw tooDeep }
        try measure(value, room: WireLimits.nesting - path.tokens.count, isCopy: isCopy)
    }

    private var tooDeep: PatchError {
        PatchError(.tooLarge, "Request entity too large: the JSON patch nests deeper than \(WireLimits.nesting) levels")
    }

    private mutating func measure(_ value: Value, room: Int, isCopy: Bool) throws(PatchError) {
        guard room > 0 else { throw tooDeep }
        try spend(1)
        if isCopy {
            if case .string(let text) = value { copyableBytes -= text.utf8.count }
            copyableBytes -= 2
            guard copyableBytes >= 0 else {
                throw PatchError(.tooLarge, "Request entity too large: the JSON patch copies too much")
            }
        }
        switch value {
        case .list(let list): for item in list { try measure(item, room: room - 1, isCopy: isCopy) }
        case .map(let map):
            for entry in map.entries {
                if isCopy { copyableBytes -= entry.key.utf8.count }
                try measure(entry.value, room: room - 1, isCopy: isCopy)
            }
        default: break
        }
    }

    // MARK: Walking

    /// The value at a place; a last member that is not there is null.
    private func find(_ path: JSONPointer) throws(PatchError) -> Value {
        var value = document
        for (depth, token) in path.tokens.enumerated() {
            switch value {
            case .map(let map):
                guard let next = map[token] ?? (depth + 1 == path.tokens.count ? .null : nil) else {
                    throw refusal("\"\(token)\" is not there")
                }
                value = next
            case .list(let list):
                guard let index = JSONPointer.index(token, count: list.count) else {
                    throw refusal("the list has no item \"\(token)\"")
                }
                value = list[index]
            default: throw refusal("\"\(token)\" is looked for in something that has no members")
            }
        }
        return value
    }

    /// - Parameter isNew: a list makes room for the value, at its end for `-`; otherwise it takes an item's place.
    private mutating func put(_ value: Value, _ path: ArraySlice<String>, isNew: Bool) throws(PatchError) {
        guard let last = path.last else {
            document = value
            return
        }
        // What moves to make room: all later items of a list; of a map's entries half, in one block.
        var moved = 0
        try Self.change(&document, path.dropLast()) { parent throws(PatchError) in
            switch parent {
            case .map(var map):
                parent = .null
                if map[last] == nil { moved = map.count / 4 }
                map[last] = value
                parent = .map(map)
            case .list(var list):
                let places = isNew ? list.count + 1 : list.count
                guard let index = isNew && last == "-" ? list.count : JSONPointer.index(last, count: places) else {
                    throw PatchError(.doesNotApply, "the list has no \(isNew ? "place" : "item") \"\(last)\"")
                }
                parent = .null
                if isNew {
                    moved = list.count - index
                    list.insert(value, at: index)
                } else {
                    list[index] = value
                }
                parent = .list(list)
            default:
                let what = isNew ? "added to" : "replaced in"
                throw PatchError(.doesNotApply, "\"\(last)\" is \(what) something that has no members")
            }
        }
        try spend(moved)
    }

    private mutating func remove(_ path: ArraySlice<String>) throws(PatchError) -> Value {
        guard let last = path.last else { throw refusal("the whole document cannot be removed") }
        var removed = Value.null
        var moved = 0
        try Self.change(&document, path.dropLast()) { parent throws(PatchError) in
            switch parent {
            case .map(var map):
                guard let found = map[last] else { throw PatchError(.doesNotApply, "\"\(last)\" is not there") }
                parent = .null
                moved = map.count / 4
                map[last] = nil
                removed = found
                parent = .map(map)
            case .list(var list):
                guard let index = JSONPointer.index(last, count: list.count) else {
                    throw PatchError(.doesNotApply, "the list has no item \"\(last)\"")
                }
                parent = .null
                moved = list.count - index
                removed = list.remove(at: index)
                parent = .list(list)
            default: throw PatchError(.doesNotApply, "\"\(last)\" is removed from something that has no members")
            }
        }
        try spend(moved)
        return removed
    }

    /// Changes the value at `path` in place: parents leave their slots meanwhile, so that nothing is copied. After an error
    /// the document is of no use.
    private static func change(
        _ value: inout Value, _ path: ArraySlice<String>, _ change: (inout Value) throws(PatchError) -> Void
    ) throws(PatchError) {
        guard let token = path.first else {
            try change(&value)
            return
        }
        switch value {
        case .map(var map):
            guard var child = map[token] else { throw PatchError(.doesNotApply, "\"\(token)\" is not there") }
            value = .null
            map[token] = .null
            try Self.change(&child, path.dropFirst(), change)
            map[token] = child
            value = .map(map)
        case .list(var list):
            guard let index = JSONPointer.index(token, count: list.count) else {
                throw PatchError(.doesNotApply, "the list has no item \"\(token)\"")
            }
            value = .null
            try Self.change(&list[index], path.dropFirst(), change)
            value = .list(list)
        default: throw PatchError(.doesNotApply, "\"\(token)\" is looked for in something that has no members")
        }
    }
}
