import Objects
import Resources

/// The versions that an object passes through between the client who speaks one and the store that holds another.
extension ServedResource {
    /// The version by whose rules objects are defaulted, changed and validated.
    ///
    /// A built-in kind has one set of rules, the stored version's. A custom resource's versions each have a schema of their
    /// own: what is written is ruled by the version that is spoken, and becomes the stored one when it is stored.
    var ruling: ResourceDefinition { definition.traits.contains(.isCustom) ? definition : stored }

    private var isRuledAsSpoken: Bool { definition.traits.contains(.isCustom) }

    /// From the version that is served to the one that rules.
    func toRuling(_ served: Message) -> Message {
        isRuledAsSpoken ? served : definition.conversion?.toStored(served) ?? served
    }

    /// From the version that rules to the one that is served.
    func fromRuling(_ ruled: Message) -> Message {
        isRuledAsSpoken ? ruled : definition.conversion?.fromStored(ruled) ?? ruled
    }

    /// From the version that rules to the one that is stored.
    func storedForm(_ ruled: Message) -> Message {
        isRuledAsSpoken ? definition.conversion?.toStored(ruled) ?? ruled : ruled
    }

    /// From the version that is stored to the one that rules.
    func ruledForm(_ stored: Message) -> Message {
        isRuledAsSpoken ? definition.conversion?.fromStored(stored) ?? stored : stored
    }

    /// From the version that is stored to the one that is served.
    func servedForm(_ stored: Message) -> Message { definition.conversion?.fromStored(stored) ?? stored }

    /// From the version that is stored to the one that is served.
    func fromStored(_ object: StoredObject) throws(APIError) -> StoredObject {
        guard let conversion = definition.conversion else { return object }
        var message = conversion.fromStored(try object.message(stored.type))
        var metadata = Metadata(of: message)
        metadata.resourceVersion = ""
        metadata.store(in: &message)
        return StoredObject(message, typeMeta: definition.typeMeta, revision: object.revision)
    }
}
