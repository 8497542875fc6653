/// How a member of an OpenAPI document is told in protobuf: the messages of gnostic's OpenAPIv2.proto and OpenAPIv3.proto,
/// by their field numbers.
///
/// Kubernetes' clients read documents in this form. Each message is a list of JSON members with their number and form.
struct GnosticMessage {
    struct Member {
        let name: [UInt8]
        let number: Int
        let form: Form

        init(_ name: StaticString, _ number: Int, _ form: Form) {
            self.name = name.withUTF8Buffer { Array($0) }
            self.number = number
            self.form = form
        }
    }

    indirect enum Form {
        case string, bool, int, double
        /// `Any`: its text, which is YAML; JSON is.
        case any
        case message(Name)
        /// A message with either the value in field 1, or a reference in field 2 when its first member is `$ref`.
        case orReference(Name)
        case list(Form)
        /// The value in that field of a message of its own.
        case wrapped(Form, Int)
        /// Field 1 of a message: one value, or all of a list.
        case oneOrMany(Form)
        /// A schema in field 1 of a message, or true or false in field 2.
        case orBool(Form)
        /// v2: field 1 for what is in the body; else field 2, in which the place (query, path) has its own.
        case parameter
        /// v3: a number in field 1, a flag in 2, text in 3; a value of another kind cannot be told.
        case scalar
    }

    enum Name {
        case document2, info2, paths2, path2, operation2, response2, responses2, schema2, properties2, definitions2
        case queryParameter2, pathParameter2, bodyParameter2, securityDefinitions2, apiKey2
        case security2, tag2, documentation2, itemsOfParameter2
        case document3, info3, paths3, path3, operation3, parameter3, requestBody3, content3, mediaType3, responses3
        case response3, schema3, properties3, components3, schemas3, securitySchemes3, securityScheme3, security3
        case tag3, documentation3, stringArray, reference
    }

    let members: [Member]
    /// Where members that begin with `x-` go; 0: they are passed over.
    var extensions = 0
    /// Where all others go, each as a pair of name (1) and value (2); nil: they are passed over.
    var others: (number: Int, form: Form)?

    init(_ members: [Member] = [], extensions: Int = 0, others: (number: Int, form: Form)? = nil) {
        self.members = members
        self.extensions = extensions
        self.others = others
    }

    func member(_ bytes: [UInt8], _ range: Range<Int>) -> Member? {
        members.first { $0.name.count == range.count && $0.name.elementsEqual(bytes[range]) }
    }
}

/// The messages of both documents. Made for the length of one encoding.
struct GnosticSchema {
    private var messages: [GnosticMessage.Name: GnosticMessage] = [:]

    init() {
        addVersion2()
        addVersion3()
        messages[.stringArray] = GnosticMessage()
        messages[.reference] = GnosticMessage([
            .init("$ref", 1, .string), .init("summary", 2, .string), .init("description", 3, .string),
        ])
    }

    subscript(name: GnosticMessage.Name) -> GnosticMessage { messages[name] ?? GnosticMessage() }

