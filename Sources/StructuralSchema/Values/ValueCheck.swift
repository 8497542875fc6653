public import Objects

/// Checks a value against a schema's rules, in the order and with the words of Kubernetes' validation (OpenAPI 3 as
/// k8s.io/kube-openapi reads it).
struct ValueCheck {
    private let schema: StructuralSchema
    private var path = ValuePath()
    private(set) var problems: [FieldProblem] = []
    /// Steps that are left; once there are none, the object is refused as a whole.
    private var budget: Int
    private(set) var isExhausted = false
    /// What stands before a problem's field: `spec.….default.` while defaults are checked.
    private let prefix: String

    /// - Parameter prefix: where the value lies in the object that is told of; empty: it is the object.
    init(_ schema: StructuralSchema, prefix: String = "", budget: Int = SchemaLimits.steps) {
        self.schema = schema
        self.budget = budget
        self.prefix = prefix
    }

    // MARK: Telling

    /// The field of a problem. Kubernetes has no name for the object itself.
    private func field(_ suffix: String = "") -> String {
        let place = path.text + suffix
        let inner = place.hasPrefix(".") ? String(place.dropFirst()) : place
        if inner.isEmpty { return prefix.isEmpty ? "<nil>" : prefix }
        return prefix.isEmpty ? inner : "\(prefix).\(inner)"
    }

    private mutating func tell(_ problem: FieldProblem) {
        if problems.count < SchemaLimits.problems { problems.append(problem) }
    }

    private mutating func invalid(_ value: String, _ why: String) {
        tell(.invalid(field(), value, "\(path.text) in body \(why)"))
    }

    /// A problem of the value as a whole that names no field.
    private mutating func composite(_ why: String) {
        tell(.invalid(prefix.isEmpty ? "<nil>" : prefix, "\"\"", "\(GoText.quoted(path.text)) \(why)"))
    }

    private mutating func wrongType(_ expected: String, _ found: String) {
        let shown = GoText.quoted(found)
        tell(.typeInvalid(field(), shown, "\(path.text) in body must be of type \(expected): \(shown)"))
    }

    /// One step; false: there were too many.
    private mutating func spend() -> Bool {
        budget -= 1
        if budget > 0 { return true }
        if !isExhausted {
            isExhausted = true
            composite("takes too long to be validated")
        }
        return false
    }

    // MARK: Walking

    /// - Parameter before: what stood in the same place before a change; nil: nothing, or it cannot be told what did. What
    ///   has not changed keeps its faults untold.
    /// - Returns: how much of it held, by which the closest of several alternatives is found.
    @discardableResult
    mutating func check(_ value: Value, _ index: Int32, before: Value? = nil) -> Int {
        let told = problems.count
        let matches = checkNow(value, index, before: before)
        if problems.count > told, !isExhausted, let before, FreeValue.isEqual(before, value) {
            problems.removeSubrange(told...)
        }
        return matches
    }

    /// The same without mercy for what has not changed itself; what is within it may have.
    private mutating func checkNow(_ value: Value, _ index: Int32, before: Value?) -> Int {
        guard index >= 0, problems.count < SchemaLimits.problems, spend() else { return 0 }
        let node = schema.nodes[Int(index)]
        let rules = schema.rules(of: node)
        var matches = 1 + checkType(value, node, rules)
        if value == .null {
            for rule in rules { if case .oneValueOf = rule { matches += apply(rule, value, before) } }
            return matches
        }
        for rule in rules { matches += apply(rule, value, before) }
        switch value {
        case .map(let map): matches += members(map, node, before)
        case .list(let list):
            guard node.items >= 0 else { break }
            let items = ItemsBefore(before, keys: node.listType == .map ? Array(schema.mapKeys(of: node)) : [])
            for position in list.indices {
                path.push(.index(position))
                matches += check(list[position], node.items, before: items?.counterpart(of: list[position]))
                path.pop()
            }
        default: break
        }
        return matches
    }

