import Objects

/// What all versions of a definition have alike, which Kubernetes keeps once, beside them: its messages name the places
/// `spec.validation`, `spec.subresources`, `spec.additionalPrinterColumns` and `spec.selectableFields` then. With one
/// version that is all of it.
struct SharedParts {
    typealias Version = APIExtensions.CustomResourceDefinitionVersion
    let schema: Bool
    let subresources: Bool
    let columns: Bool
    let selectableFields: Bool

    init(_ versions: [Version]) {
        func isShared(_ member: String) -> Bool {
            guard let first = versions.first?.message[member] else {
                return versions.allSatisfy { $0.message[member] == nil }
            }
            return versions.allSatisfy { $0.message[member] == first }
        }
        schema = isShared("schema")
        subresources = isShared("subresources")
        columns = isShared("additionalPrinterColumns")
        selectableFields = schema && isShared("selectableFields")
    }

    /// Where messages find the parts of a version.
    func fields(_ version: String) -> Fields {
        Fields(
            schema: schema ? "spec.validation" : "\(version).schema",
            subresources: subresources ? "spec.subresources" : "\(version).subresources",
            columns: columns ? "spec.additionalPrinterColumns" : "\(version).additionalPrinterColumns",
            selectableFields: selectableFields ? "spec.selectableFields" : "\(version).selectableFields")
    }

    struct Fields {
        let schema: String
        let subresources: String
        let columns: String
        let selectableFields: String
    }

    /// The versions as messages show them: without what is shared.
    func shown(_ versions: [Version]) -> String {
        "[\(versions.map(shown).joined(separator: ","))]"
    }

    private func shown(_ version: Version) -> String {
        func part(_ member: String, isShared: Bool) -> String {
            guard !isShared, let value = version.message[member],
                let free = try? FreeValue.of(version.message, as: nil),
                case .map(let members) = free, let shown = members[member], value != .null
            else { return "null" }
            return String(decoding: FreeValue.text(shown), as: UTF8.self)
        }
        let warning = version.deprecationWarning.map(GoText.quoted) ?? "null"
        return """
            {"Name":\(GoText.quoted(version.name)),"Served":\(version.served),"Storage":\(version.storage),\
            "Deprecated":\(version.deprecated),"DeprecationWarning":\(warning),\
            "Schema":\(part("schema", isShared: schema)),\
            "Subresources":\(part("subresources", isShared: subresources)),\
            "AdditionalPrinterColumns":\(part("additionalPrinterColumns", isShared: columns)),\
            "SelectableFields":\(part("selectableFields", isShared: selectableFields))}
            """
    }
}
