import Objects
import Resources

/// One request that is about to change something, as admission sees it: who, what, and the object before and after.
struct AdmissionRequest: Sendable {
    enum Verb: Sendable, CaseIterable { case create, update, delete, connect }

    let verb: Verb
    let resource: ServedResource
    var subresource: Subresource?
    let namespace: String
    /// Empty while the server has not made it from `generateName`.
    var name: String
    /// What is to be stored, in the stored version; empty for a deletion.
    var object: Message
    /// What is stored; nil for a creation.
    var old: Message?
    let caller: Caller
    let isDryRun: Bool
    /// For the writer to read; shown as `Warning` headers.
    var warnings: [String] = []
    /// What a plugin looked up in the request's namespace to fill in by, and judges by in the end; by resource.
    var lookedUp: [String: [Message]] = [:]

    var definition: ResourceDefinition { resource.stored }

    /// As messages name it: the name, or what it is to be made from.
    var shownName: String {
        if !name.isEmpty { return name }
        return Metadata(of: object).generateName
    }

    func forbidden(_ why: String) -> APIError { APIError.forbidden(definition, shownName, why) }
}
