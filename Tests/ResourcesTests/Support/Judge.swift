import Testing

@testable import Objects
@testable import Resources

/// What a kind's rules say of objects that are written as JSON.
struct Judge: Sendable {
    let definition: ResourceDefinition
    static let writer = Writer(user: "jane", uid: "u1", groups: ["devs"], seconds: 60)

    /// - Parameter plural: `ingresses`, or with its group: `events.events.k8s.io`.
    init(_ name: String) throws {
        definition = try #require(BuiltinResources.all.first { $0.plural == name || $0.qualifiedName == name })
    }

    func read(_ json: String) throws -> Message {
        try JSONDecoder.decode(Array(json.utf8), as: definition.type).message
    }

    /// As it would be stored, were it new; without `metadata` it is named `a`.
    func created(_ json: String) throws -> Message {
        var object = try read(json)
        var metadata = Metadata(of: object)
        if metadata.name.isEmpty { metadata.name = "a" }
        if definition.isNamespaced { metadata.namespace = "n" }
        metadata.store(in: &object)
        definition.rules.setDefaults(&object)
        definition.prepareForCreate(&object)
        definition.rules.record(&object, old: nil, subresource: nil, by: Self.writer)
        return object
    }

    /// What is wrong with a new object: `spec.rules: Required value`.
    func refusals(_ json: String) throws -> [String] {
        let object = try created(json)
        return
            (MetadataRules.problems(object, definition) + definition.rules.validate(object)
            + definition.rules.validateCreate(object)).map(\.description)
    }

    /// The fields that are wrong in a new object.
    func fields(_ json: String) throws -> [String] {
        try refusals(json).map { String($0.prefix { $0 != ":" }) }
    }

    /// The object after a change, and what is wrong with the change.
    func changed(
        _ before: Message, _ json: String, _ subresource: Subresource? = nil
    ) throws -> (object: Message, refusals: [String]) {
        var object = try read(json)
        var metadata = Metadata(of: before)
        metadata.message["labels"] = Metadata(of: object).message["labels"]
        metadata.message["annotations"] = Metadata(of: object).message["annotations"]
        metadata.store(in: &object)
        definition.rules.setDefaults(&object)
        definition.prepareForUpdate(&object, old: before, subresource: subresource)
        definition.rules.record(&object, old: before, subresource: subresource, by: Self.writer)
        let problems =
            definition.rules.validate(object)
            + definition.rules.validateUpdate(object, old: before, subresource: subresource)
        return (object, problems.map(\.description))
    }

    /// The row that is printed of an object, without its age.
    func row(_ object: Message) -> [String] {
        zip(definition.rows.columns, definition.rows.cells(object, now: 60)).filter { $0.0.name != "Age" }.map {
            switch $0.1 {
            case .text(let text): text
            case .integer(let number): String(number)
            case .flag(let flag): String(flag)
            case .number(let number): String(number)
            case .none: "<none>"
            }
        }
    }

    /// The whole object as JSON.
    func json(_ object: Message) -> String { String(decoding: JSONEncoder.encode(object, as: nil), as: UTF8.self) }
}