    private mutating func members(
        _ map: StringMap<Value>, _ node: StructuralSchema.Node, _ before: Value?
    ) -> Int {
        var matches = 0
        let was: StringMap<Value>? = if case .map(let map)? = before { map } else { nil }
        let isTop = path.steps.isEmpty && prefix.isEmpty
        for entry in map.entries {
            let property = schema.property(node, entry.key)
            if property < 0, node.traits.contains(.forbidsOthers) {
                let name = path.text
                tell(
                    .invalid(
                        field(), GoText.quoted(entry.key), "\(name).\(entry.key) in body is a forbidden property")
                )
                continue
            }
            let child = property >= 0 ? property : node.additional
            guard child >= 0 else { continue }
            // Both have been brought into one version: what they were before, nobody sees.
            let isCorrelated = !isTop || entry.key != "apiVersion" && entry.key != "kind"
            path.push(.member(entry.key))
            matches += check(entry.value, child, before: isCorrelated ? was?[entry.key] : nil)
            path.pop()
        }
        return matches
    }

    private mutating func checkType(
        _ value: Value, _ node: StructuralSchema.Node, _ rules: ArraySlice<ValueRule>
    ) -> Int {
        var format = ""
        for case .format(let name) in rules { format = schema.names[Int(name)] }
        let isIntOrString = node.traits.contains(.intOrString)
        guard node.type != .any || isIntOrString || !format.isEmpty else { return 0 }
        let expected = isIntOrString ? "integer,string" : node.type.name
        guard let found = ValueType.of(value) else {
            if node.traits.contains(.nullable) || expected.isEmpty { return 1 }
            wrongType(expected, "null")
            return 0
        }
        let takesIntegers = isIntOrString || node.type == .integer
        let takesNumbers = takesIntegers || node.type == .number
        let isWhole: Bool = if case .double(let number) = value { Self.isWhole(number) } else { false }
        let fits =
            found.type == node.type || isIntOrString && (found.type == .integer || found.type == .string)
            || isWhole && takesIntegers || found.type == .integer && node.type == .number
        let isText = found.type == .string || found.type == .array
        if !isText, !format.isEmpty, !fits, found.format != format {
            wrongType(format, found.format)
            return 0
        }
        if !takesNumbers, !format.isEmpty, isText { return 1 }
        if fits { return 1 }
        wrongType(expected, found.type.name)
        return 0
    }

    /// A number that JSON may write as an integer.
    private static func isWhole(_ number: Double) -> Bool {
        number.isFinite && number.rounded() == number && number.magnitude <= 9_007_199_254_740_991
    }

    // MARK: Rules

    private mutating func apply(_ rule: ValueRule, _ value: Value, _ before: Value?) -> Int {
        switch (rule, value) {
        case (.anyOf(let branches), _): return anyOf(branches, value, before)
        case (.oneOf(let branches), _): return oneOf(branches, value, before)
        case (.allOf(let branches), _): return allOf(branches, value, before)
        case (.not(let branch), _):
            let held = attempt(value, branch, before).problems.isEmpty
            if held { composite("must not validate the schema (not)") }
        case (.oneValueOf(let allowed), _):
            let values = schema.values[Int(allowed.lowerBound)..<Int(allowed.upperBound)]
            guard !values.contains(where: { FreeValue.isEqual($0, value) }) else { break }
            let shown = values.map { allowed in
                if case .string(let text) = allowed { return text }
                return String(decoding: FreeValue.text(allowed), as: UTF8.self)
            }
            tell(.notSupported(field(), GoNumber.shown(value), shown))
        case (.format(let name), .string(let text)):
            let format = schema.names[Int(name)]
            guard !ValueFormat.holds(format, text) else { return 1 }
            wrongType(format, text)
        case (.format(let name), .int), (.format(let name), .double): checkRange(value, schema.names[Int(name)])
        case (_, .string(let text)): return applyText(rule, text)
        case (_, .int(let number)): return applyNumber(rule, Double(number), value)
        case (_, .double(let number)): return applyNumber(rule, number, value)
        case (_, .list(let list)): applyList(rule, list)
        case (_, .map(let map)): applyMap(rule, map)
        default: break
        }
        return 0
    }

