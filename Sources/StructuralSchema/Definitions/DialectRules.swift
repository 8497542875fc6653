import Objects

/// What a schema of custom resources may say of all that OpenAPI 3 has, and what Kubernetes' own extensions ask for.
struct DialectRules {
    typealias Props = APIExtensions.JSONSchemaProps
    private(set) var problems: [FieldProblem] = []

    private mutating func tell(_ problem: FieldProblem) {
        if problems.count < SchemaLimits.problems { problems.append(problem) }
    }

    /// Where a part of a schema stands.
    private struct Place {
        /// Why there may be no defaults here.
        var noDefaults: String?
        /// Within `metadata`, `kind` or `apiVersion` of an object.
        var isMeta = false
    }

    static func problems(of props: Props, at field: String) -> [FieldProblem] {
        var rules = DialectRules()
        rules.walk(props, field, Place(), isRoot: true)
        return rules.problems
    }

    private mutating func walk(_ props: Props, _ field: String, _ place: Place, isRoot: Bool = false) {
        guard problems.count < SchemaLimits.problems else { return }
        unsupported(props, field, place)
        if props.uniqueItems {
            tell(
                .forbidden(
                    "\(field).uniqueItems",
                    "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"))
        }
        let parts = props.properties
        if let additional = props.message["additionalProperties"] {
            if !parts.isEmpty, additional != .bool(true) {
                tell(
                    .forbidden(
                        "\(field).additionalProperties", "additionalProperties and properties are mutual exclusive"))
            }
            if case .message(let message) = additional {
                var inner = place
                if place.isMeta { inner.noDefaults = "inside additionalProperties applying to object metadata" }
                walk(Props(message), "\(field).additionalProperties", inner)
            }
        }
        for (name, part) in parts {
            var inner = place
            if isRoot || props.xkubernetesembeddedresource, Pruning.metaMembers.contains(name) {
                inner.isMeta = true
                if isRoot { inner.noDefaults = "in top-level \(name)" }
            }
            walk(part, "\(field).properties[\(name)]", inner)
        }
        if let not = props.not { walk(not, "\(field).not", place) }
        for (name, list) in [("allOf", props.allOf), ("oneOf", props.oneOf), ("anyOf", props.anyOf)] {
            for (index, part) in list.enumerated() { walk(part, "\(field).\(name)[\(index)]", place) }
        }
        if let items = SchemaRules.items(props) { walk(items, "\(field).items", place) }
        extensions(props, field)
        lists(props, field)
        expressions(props, field)
    }

    private mutating func unsupported(_ props: Props, _ field: String, _ place: Place) {
        if !props.type.isEmpty, !ValueType.names.contains(props.type) {
            tell(.notSupported("\(field).type", GoText.quoted(props.type), ValueType.names))
        }
        if props.default != nil, let why = place.noDefaults {
            tell(.forbidden("\(field).default", "must not be set \(why)"))
        }
        for (isSaid, name) in [
            (!props.id.isEmpty, "id"), (props.message["additionalItems"] != nil, "additionalItems"),
            (!props.patternProperties.isEmpty, "patternProperties"), (!props.definitions.isEmpty, "definitions"),
            (props.message["dependencies"] != nil, "dependencies"), (props.ref != nil, "$ref"),
        ] where isSaid {
            tell(.forbidden("\(field).\(name)", "\(name) is not supported"))
        }
        if props.type == "null" {
            tell(.forbidden("\(field).type", "type cannot be set to null, use nullable as an alternative"))
        }
        if case .list? = props.message["items"] {
            tell(.forbidden("\(field).items", "items must be a schema object and not an array"))
        }
        if place.isMeta, props.xkubernetesembeddedresource {
            tell(.forbidden("\(field).x-kubernetes-embedded-resource", "must not be used inside of resource meta"))
        }
    }

    private mutating func extensions(_ props: Props, _ field: String) {
        if props.xkubernetespreserveunknownfields == false {
            tell(.invalid("\(field).x-kubernetes-preserve-unknown-fields", "false", "must be true or undefined"))
        }
        let type = "\(field).type"
        if let mapType = props.xkubernetesmaptype {
            if props.type != "object" {
                let why = "must be object if x-kubernetes-map-type is specified"
                tell(props.type.isEmpty ? .required(type, why) : .invalid(type, text: props.type, why))
            }
            if mapType != "atomic", mapType != "granular" {
                tell(
                    .notSupported(
                        "\(field).x-kubernetes-map-type", GoText.quoted(mapType), ["atomic", "granular"]))
            }
        }
        guard let listType = props.xkuberneteslisttype else { return }
        if props.type != "array" {
            let why = "must be array if x-kubernetes-list-type is specified"
            tell(props.type.isEmpty ? .required(type, why) : .invalid(type, text: props.type, why))
        } else if listType == "set", let items = SchemaRules.items(props) {
            let why = "must be atomic as item of a list with x-kubernetes-list-type=set"
            let shown = items.xkuberneteslisttype.map(GoText.quoted) ?? "null"
            if items.type == "array", items.xkuberneteslisttype ?? "atomic" != "atomic" {
                tell(.invalid("\(field).items.x-kubernetes-list-type", shown, why))
            } else if items.type == "object", items.xkubernetesmaptype != "atomic" {
                tell(.invalid("\(field).items.x-kubernetes-map-type", shown, why))
            }
        }
        if !["atomic", "set", "map"].contains(listType) {
            tell(
                .notSupported(
                    "\(field).x-kubernetes-list-type", GoText.quoted(listType), ["atomic", "set", "map"]))
        }
    }

