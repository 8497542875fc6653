import Objects
import Wire

/// What makes a schema structural (Kubernetes, "Specifying a structural schema"), told field by field.
struct SchemaRules {
    typealias Props = APIExtensions.JSONSchemaProps
    enum Level { case root, item, member }
    private(set) var problems: [FieldProblem] = []

    private mutating func tell(_ problem: FieldProblem) {
        if problems.count < SchemaLimits.problems { problems.append(problem) }
    }

    /// Problems in Kubernetes' order: by their text.
    static func problems(of props: Props, at field: String) -> [FieldProblem] {
        var rules = SchemaRules()
        rules.structure(props, .root, field)
        rules.completeness(props, props, field, field)
        return rules.problems.sorted { ByteOrder.precedes($0.description, $1.description) }
    }

    static func items(_ props: Props) -> Props? {
        if case .message(let message)? = props.message["items"] { Props(message) } else { nil }
    }

    static func additional(_ props: Props) -> Props? {
        if case .message(let message)? = props.message["additionalProperties"] { Props(message) } else { nil }
    }

    // MARK: Structure

    private mutating func structure(_ props: Props, _ level: Level, _ field: String) {
        let items = Self.items(props)
        if props.type == "array", items == nil { tell(.required("\(field).items", "must be specified")) }
        if let items { structure(items, .item, "\(field).items") }
        for (name, part) in props.properties { structure(part, .member, "\(field).properties[\(name)]") }
        let hasAdditional = props.message["additionalProperties"] != nil
        if hasAdditional {
            if level == .root { tell(.forbidden("\(field).additionalProperties", "must not be used at the root")) }
            if let additional = Self.additional(props) {
                structure(additional, .member, "\(field).additionalProperties")
            }
        }
        extensions(props, field)
        values(props, isIntOrString: true, field)
        type(props, level, field)
        if props.xkubernetesembeddedresource, hasAdditional {
            tell(
                .forbidden("\(field).additionalProperties", "must not be used if x-kubernetes-embedded-resource is set")
            )
        }
        metadata(props, level, field)
        let keepsUnknown = props.xkubernetespreserveunknownfields == true
        if props.xkubernetesembeddedresource, !keepsUnknown, props.properties.isEmpty {
            tell(
                .required(
                    "\(field).properties",
                    "must not be empty if x-kubernetes-embedded-resource is true without "
                        + "x-kubernetes-preserve-unknown-fields"))
        }
    }

    private mutating func extensions(_ props: Props, _ field: String) {
        guard props.xkubernetesintorstring else { return }
        let why = "must be false if x-kubernetes-int-or-string is true"
        if props.xkubernetespreserveunknownfields == true {
            tell(.invalid("\(field).x-kubernetes-preserve-unknown-fields", "true", why))
        }
        if props.xkubernetesembeddedresource {
            tell(.invalid("\(field).x-kubernetes-embedded-resource", "true", why))
        }
    }

    private mutating func type(_ props: Props, _ level: Level, _ field: String) {
        let type = "\(field).type"
        if props.xkubernetesembeddedresource, props.type != "object" {
            let why = "must be object if x-kubernetes-embedded-resource is true"
            tell(props.type.isEmpty ? .required(type, why) : .invalid(type, text: props.type, why))
        } else if props.type.isEmpty, !props.xkubernetesintorstring, props.xkubernetespreserveunknownfields != true {
            switch level {
            case .root: tell(.required(type, "must not be empty at the root"))
            case .item: tell(.required(type, "must not be empty for specified array items"))
            case .member: tell(.required(type, "must not be empty for specified object fields"))
            }
        }
        if level == .root, !props.type.isEmpty, props.type != "object" {
            tell(.invalid(type, text: props.type, "must be object at the root"))
        }
    }

    private mutating func metadata(_ props: Props, _ level: Level, _ field: String) {
        let isResource = level == .root || props.xkubernetesembeddedresource
        let parts = props.properties
        if isResource {
            for name in ["kind", "apiVersion"] {
                if let part = parts[name], part.type != "string" {
                    tell(.invalid("\(field).properties[\(name)].type", text: part.type, "must be string"))
                }
            }
        }
        guard let metadata = parts["metadata"] else { return }
        let place = "\(field).properties[metadata]"
        if isResource, metadata.type != "object" {
            tell(.invalid("\(place).type", text: metadata.type, "must be object"))
        }
        guard level == .root else { return }
        var rest = metadata
        let isNarrow = metadata.properties.allSatisfy { $0.key == "name" || $0.key == "generateName" }
        if isNarrow { rest.properties = [:] }
        rest.type = ""
        rest.default = nil
        let structural = ["properties", "items", "additionalProperties"]
        let said = rest.message.descriptor.fields.filter { rest.message[$0.name] != nil }.map(\.name)
        if said.contains(where: { structural.contains($0) || $0.hasPrefix("x-kubernetes") || Self.generic.contains($0) }
        )
            || said.contains(where: { !structural.contains($0) && !Self.generic.contains($0) && $0 != "required" })
        {
            tell(
                .forbidden(
                    place,
                    "must not specify anything other than name and generateName, but metadata is implicitly specified"))
        }
    }

