import Objects

/// Whether free JSON is what a schema says: types, declared members, lists whose items can be told apart.
struct Validation {
    private(set) var faults: [String] = []

    /// - Throws: `untypable`, with all faults in Kubernetes' words.
    static func check(_ value: Value, _ shape: Shape) throws(OwnershipError) {
        var validation = Validation()
        validation.check(value, shape, [])
        guard let first = validation.faults.first else { return }
        if validation.faults.count == 1 { throw .untypable(first) }
        throw .untypable((["errors:"] + validation.faults.map { "  \($0)" }).joined(separator: "\n"))
    }

    private mutating func note(_ fault: String, at path: FieldPath) {
        guard faults.count < OwnershipLimits.faults else { return }
        faults.append(path.isEmpty ? fault : "\(path.text): \(fault)")
    }

    private mutating func check(_ value: Value, _ shape: Shape, _ path: FieldPath) {
        if value == .null { return }
        switch shape.kind {
        case .scalar(let scalar): check(value, scalar, path)
        case .any: break
        case .fields, .map, .object:
            guard case .map(let map) = value else {
                return note("expected map, got &{\(FreeValue.goText(value))}", at: path)
            }
            for entry in map.entries {
                let inner = path + [.field(entry.key)]
                if let (member, _) = shape.member(entry.key) {
                    check(entry.value, member, inner)
                } else {
                    note("field not declared in schema", at: inner)
                }
            }
        case .list, .array:
            guard case .list(let list) = value else {
                return note("expected list, got &{\(FreeValue.goText(value))}", at: path)
            }
            check(list, shape, path)
        }
    }

    private mutating func check(_ list: [Value], _ shape: Shape, _ path: FieldPath) {
        let item = shape.item
        var seen = FieldSet()
        for (place, value) in list.enumerated() {
            guard !shape.isAtomic else {
                check(value, item, path + [.index(place)])
                continue
            }
            let element: PathElement
            do throws(OwnershipError) { element = try ListItems.element(of: value, in: shape) } catch {
                if case .untypable(let words) = error { note("element \(place): \(words)", at: path) }
                return
            }
            if seen[element] != nil { note("duplicate entries for key \(element)", at: path) }
            seen.insert(element, isMember: true)
            check(value, item, path + [element])
        }
    }

    private mutating func check(_ value: Value, _ scalar: Shape.Scalar, _ path: FieldPath) {
        switch (scalar, value) {
        case (.string, .string), (.numeric, .int), (.numeric, .double), (.boolean, .bool): break
        case (.any, .string), (.any, .int), (.any, .double), (.any, .bool): break
        case (.string, _):
            note("expected string, got &value.valueUnstructured{Value:\(GoText.literal(value))}", at: path)
        case (.numeric, _): note("expected numeric (int or float), got \(GoText.type(value))", at: path)
        case (.boolean, _): note("expected boolean, got &{\(FreeValue.goText(value))}", at: path)
        case (.any, _): note("expected any scalar, got &{\(FreeValue.goText(value))}", at: path)
        }
    }
}