    private mutating func lists(_ props: Props, _ field: String) {
        let keys = props.xkuberneteslistmapkeys
        let keysField = "\(field).x-kubernetes-list-map-keys"
        if !keys.isEmpty, props.xkuberneteslisttype != "map" {
            let why = "must be map if x-kubernetes-list-map-keys is non-empty"
            let typeField = "\(field).x-kubernetes-list-type"
            tell(
                props.xkuberneteslisttype.map { .invalid(typeField, text: $0, why) } ?? .required(typeField, why))
        }
        let items = SchemaRules.items(props)
        if props.xkuberneteslisttype == "map" {
            if keys.isEmpty { tell(.required(keysField, "must not be empty if x-kubernetes-list-type is map")) }
            if let items {
                mapItems(items, keys, field, keysField)
            } else if props.message["items"] == nil {
                tell(.required("\(field).items", "must have a schema if x-kubernetes-list-type is map"))
            } else {
                tell(
                    .invalid(
                        "\(field).items", "[]", "must only have a single schema if x-kubernetes-list-type is map"))
            }
        }
        guard let items, let listType = props.xkuberneteslisttype, listType == "set" || listType == "map" else {
            return
        }
        if items.nullable {
            tell(.forbidden("\(field).items.nullable", "cannot be nullable when x-kubernetes-list-type is \(listType)"))
        }
        guard listType == "map" else { return }
        for key in keys {
            guard let part = items.properties[key] else { continue }
            let place = "\(field).items.properties[\(key)]"
            if !items.required.contains(key), part.default == nil {
                tell(
                    .required(
                        "\(place).default",
                        "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required "
                            + "property"))
            }
            if part.nullable {
                tell(
                    .forbidden(
                        "\(place).nullable",
                        "this property is in x-kubernetes-list-map-keys, so it cannot be nullable"))
            }
        }
    }

    private mutating func mapItems(_ items: Props, _ keys: [String], _ field: String, _ keysField: String) {
        guard items.type == "object" else {
            tell(
                .invalid(
                    "\(field).items.type", text: items.type,
                    "must be object if parent array's x-kubernetes-list-type is map"))
            return
        }
        let shownKeys = GoNumber.shown(.list(keys.map { .string($0) }))
        var seen: Set<String> = []
        for key in keys {
            if let part = items.properties[key] {
                if part.type == "array" || part.type == "object" {
                    tell(
                        .invalid(
                            "\(field).items.properties[\(key)].type", text: items.type,
                            "must be a scalar type if parent array's x-kubernetes-list-type is map"))
                }
            } else {
                tell(.invalid(keysField, shownKeys, "entries must all be names of item properties"))
            }
            if !seen.insert(key).inserted {
                tell(.invalid(keysField, shownKeys, "must not contain duplicate entries"))
            }
        }
    }

    /// `x-kubernetes-validations` are kept; their form is checked.
    private mutating func expressions(_ props: Props, _ field: String) {
        func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
        func hasBreak(_ text: String) -> Bool { text.utf8.contains { $0 == 0x0a || $0 == 0x0d } }
        for (index, rule) in props.xkubernetesvalidations.enumerated() {
            let place = "\(field).x-kubernetes-validations[\(index)]"
            if isBlank(rule.rule) {
                tell(.required("\(place).rule", "rule is not specified"))
            } else if !rule.message_.isEmpty, isBlank(rule.message_) {
                tell(.invalid("\(place).message", text: rule.message_, "message must be non-empty if specified"))
            } else if hasBreak(Self.trimmed(rule.message_)) {
                tell(.invalid("\(place).message", text: rule.message_, "message must not contain line breaks"))
            } else if hasBreak(Self.trimmed(rule.rule)), isBlank(rule.message_) {
                tell(.required("\(place).message", "message must be specified if rule contains line breaks"))
            }
            if !rule.messageExpression.isEmpty, isBlank(rule.messageExpression) {
                tell(.required("\(place).messageExpression", "messageExpression must be non-empty if specified"))
            }
            let reasons = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"]
            if let reason = rule.reason, !reasons.contains(reason) {
                tell(.notSupported("\(place).reason", GoText.quoted(reason), reasons))
            }
            if !rule.fieldPath.isEmpty, isBlank(rule.fieldPath) {
                tell(.invalid("\(place).fieldPath", text: rule.fieldPath, "fieldPath must be non-empty if specified"))
            }
            if hasBreak(rule.fieldPath) {
                tell(.invalid("\(place).fieldPath", text: rule.fieldPath, "fieldPath must not contain line breaks"))
            }
            if !rule.fieldPath.isEmpty, (try? SchemaPath(rule.fieldPath, in: props, allowsBrackets: true)) == nil {
                tell(.invalid("\(place).fieldPath", text: rule.fieldPath, "fieldPath must be a valid path"))
            }
        }
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(Substring(scalars))
    }
}
