import Objects
import Resources
import WatchCache

/// A resource that is being served: its definition, where its objects come from, and who admits what is written.
final class ServedResource: Sendable {
    /// Unique among all that are or were served; names the resource in figures and in formats of events.
    let index: Int
    let definition: ResourceDefinition
    let backing: Backing
    /// What is stored, where this is another version of it; otherwise its own definition.
    let stored: ResourceDefinition
    let ownership: ResourceOwnership
    private let plugins: [AdmissionRequest.Verb: [any AdmissionPlugin]]

    enum Backing: Sendable {
        /// The watch cache's objects, and below them the store's.
        case stored(ResourceCache)
        /// Answers that are made from the question: reviews.
        case computed
    }

    init(
        index: Int, definition: ResourceDefinition, stored: ResourceDefinition, backing: Backing,
        admission: AdmissionChain
    ) {
        self.index = index
        self.definition = definition
        self.stored = stored
        ownership = ResourceOwnership(definition)
        self.backing = backing
        plugins = admission.plugins(for: stored)
    }

    var cache: ResourceCache? { if case .stored(let cache) = backing { cache } else { nil } }

    /// The plugins that have a say in this verb, in their order.
    func admission(_ verb: AdmissionRequest.Verb) -> [any AdmissionPlugin] { plugins[verb] ?? [] }

    func allows(_ verb: ResourceDefinition.Verb) -> Bool { definition.verbs.contains(verb) }
}

extension ResourceDefinition {
    var cached: CachedResource {
        CachedResource(
            name: qualifiedName, prefix: "/registry/\(storageName)/", isNamespaced: isNamespaced,
            selectableFields: selectableFields)
    }

    /// Whether the watch cache keeps its objects: not those of reviews, nor of versions that are not stored.
    var hasCache: Bool { !traits.contains(.isComputed) && conversion == nil }
}