    /// Members of a schema that describe and do not restrict.
    private static let generic: Set<String> = [
        "title", "description", "nullable", "externalDocs", "default", "example",
    ]

    // MARK: Values

    /// `anyOf: [{type: integer}, {type: string}]`, which says again what int-or-string says.
    private static func isIntOrString(_ list: [Props]) -> Bool {
        guard list.count == 2 else { return false }
        return zip(list, ["integer", "string"]).allSatisfy { part, type in
            var expected = Props()
            expected.type = type
            return part == expected
        }
    }

    private mutating func values(_ props: Props, isIntOrString mayRepeat: Bool, _ field: String) {
        let any = props.anyOf
        if !(mayRepeat && Self.isIntOrString(any)) {
            for (index, part) in any.enumerated() { nested(part, mayRepeat: false, "\(field).anyOf[\(index)]") }
        }
        for (index, part) in props.allOf.enumerated() {
            nested(part, mayRepeat: mayRepeat && index == 0, "\(field).allOf[\(index)]")
        }
        for (index, part) in props.oneOf.enumerated() { nested(part, mayRepeat: false, "\(field).oneOf[\(index)]") }
        if let not = props.not { nested(not, mayRepeat: false, "\(field).not") }
        if !props.pattern.isEmpty {
            do { _ = try Pattern(props.pattern) } catch {
                tell(
                    .invalid(
                        "\(field).pattern", text: props.pattern,
                        "must be a valid regular expression, but isn't: \(error)"))
            }
        }
    }

    /// A schema below a junctor, which may restrict values and describe nothing.
    private mutating func nested(_ props: Props, mayRepeat: Bool, _ field: String) {
        values(props, isIntOrString: mayRepeat, field)
        if let items = Self.items(props) { nested(items, mayRepeat: false, "\(field).items") }
        for (name, part) in props.properties { nested(part, mayRepeat: false, "\(field).properties[\(name)]") }
        for (isSaid, name, state) in [
            (!props.type.isEmpty, "type", "empty"),
            (props.message["additionalProperties"] != nil, "additionalProperties", "undefined"),
            (props.default != nil, "default", "undefined"), (!props.title.isEmpty, "title", "empty"),
            (!props.description_.isEmpty, "description", "empty"), (props.nullable, "nullable", "false"),
            (props.externalDocs != nil, "externalDocs", "undefined"),
            (props.xkubernetespreserveunknownfields == true, "x-kubernetes-preserve-unknown-fields", "false"),
            (props.xkubernetesembeddedresource, "x-kubernetes-embedded-resource", "false"),
            (props.xkubernetesintorstring, "x-kubernetes-int-or-string", "false"),
            (!props.xkuberneteslistmapkeys.isEmpty, "x-kubernetes-list-map-keys", "empty"),
            (props.xkuberneteslisttype != nil, "x-kubernetes-list-type", "undefined"),
            (props.xkubernetesmaptype != nil, "x-kubernetes-map-type", "undefined"),
            (!props.xkubernetesvalidations.isEmpty, "x-kubernetes-validations", "empty"),
        ] where isSaid {
            tell(.forbidden("\(field).\(name)", "must be \(state) to be structural"))
        }
        if props.properties["metadata"] != nil {
            tell(.forbidden("\(field).properties[metadata]", "must not be specified in a nested context"))
        }
    }

    // MARK: Completeness

    /// What junctors speak of is also described outside them.
    ///
    /// - Parameters:
    ///   - props: the schema whose junctors are followed.
    ///   - outer: what is described at the same place.
    private mutating func completeness(_ props: Props, _ outer: Props?, _ field: String, _ said: String) {
        guard let outer else {
            tell(.required(field, "because it is defined in \(said)"))
            return
        }
        if let not = props.not { nestedCompleteness(not, outer, field, "\(said).not") }
        for (name, list) in [("allOf", props.allOf), ("anyOf", props.anyOf), ("oneOf", props.oneOf)] {
            for (index, part) in list.enumerated() {
                nestedCompleteness(part, outer, field, "\(said).\(name)[\(index)]")
            }
        }
    }

    private mutating func nestedCompleteness(_ props: Props, _ outer: Props?, _ field: String, _ said: String) {
        guard let outer else {
            tell(.required(field, "because it is defined in \(said)"))
            return
        }
        completeness(props, outer, field, said)
        if let items = Self.items(props) {
            nestedCompleteness(items, Self.items(outer), "\(field).items", "\(said).items")
        }
        let known = outer.properties
        for (name, part) in props.properties {
            nestedCompleteness(part, known[name], "\(field).properties[\(name)]", "\(said).properties[\(name)]")
        }
    }
}
