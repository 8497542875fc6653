import Objects

/// What is valid in one version of a definition.
enum VersionRules {
    typealias Version = APIExtensions.CustomResourceDefinitionVersion
    private static let columnTypes = ["boolean", "date", "integer", "number", "string"]
    private static let columnFormats = [
        "byte", "date", "date-time", "double", "float", "int32", "int64", "password",
    ]

    /// Of all versions; what they have alike is told once.
    static func problems(_ versions: [Version], _ shared: SharedParts) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, version) in versions.enumerated() {
            let field = "spec.versions[\(index)]"
            let fields = shared.fields(field)
            let words = Names.dns1035Problems(version.name)
            if !words.isEmpty {
                problems.append(.invalid("\(field).name", text: version.name, words.joined(separator: ",")))
            }
            problems += deprecationProblems(version, "\(field).deprecationWarning")
            let isFirst = index == 0
            if isFirst || !shared.schema, let props = version.schema?.openAPIV3Schema {
                let hasStatus = { (version: Version) in version.subresources?.status != nil }
                problems += schemaProblems(
                    props, "\(fields.schema).openAPIV3Schema",
                    hasStatus: shared.schema ? versions.contains(where: hasStatus) : hasStatus(version))
            }
            if isFirst || !shared.subresources, let scale = version.subresources?.scale {
                problems += scaleProblems(scale, fields.subresources)
            }
            if isFirst || !shared.columns {
                for (index, column) in version.additionalPrinterColumns.enumerated() {
                    problems += columnProblems(column, "\(fields.columns)[\(index)]")
                }
            }
            if isFirst || !shared.selectableFields, let props = version.schema?.openAPIV3Schema {
                problems += selectableProblems(version.selectableFields, props, fields.selectableFields)
            }
        }
        return problems
    }

    private static func deprecationProblems(_ version: Version, _ field: String) -> [FieldProblem] {
        guard let warning = version.deprecationWarning else { return [] }
        guard version.deprecated else {
            return [.invalid(field, text: warning, "can only be set for deprecated versions")]
        }
        var words: [String] = []
        if warning.utf8.count > SchemaLimits.deprecationWarningBytes {
            words.append("must be <= \(SchemaLimits.deprecationWarningBytes) characters long")
        }
        if warning.isEmpty { words.append("must not be an empty string") }
        var offset = 0
        for scalar in warning.unicodeScalars {
            guard isPrintable(scalar) else {
                words.append(
                    "must only contain printable UTF-8 characters; non-printable character found at index \(offset)")
                break
            }
            offset += UTF8.width(scalar)
        }
        return words.map { .invalid(field, text: warning, $0) }
    }

    /// Letters, marks, numbers, punctuation, symbols, and the space alone among spaces.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private static let allowedAtRoot = [
        "Description", "Type", "Format", "Title", "Maximum", "ExclusiveMaximum", "Minimum", "ExclusiveMinimum",
        "MaxLength", "MinLength", "Pattern", "MaxItems", "MinItems", "UniqueItems", "MultipleOf", "Required", "Items",
        "Properties", "ExternalDocs", "Example", "XPreserveUnknownFields", "XValidations",
    ]
    /// Their names in JSON.
    private static let membersAtRoot: Set<String> = [
        "description", "type", "format", "title", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
        "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf", "required", "items",
        "properties", "externalDocs", "example", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations",
    ]

    private static func schemaProblems(
        _ props: APIExtensions.JSONSchemaProps, _ field: String, hasStatus: Bool
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if hasStatus {
            let members = props.message.descriptor.fields.filter { props.message[$0.name] != nil }.map(\.name)
            if !props.type.isEmpty, props.type != "object" {
                problems.append(
                    .invalid(
                        "\(field).type", text: props.type,
                        "only \"object\" is allowed as the type at the root of the schema if the status subresource is "
                            + "enabled"))
            }
            if members.contains(where: { !membersAtRoot.contains($0) }) {
                let shown = String(decoding: JSONEncoder.encode(props.message, as: nil), as: UTF8.self)
                problems.append(
                    .invalid(
                        field, shown,
                        "only [\(allowedAtRoot.joined(separator: " "))] fields are allowed at the root of the schema if "
                            + "the status subresource is enabled"))
            }
        }
        if props.nullable { problems.append(.forbidden("\(field).nullable", "nullable cannot be true at the root")) }
        var structural = SchemaRules.problems(of: props, at: field)
        var failure: [FieldProblem] = []
        if structural.isEmpty {
            do throws(SchemaError) {
                structural = DefaultRules.problems(of: try StructuralSchema(props), at: field)
            } catch {
                failure = [.invalid(field, "\"\"", error.description)]
            }
        }
        problems += structural + DialectRules.problems(of: props, at: field)
        return problems.isEmpty ? failure : problems
    }

    private static func pathProblems(_ path: String, _ field: String) -> [FieldProblem] {
        if path.isEmpty { return [.invalid(field, text: path, "must not be empty")] }
        if !path.hasPrefix(".") { return [.invalid(field, text: path, "must be a simple json path starting with .")] }
        return []
    }

    private static func scaleProblems(
        _ scale: APIExtensions.CustomResourceSubresourceScale, _ field: String
    ) -> [FieldProblem] {
        func check(_ name: String, _ path: String, _ roots: [String], _ words: String) -> [FieldProblem] {
            let place = "\(field).scale.\(name)"
            let problems = pathProblems(path, place)
            guard problems.isEmpty else { return problems }
            return roots.contains { path.hasPrefix($0) } ? [] : [.invalid(place, text: path, words)]
        }
        var problems: [FieldProblem] = []
        if scale.specReplicasPath.isEmpty {
            problems.append(.required("\(field).scale.specReplicasPath"))
        } else {
            problems += check(
                "specReplicasPath", scale.specReplicasPath, [".spec."], "should be a json path under .spec")
        }
        if scale.statusReplicasPath.isEmpty {
            problems.append(.required("\(field).scale.statusReplicasPath"))
        } else {
            problems += check(
                "statusReplicasPath", scale.statusReplicasPath, [".status."], "should be a json path under .status")
        }
        if let path = scale.labelSelectorPath, !path.isEmpty {
            problems += check(
                "labelSelectorPath", path, [".spec.", ".status."], "should be a json path under either .spec or .status"
            )
        }
        return problems
    }

    private static func columnProblems(
        _ column: APIExtensions.CustomResourceColumnDefinition, _ field: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if column.name.isEmpty { problems.append(.required("\(field).name")) }
        let types = "must be one of \(columnTypes.joined(separator: ","))"
        if column.type.isEmpty {
            problems.append(.required("\(field).type", types))
        } else if !columnTypes.contains(column.type) {
            problems.append(.invalid("\(field).type", text: column.type, types))
        }
        if !column.format.isEmpty, !columnFormats.contains(column.format) {
            problems.append(
                .invalid(
                    "\(field).format", text: column.format, "must be one of \(columnFormats.joined(separator: ","))"))
        }
        if column.jsonPath.isEmpty {
            problems.append(.required("\(field).JSONPath"))
        } else {
            problems += pathProblems(column.jsonPath, "\(field).JSONPath")
        }
        return problems
    }

    private static func selectableProblems(
        _ fields: [APIExtensions.SelectableField], _ props: APIExtensions.JSONSchemaProps, _ field: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<[String]> = []
        for (index, selectable) in fields.enumerated() {
            let place = "\(field)[\(index)].jsonPath"
            let path = selectable.jsonPath
            guard !path.isEmpty else {
                problems.append(.required(place))
                continue
            }
            let found: SchemaPath
            do throws(SchemaPath.Refusal) {
                found = try SchemaPath(path, in: props, allowsBrackets: false)
            } catch {
                problems.append(.invalid(place, text: path, "is an invalid path: \(error.why)"))
                continue
            }
            if found.names.first == "metadata" {
                problems.append(.invalid(place, text: path, "must not point to fields in metadata"))
            }
            if !["string", "boolean", "integer"].contains(found.target?.type ?? "") {
                problems.append(
                    .invalid(
                        place, text: path,
                        "must point to a field of type string, boolean or integer. Enum string fields and strings with "
                            + "formats are allowed."))
            }
            if !seen.insert(found.names).inserted { problems.append(.duplicate(place, path)) }
        }
        if seen.count > SchemaLimits.selectableFields {
            problems.append(.tooMany(field, seen.count, limit: SchemaLimits.selectableFields))
        }
        return problems
    }
}