    private mutating func applyText(_ rule: ValueRule, _ text: String) -> Int {
        let shown = { GoText.quoted(text) }
        switch rule {
        case .maxLength(let limit) where text.unicodeScalars.count > limit:
            tell(.tooLong(field(), limitCharacters: limit))
        case .minLength(let limit) where text.unicodeScalars.count < limit:
            invalid(shown(), "should be at least \(limit) chars long")
        case .pattern(let name):
            let pattern = schema.names[Int(name)]
            switch (try? PatternShelf.shared.pattern(pattern))?.matches(text, budget: &budget) {
            case true?: return 1
            case false?: invalid(shown(), "should match '\(pattern)'")
            case nil: invalid(shown(), "is too long to be matched against '\(pattern)'")
            }
        default: break
        }
        return 0
    }

    private mutating func applyNumber(_ rule: ValueRule, _ number: Double, _ value: Value) -> Int {
        switch rule {
        case .minimum(let limit, let isExclusive):
            guard isExclusive ? number > limit : number >= limit else {
                let words = isExclusive ? "greater than" : "greater than or equal to"
                invalid(GoNumber.shown(value), "should be \(words) \(GoNumber.text(limit))")
                return 0
            }
        case .maximum(let limit, let isExclusive):
            guard isExclusive ? number < limit : number <= limit else {
                let words = isExclusive ? "less than" : "less than or equal to"
                invalid(GoNumber.shown(value), "should be \(words) \(GoNumber.text(limit))")
                return 0
            }
        case .multipleOf(let factor):
            guard factor > 0, Self.isMultiple(number, of: factor) else {
                invalid(GoNumber.shown(value), "should be a multiple of \(GoNumber.text(factor))")
                return 0
            }
        default: return 0
        }
        return 1
    }

    private static func isMultiple(_ number: Double, of factor: Double) -> Bool {
        let quotient = factor < 1 ? 1 / factor * number : number / factor
        return quotient.isFinite && quotient.rounded() == quotient
    }

    /// Whether a number can be one of its format.
    private mutating func checkRange(_ value: Value, _ format: String) {
        let fits: Bool
        let type: String
        switch (format, value) {
        case ("int32", .int(let number)): (fits, type) = (Int32(exactly: number) != nil, "integer")
        case ("int32", .double(let number)): (fits, type) = (Int32(exactly: number) != nil, "integer")
        case ("int64", .double(let number)): (fits, type) = (Int64(exactly: number) != nil, "integer")
        case ("float", .double(let number)): (fits, type) = (Float(number).isFinite, "number")
        default: return
        }
        guard !fits else { return }
        tell(
            .invalid(
                prefix.isEmpty ? "<nil>" : prefix, "\"\"",
                "Checked value must be of type \(type) with format \(format) in \(path.text)"))
    }

    private mutating func applyList(_ rule: ValueRule, _ list: [Value]) {
        switch rule {
        case .minItems(let limit) where list.count < limit:
            invalid(String(list.count), "should have at least \(limit) items")
        case .maxItems(let limit) where list.count > limit: tell(.tooMany(field(), list.count, limit: limit))
        case .uniqueItems:
            var seen: Set<[UInt8]> = []
            guard list.allSatisfy({ seen.insert(FreeValue.text($0)).inserted }) else {
                invalid("\"\"", "shouldn't contain duplicates")
                return
            }
        default: break
        }
    }

    private mutating func applyMap(_ rule: ValueRule, _ map: StringMap<Value>) {
        switch rule {
        case .minProperties(let limit) where map.count < limit:
            invalid(String(map.count), "should have at least \(limit) properties")
        case .maxProperties(let limit) where map.count > limit: tell(.tooMany(field(), map.count, limit: limit))
        case .required(let names):
            for place in names {
                let name = schema.names[Int(place)]
                if map[name] == nil { tell(.required(field("." + name))) }
            }
        default: break
        }
    }

