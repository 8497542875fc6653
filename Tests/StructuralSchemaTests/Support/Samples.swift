import Objects
@testable import StructuralSchema
import Wire

/// Schemas, definitions and objects from JSON text.
enum Samples {
    static func props(_ json: String) throws -> APIExtensions.JSONSchemaProps {
        let decoded = try JSONDecoder.decode(Array(json.utf8), as: APIExtensions.JSONSchemaProps.descriptor)
        return APIExtensions.JSONSchemaProps(decoded.message)
    }

    static func schema(_ json: String) throws -> StructuralSchema { try StructuralSchema(props(json)) }

    static func value(_ json: String) throws -> Value { try FreeValue.parse(Array(json.utf8)) }

    static func text(_ value: Value) -> String { String(decoding: FreeValue.text(value), as: UTF8.self) }

    static func definition(_ json: String) throws -> APIExtensions.CustomResourceDefinition {
        let decoded = try JSONDecoder.decode(Array(json.utf8), as: APIExtensions.CustomResourceDefinition.descriptor)
        return APIExtensions.CustomResourceDefinition(decoded.message)
    }

    /// A definition with this schema, defaults filled in, about to be stored.
    static func definition(schema: String, more: String = "", metadata: String = "") throws
        -> APIExtensions.CustomResourceDefinition
    {
        var definition = try definition(
            """
            {"metadata":{"name":"toys.example.com"\(metadata)},"spec":{"group":"example.com","scope":"Namespaced",
            "names":{"plural":"toys","kind":"Toy"},
            "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":\(schema)}\(more)}]}}
            """)
        DefinitionRules.fillIn(&definition)
        DefinitionStatus.noteStorage(&definition)
        return definition
    }

    /// The schema of the recorded exchanges' toys.
    static let toys = """
        {"type":"object","properties":{"spec":{"type":"object","required":["size"],"properties":{
        "size":{"type":"integer","minimum":1,"maximum":9},
        "color":{"type":"string","enum":["red","blue"],"default":"red"},
        "tags":{"type":"array","items":{"type":"string","pattern":"^[a-z]+$"},"maxItems":3,"x-kubernetes-list-type":"set"},
        "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true},
        "when":{"type":"string","format":"date-time"},"port":{"x-kubernetes-int-or-string":true},
        "map":{"type":"object","additionalProperties":{"type":"integer"}},"n":{"type":"number","nullable":true}}},
        "status":{"type":"object","properties":{"ok":{"type":"boolean"},"size":{"type":"integer"}}}}}
        """
}