    private mutating func addVersion2() {
        messages[.document2] = GnosticMessage(
            [
                .init("swagger", 1, .string), .init("info", 2, .message(.info2)), .init("host", 3, .string),
                .init("basePath", 4, .string), .init("schemes", 5, .list(.string)),
                .init("consumes", 6, .list(.string)), .init("produces", 7, .list(.string)),
                .init("paths", 8, .message(.paths2)), .init("definitions", 9, .message(.definitions2)),
                .init("security", 12, .list(.message(.security2))),
                .init("securityDefinitions", 13, .message(.securityDefinitions2)),
                .init("tags", 14, .list(.message(.tag2))), .init("externalDocs", 15, .message(.documentation2)),
            ], extensions: 16)
        messages[.info2] = GnosticMessage(
            [
                .init("title", 1, .string), .init("version", 2, .string), .init("description", 3, .string),
                .init("termsOfService", 4, .string),
            ], extensions: 7)
        messages[.paths2] = GnosticMessage(extensions: 1, others: (2, .message(.path2)))
        messages[.path2] = GnosticMessage(
            [
                .init("$ref", 1, .string), .init("get", 2, .message(.operation2)),
                .init("put", 3, .message(.operation2)), .init("post", 4, .message(.operation2)),
                .init("delete", 5, .message(.operation2)), .init("options", 6, .message(.operation2)),
                .init("head", 7, .message(.operation2)), .init("patch", 8, .message(.operation2)),
                .init("parameters", 9, .list(.wrapped(.parameter, 1))),
            ], extensions: 10)
        messages[.operation2] = GnosticMessage(
            [
                .init("tags", 1, .list(.string)), .init("summary", 2, .string), .init("description", 3, .string),
                .init("externalDocs", 4, .message(.documentation2)), .init("operationId", 5, .string),
                .init("produces", 6, .list(.string)), .init("consumes", 7, .list(.string)),
                .init("parameters", 8, .list(.wrapped(.parameter, 1))), .init("responses", 9, .message(.responses2)),
                .init("schemes", 10, .list(.string)), .init("deprecated", 11, .bool),
                .init("security", 12, .list(.message(.security2))),
            ], extensions: 13)
        messages[.bodyParameter2] = GnosticMessage(
            [
                .init("description", 1, .string), .init("name", 2, .string), .init("in", 3, .string),
                .init("required", 4, .bool), .init("schema", 5, .message(.schema2)),
            ], extensions: 6)
        messages[.pathParameter2] = GnosticMessage(
            [
                .init("required", 1, .bool), .init("in", 2, .string), .init("description", 3, .string),
                .init("name", 4, .string), .init("type", 5, .string), .init("format", 6, .string),
                .init("items", 7, .message(.itemsOfParameter2)), .init("default", 9, .any),
                .init("uniqueItems", 19, .bool), .init("enum", 20, .list(.any)),
            ], extensions: 22)
        messages[.queryParameter2] = GnosticMessage(
            [
                .init("required", 1, .bool), .init("in", 2, .string), .init("description", 3, .string),
                .init("name", 4, .string), .init("allowEmptyValue", 5, .bool), .init("type", 6, .string),
                .init("format", 7, .string), .init("items", 8, .message(.itemsOfParameter2)),
                .init("default", 10, .any), .init("uniqueItems", 20, .bool), .init("enum", 21, .list(.any)),
            ], extensions: 23)
        messages[.itemsOfParameter2] = GnosticMessage(
            [.init("type", 1, .string), .init("format", 2, .string)], extensions: 18)
        messages[.responses2] = GnosticMessage(extensions: 2, others: (1, .orReference(.response2)))
        messages[.response2] = GnosticMessage(
            [.init("description", 1, .string), .init("schema", 2, .wrapped(.message(.schema2), 1))], extensions: 5)
        messages[.definitions2] = GnosticMessage(others: (1, .message(.schema2)))
        messages[.properties2] = GnosticMessage(others: (1, .message(.schema2)))
        messages[.schema2] = GnosticMessage(
            [
                .init("$ref", 1, .string), .init("format", 2, .string), .init("title", 3, .string),
                .init("description", 4, .string), .init("default", 5, .any), .init("multipleOf", 6, .double),
                .init("maximum", 7, .double), .init("exclusiveMaximum", 8, .bool), .init("minimum", 9, .double),
                .init("exclusiveMinimum", 10, .bool), .init("maxLength", 11, .int), .init("minLength", 12, .int),
                .init("pattern", 13, .string), .init("maxItems", 14, .int), .init("minItems", 15, .int),
                .init("uniqueItems", 16, .bool), .init("maxProperties", 17, .int), .init("minProperties", 18, .int),
                .init("required", 19, .list(.string)), .init("enum", 20, .list(.any)),
                .init("additionalProperties", 21, .orBool(.message(.schema2))),
                .init("type", 22, .oneOrMany(.string)), .init("items", 23, .oneOrMany(.message(.schema2))),
                .init("allOf", 24, .list(.message(.schema2))), .init("properties", 25, .message(.properties2)),
                .init("discriminator", 26, .string), .init("readOnly", 27, .bool),
                .init("externalDocs", 29, .message(.documentation2)), .init("example", 30, .any),
            ], extensions: 31)
        messages[.security2] = GnosticMessage(others: (1, .oneOrMany(.string)))
        // Of the ways that there are, only keys are told.
        messages[.securityDefinitions2] = GnosticMessage(others: (1, .wrapped(.message(.apiKey2), 2)))
        messages[.apiKey2] = GnosticMessage(
            [
                .init("type", 1, .string), .init("name", 2, .string), .init("in", 3, .string),
                .init("description", 4, .string),
            ], extensions: 5)
        messages[.tag2] = GnosticMessage([.init("name", 1, .string), .init("description", 2, .string)], extensions: 4)
        messages[.documentation2] = GnosticMessage(
            [.init("description", 1, .string), .init("url", 2, .string)], extensions: 3)
    }