    // MARK: Alternatives

    private func nodes(_ branches: Range<Int32>) -> ArraySlice<Int32> {
        schema.branches[Int(branches.lowerBound)..<Int(branches.upperBound)]
    }

    /// What is wrong when a value is not what one branch says: taken out of the list of problems again.
    private mutating func attempt(
        _ value: Value, _ branch: Int32, _ before: Value?
    ) -> (problems: ArraySlice<FieldProblem>, matches: Int) {
        let told = problems.count
        let matches = checkNow(value, branch, before: before)
        let found = problems[told...]
        problems.removeSubrange(told...)
        return (found, matches)
    }

    private mutating func anyOf(_ branches: Range<Int32>, _ value: Value, _ before: Value?) -> Int {
        var closest: (problems: ArraySlice<FieldProblem>, matches: Int)?
        for branch in nodes(branches) {
            let found = attempt(value, branch, before)
            if found.problems.isEmpty { return found.matches }
            if found.matches > closest?.matches ?? -1 { closest = found }
        }
        composite("must validate at least one schema (anyOf)")
        for problem in closest?.problems ?? [] { tell(problem) }
        return closest?.matches ?? 0
    }

    private mutating func oneOf(_ branches: Range<Int32>, _ value: Value, _ before: Value?) -> Int {
        var closest: (problems: ArraySlice<FieldProblem>, matches: Int)?
        var held = 0
        var matches = 0
        for branch in nodes(branches) {
            let found = attempt(value, branch, before)
            if found.problems.isEmpty {
                held += 1
                closest = nil
                if held == 1 { matches = found.matches }
            } else if held == 0, found.matches > closest?.matches ?? -1 {
                closest = found
            }
        }
        guard held != 1 else { return matches }
        let why = held == 0 ? "Found none valid" : "Found \(held) valid alternatives"
        composite("must validate one and only one schema (oneOf). \(why)")
        for problem in closest?.problems ?? [] { tell(problem) }
        return closest?.matches ?? 0
    }

    private mutating func allOf(_ branches: Range<Int32>, _ value: Value, _ before: Value?) -> Int {
        var held = 0
        var matches = 0
        for branch in nodes(branches) {
            let told = problems.count
            matches += checkNow(value, branch, before: before)
            if problems.count == told { held += 1 }
        }
        if held < branches.count {
            composite("must validate all the schemas (allOf)\(held == 0 ? ". None validated" : "")")
        }
        return matches
    }
}

extension StructuralSchema {
    /// What breaks the schema's value rules, each problem once.
    ///
    /// - Parameters:
    ///   - object: with `apiVersion`, `kind` and `metadata`; the latter's content matters only when the schema `describes`
    ///     it.
    ///   - before: the object whose place it takes: what has not changed since is not told of.
    public func problems(of object: Value, before: Value? = nil) -> [FieldProblem] {
        problems(of: object, root, prefix: "", before: before)
    }

    /// The same of an object's status alone.
    public func statusProblems(of object: Value, before: Value) -> [FieldProblem] {
        guard case .map(let members) = object, let status = members["status"] else { return [] }
        var was: Value?
        if case .map(let members) = before { was = members["status"] }
        return problems(of: status, property(nodes[Int(root)], "status"), prefix: "status", before: was)
    }

    /// - Parameters:
    ///   - index: of the value's schema; -1: any value is good.
    ///   - prefix: the field that the value is.
    ///   - budget: steps that it may take.
    func problems(
        of value: Value, _ index: Int32, prefix: String, before: Value? = nil, budget: Int = SchemaLimits.steps
    ) -> [FieldProblem] {
        var check = ValueCheck(self, prefix: prefix, budget: budget)
        check.check(value, index, before: before)
        // Among alternatives the problem may have been taken back.
        if check.isExhausted {
            return [.invalid(prefix.isEmpty ? "<nil>" : prefix, "\"\"", "takes too long to be validated")]
        }
        var seen: Set<String> = []
        return check.problems.filter { seen.insert($0.description).inserted }
    }
}
