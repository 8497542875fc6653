import Testing

@testable import Objects
@testable import Resources

/// An object of a built-in kind from JSON, as the server has it before it is validated.
func subject(_ definition: ResourceDefinition, _ text: String) throws -> Message {
    var object = try JSONDecoder.decode(Array(text.utf8), as: definition.type).message
    definition.rules.setDefaults(&object)
    definition.prepareForCreate(&object)
    return object
}

/// What is wrong with a new object: fields and details.
func problems(_ definition: ResourceDefinition, _ text: String) throws -> [String] {
    let object = try subject(definition, text)
    return (definition.rules.validate(object) + definition.rules.validateCreate(object)).map(\.description).sorted()
}

/// What is wrong with a change from the one to the other.
func changeProblems(
    _ definition: ResourceDefinition, from old: String, to new: String, _ subresource: Subresource? = nil
) throws -> [String] {
    let before = try subject(definition, old)
    var object = try JSONDecoder.decode(Array(new.utf8), as: definition.type).message
    definition.rules.setDefaults(&object)
    definition.prepareForUpdate(&object, old: before, subresource: subresource)
    return definition.rules.validateUpdate(object, old: before, subresource: subresource).map(\.description).sorted()
}