    private mutating func addVersion3() {
        messages[.document3] = GnosticMessage(
            [
                .init("openapi", 1, .string), .init("info", 2, .message(.info3)),
                .init("paths", 4, .message(.paths3)), .init("components", 5, .message(.components3)),
                .init("security", 6, .list(.message(.security3))), .init("tags", 7, .list(.message(.tag3))),
                .init("externalDocs", 8, .message(.documentation3)),
            ], extensions: 9)
        messages[.info3] = GnosticMessage(
            [
                .init("title", 1, .string), .init("description", 2, .string), .init("termsOfService", 3, .string),
                .init("version", 6, .string), .init("summary", 8, .string),
            ], extensions: 7)
        messages[.paths3] = GnosticMessage(extensions: 2, others: (1, .message(.path3)))
        messages[.path3] = GnosticMessage(
            [
                .init("$ref", 1, .string), .init("summary", 2, .string), .init("description", 3, .string),
                .init("get", 4, .message(.operation3)), .init("put", 5, .message(.operation3)),
                .init("post", 6, .message(.operation3)), .init("delete", 7, .message(.operation3)),
                .init("options", 8, .message(.operation3)), .init("head", 9, .message(.operation3)),
                .init("patch", 10, .message(.operation3)), .init("trace", 11, .message(.operation3)),
                .init("parameters", 13, .list(.orReference(.parameter3))),
            ], extensions: 14)
        messages[.operation3] = GnosticMessage(
            [
                .init("tags", 1, .list(.string)), .init("summary", 2, .string), .init("description", 3, .string),
                .init("externalDocs", 4, .message(.documentation3)), .init("operationId", 5, .string),
                .init("parameters", 6, .list(.orReference(.parameter3))),
                .init("requestBody", 7, .orReference(.requestBody3)), .init("responses", 8, .message(.responses3)),
                .init("deprecated", 10, .bool), .init("security", 11, .list(.message(.security3))),
            ], extensions: 13)
        messages[.parameter3] = GnosticMessage(
            [
                .init("name", 1, .string), .init("in", 2, .string), .init("description", 3, .string),
                .init("required", 4, .bool), .init("deprecated", 5, .bool), .init("allowEmptyValue", 6, .bool),
                .init("style", 7, .string), .init("explode", 8, .bool), .init("allowReserved", 9, .bool),
                .init("schema", 10, .orReference(.schema3)), .init("example", 11, .any),
                .init("content", 13, .message(.content3)),
            ], extensions: 14)
        messages[.requestBody3] = GnosticMessage(
            [
                .init("description", 1, .string), .init("content", 2, .message(.content3)),
                .init("required", 3, .bool),
            ], extensions: 4)
        messages[.content3] = GnosticMessage(others: (1, .message(.mediaType3)))
        messages[.mediaType3] = GnosticMessage(
            [.init("schema", 1, .orReference(.schema3)), .init("example", 2, .any)], extensions: 5)
        messages[.responses3] = GnosticMessage(
            [.init("default", 1, .orReference(.response3))], extensions: 3, others: (2, .orReference(.response3)))
        messages[.response3] = GnosticMessage(
            [.init("description", 1, .string), .init("content", 3, .message(.content3))], extensions: 5)
        messages[.components3] = GnosticMessage(
            [
                .init("schemas", 1, .message(.schemas3)),
                .init("securitySchemes", 7, .message(.securitySchemes3)),
            ], extensions: 10)
        messages[.schemas3] = GnosticMessage(others: (1, .orReference(.schema3)))
        messages[.properties3] = GnosticMessage(others: (1, .orReference(.schema3)))
        messages[.schema3] = GnosticMessage(
            [
                .init("nullable", 1, .bool), .init("readOnly", 3, .bool), .init("writeOnly", 4, .bool),
                .init("externalDocs", 6, .message(.documentation3)), .init("example", 7, .any),
                .init("deprecated", 8, .bool), .init("title", 9, .string), .init("multipleOf", 10, .double),
                .init("maximum", 11, .double), .init("exclusiveMaximum", 12, .bool), .init("minimum", 13, .double),
                .init("exclusiveMinimum", 14, .bool), .init("maxLength", 15, .int), .init("minLength", 16, .int),
                .init("pattern", 17, .string), .init("maxItems", 18, .int), .init("minItems", 19, .int),
                .init("uniqueItems", 20, .bool), .init("maxProperties", 21, .int), .init("minProperties", 22, .int),
                .init("required", 23, .list(.string)), .init("enum", 24, .list(.any)), .init("type", 25, .string),
                .init("allOf", 26, .list(.orReference(.schema3))), .init("oneOf", 27, .list(.orReference(.schema3))),
                .init("anyOf", 28, .list(.orReference(.schema3))), .init("not", 29, .message(.schema3)),
                .init("items", 30, .oneOrMany(.orReference(.schema3))),
                .init("properties", 31, .message(.properties3)),
                .init("additionalProperties", 32, .orBool(.orReference(.schema3))), .init("default", 33, .scalar),
                .init("description", 34, .string), .init("format", 35, .string),
            ], extensions: 36)
        messages[.securitySchemes3] = GnosticMessage(others: (1, .orReference(.securityScheme3)))
        messages[.securityScheme3] = GnosticMessage(
            [
                .init("type", 1, .string), .init("description", 2, .string), .init("name", 3, .string),
                .init("in", 4, .string), .init("scheme", 5, .string), .init("bearerFormat", 6, .string),
            ], extensions: 9)
        messages[.security3] = GnosticMessage(others: (1, .oneOrMany(.string)))
        messages[.tag3] = GnosticMessage([.init("name", 1, .string), .init("description", 2, .string)], extensions: 4)
        messages[.documentation3] = GnosticMessage(
            [.init("description", 1, .string), .init("url", 2, .string)], extensions: 3)
    }
}
