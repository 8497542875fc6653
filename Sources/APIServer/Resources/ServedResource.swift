import Objects
import Resources
import Synchronization
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
    /// Nil: the resource is none of a definition's.
    let custom: CustomVersionParts?
    private let plugins: [AdmissionRequest.Verb: [any AdmissionPlugin]]
    private let terminating = Atomic(false)

    enum Backing: Sendable {
        /// The watch cache's objects, and below them the store's.
        case stored(ResourceCache)
        /// Answers that are made from the question: reviews.
        case computed
    }

    init(
        index: Int, definition: ResourceDefinition, stored: ResourceDefinition, backing: Backing,
        admission: AdmissionChain, custom: CustomVersionParts? = nil
    ) {
        self.index = index
        self.definition = definition
        self.stored = stored
        self.custom = custom
        ownership = ResourceOwnership(definition, fields: custom?.fields)
        self.backing = backing
        plugins = admission.plugins(for: stored)
    }

    var cache: ResourceCache? { if case .stored(let cache) = backing { cache } else { nil } }

    /// The resource is about to go, and takes no new objects.
    var isTerminating: Bool { terminating.load(ordering: .relaxed) }
    func terminate() { terminating.store(true, ordering: .relaxed) }

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
