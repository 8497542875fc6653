import Access
import Objects
import Store
import WatchCache
import Resources

/// What has been written, and what the writer is told about it.
struct WrittenObject: Sendable {
    var object: StoredObject
    /// Shown as `Warning` headers.
    var warnings: [String] = []
}

/// The verbs on one resource, whichever face asks. Objects go in decoded and come out as stored.
struct ResourceOperations: Sendable {
    let core: ServerCore
    let resource: ServedResource
    let cache: ResourceCache

    /// Of the version whose rules decide (`ServedResource.ruling`), in which objects come from the faces.
    var definition: ResourceDefinition { resource.ruling }

    /// An object in the version that rules, as it is to be stored.
    func stored(_ object: Message, _ revision: Revision = .zero) -> StoredObject {
        StoredObject(resource.storedForm(object), typeMeta: resource.stored.typeMeta, revision: revision)
    }

    /// A stored object in the version that rules, with the defaults of the stored one.
    private func ruled(_ object: StoredObject) throws(APIError) -> Message {
        var message = try object.message(resource.stored.type)
        resource.stored.rules.setDefaults(&message)
        return resource.ruledForm(message)
    }

    func key(_ namespace: String, _ name: String) -> [UInt8] {
        cache.resource.key(namespace: namespace, name: name)
    }

    private func writer(_ caller: Caller) -> Writer {
        let identity = caller.identity
        return Writer(
            user: identity.name, uid: identity.uid, groups: identity.groups, extra: identity.extra, seconds: core.now())
    }

    /// With what the version that is spoken asks for, where that is not the stored one, and in its words.
    private func spoken(_ problems: [FieldProblem], _ object: Message, old: Message?) -> [FieldProblem] {
        guard let conversion = resource.definition.conversion else { return problems }
        return (problems + conversion.problems(object, old)).map { problem in
            conversion.names[problem.field].map {
                FieldProblem(type: problem.type, field: $0, detail: problem.detail)
            } ?? problem
        }
    }

    /// - Parameter notOlderThan: nil: as new as any acknowledged write.
    func get(namespace: String, name: String, notOlderThan: Revision? = nil) async throws(APIError) -> StoredObject {
        if let notOlderThan { try await core.wait(for: notOlderThan) } else { try await core.catchUp() }
        guard let found = cache.find(namespace: namespace, name: name) else {
            throw APIError.notFound(definition, name)
        }
        return StoredObject(found)
    }

    // MARK: Create

    func create(
        _ body: Message, namespace: String, options: WriteOptions, ownership: OwnershipOfWrite = .writer
    ) async throws(APIError) -> WrittenObject {
        var object = body
        var metadata = Metadata(of: object)
        let givenVersion = (try? GoParse.unsigned(metadata.resourceVersion)) ?? 0
        metadata.resourceVersion = ""
        try matchNamespace(&metadata, namespace)
        let repeated = OwnerDuplicates.warnings(OwnerDuplicates.drop(from: &object), inPatched: false)
        metadata.message["ownerReferences"] = Metadata(of: object).message["ownerReferences"]
        metadata.uid = RandomID.uuid()
        metadata.creationSeconds = core.now()
        metadata.deletionSeconds = nil
        metadata.deletionGracePeriodSeconds = nil
        metadata.selfLink = ""
        metadata.generation = definition.traits.isDisjoint(with: [.tracksGeneration, .hasOneGeneration]) ? 0 : 1
        metadata.store(in: &object)
        definition.rules.setDefaults(&object)
        if case .writer = ownership { noteCreator(&object, options) }
        var admission = AdmissionRequest(
            verb: .create, resource: resource, namespace: namespace, name: metadata.name, object: object,
            caller: options.caller, isDryRun: options.dryRun)
        try await core.admit(&admission)
        let admitted = admission.object
        let generates = metadata.name.isEmpty && !metadata.generateName.isEmpty
        var tries = (names: 0, claims: 0)
        while true {
            object = admitted
            if generates {
                metadata = Metadata(of: object)
                metadata.name = GeneratedName.make(metadata.generateName)
                metadata.store(in: &object)
                // Some defaults follow from the name.
                definition.rules.setDefaults(&object)
            }
            definition.prepareForCreate(&object)
            definition.rules.record(&object, old: nil, subresource: nil, by: writer(options.caller))
            let plan = core.claims(of: definition)
            let claims = try await plan?.creation(&object, core) ?? .none
            let problems = spoken(
                MetadataRules.problems(object, definition) + definition.rules.validate(object)
                    + definition.rules.validateCreate(object), object, old: nil)
            guard problems.isEmpty else { throw APIError.invalid(definition, Metadata(of: object).name, problems) }
            admission.name = metadata.name
            admission.object = object
            try await core.validate(&admission)
            let warnings = repeated + admission.warnings + definition.rules.warnings(object, old: nil)
            if options.dryRun {
                if cache.find(namespace: namespace, name: metadata.name) != nil {
                    throw APIError.alreadyExists(definition, metadata.name)
                }
                return WrittenObject(object: stored(object), warnings: warnings)
            }
            guard givenVersion == 0 else {
                throw APIError(500, "", "resourceVersion should not be set on objects to be created")
            }
            let stored = fitting(object, ownership)
            let key = key(namespace, metadata.name)
            let result = try await commit(
                Transaction(
                    if: [Condition(key: key, equals: .modRevision(.zero))] + claims.conditions,
                    then: [.put(key: key, value: stored.value)] + claims.operations,
                    otherwise: claims.isEmpty ? [] : [.read(KeyRange(key: key), limit: 1)]))
            if result.succeeded {
                return WrittenObject(object: StoredObject(moved: stored, to: result.revision), warnings: warnings)
            }
            if !claims.isEmpty, !result.hasFound {
                // Not the name was taken, but what the object was to get.
                tries.claims += 1
                guard tries.claims < ServerLimits.claimTries else { throw APIError.claimsContended }
                try await core.wait(for: result.revision)
                continue
            }
            tries.names += 1
            guard generates else { throw APIError.alreadyExists(definition, metadata.name) }
            if tries.names == ServerLimits.generatedNameTries {
                throw APIError(
                    409, "AlreadyExists",
                    "\(definition.qualifiedName) \"\(metadata.name)\" already exists, the server was not able to generate a "
                        + "unique name for the object",
                    details: .init(name: metadata.name, group: definition.group, kind: definition.plural))
            }
        }
    }

    /// As it is stored. Who owns its fields is forgotten rather than that a writer who did not ask for it is refused an
    /// object that has grown too large by it.
    private func fitting(_ object: Message, _ ownership: OwnershipOfWrite, _ revision: Revision = .zero) -> StoredObject
    {
        let whole = stored(object, revision)
        guard case .writer = ownership, whole.value.count > StoreLimits.valueBytes else { return whole }
        var smaller = object
        var metadata = Metadata(of: object)
        metadata.managedFields = []
        metadata.store(in: &smaller)
        return stored(smaller, revision)
    }

    private func matchNamespace(_ metadata: inout Metadata, _ namespace: String) throws(APIError) {
        guard definition.isNamespaced else {
            metadata.namespace = ""
            return
        }
        if !metadata.namespace.isEmpty, metadata.namespace != namespace {
            throw APIError.otherNamespace
        }
        metadata.namespace = namespace
    }

    func commit(_ transaction: Transaction) async throws(APIError) -> TransactionResult {
        // Its objects would stay as they are, and nothing that competes with another write would ever come to an end.
        guard !cache.isWithdrawn else {
            throw APIError(
                503, "ServiceUnavailable", "\(definition.qualifiedName) is being changed, please try again",
                details: .init(retryAfterSeconds: 1))
        }
        let result: TransactionResult
        do { result = try await core.store.commit(transaction) } catch { throw APIError(error) }
        if definition.traits.contains(.answersOnceSeen), result.succeeded { try await core.wait(for: result.revision) }
        return result
    }

    /// The right to make what a request to change it did not find.
    func authorizeCreation(namespace: String, name: String, _ caller: Caller) async throws(APIError) {
        try await core.access.authorize(
            caller, RequestRights.attributes(.create, of: resource, namespace: namespace, name: name), core)
    }

    // MARK: Update

    /// Replaces the object, or its part that the subresource names.
    func update(
        _ body: Message, namespace: String, name: String, subresource: Subresource?, options: WriteOptions
    ) async throws(APIError) -> (written: WrittenObject, isNew: Bool) {
        var metadata = Metadata(of: body)
        try matchNamespace(&metadata, namespace)
        if let fault = APIError.otherName(metadata.name, onURL: name) { throw fault }
        var object = body
        metadata.store(in: &object)
        do {
            var given = object
            let repeated = OwnerDuplicates.warnings(OwnerDuplicates.drop(from: &given), inPatched: false)
            let isVersioned = !metadata.resourceVersion.isEmpty && metadata.resourceVersion != "0"
            var written = try await modify(
                namespace: namespace, name: name, subresource: subresource, options: options, uid: metadata.uid,
                isVersioned: isVersioned
            ) { [given] _ throws(APIError) in given }
            written.warnings = repeated + written.warnings
            return (written, false)
        } catch  where error.code == 404 && definition.traits.contains(.createsOnUpdate) && subresource == nil {
            try await authorizeCreation(namespace: namespace, name: name, options.caller)
            metadata.resourceVersion = ""
            metadata.store(in: &object)
            return (try await create(object, namespace: namespace, options: options), true)
        }
    }

    /// Reads, changes and writes, again when somebody else has written meanwhile (unless the change names a version).
    ///
    /// - Parameters:
    ///   - uid: the only object that is meant; empty: whichever has the name.
    ///   - isVersioned: the change is meant for one version, and not worth repeating on another.
    ///   - ownership: what becomes of `managedFields`.
    ///   - change: what the client wants, from the object as it stands, with its resourceVersion; it may be asked several
    ///     times. If it gives another version than it got, it is a conflict.
    func modify(
        namespace: String, name: String, subresource: Subresource?, options: WriteOptions, uid: String = "",
        isVersioned: Bool = false, ownership: OwnershipOfWrite = .writer,
        _ change: @Sendable (Message) throws(APIError) -> Message
    ) async throws(APIError) -> WrittenObject {
        var turn = WriteTurn(core.turns, key(namespace, name))
        while true {
            var found = cache.find(namespace: namespace, name: name)
            if found == nil {
                try await core.catchUp()
                found = cache.find(namespace: namespace, name: name)
            }
            guard let current = found else {
                try checkIdentity(uid, "", name, key(namespace, name))
                throw APIError.notFound(definition, name)
            }
            let before = StoredObject(current)
            let old = try ruled(before)
            try checkIdentity(uid, Metadata(of: old).uid, name, current.key)
            var object = try change(old)
            let wanted = Metadata(of: object)
            switch try await checkVersion(wanted, current, name) {
            case .isBehind: continue
            case .matches: break
            }
            if !isVersioned, !options.dryRun, turn.mustWait {
                try await turn.wait()
                try await core.catchUp()
                continue
            }
            var admission = AdmissionRequest(
                verb: .update, resource: resource, subresource: subresource, namespace: namespace, name: name,
                object: object, old: old, caller: options.caller, isDryRun: options.dryRun)
            try await core.admit(&admission)
            object = admission.object
            let repeated = OwnerDuplicates.warnings(OwnerDuplicates.drop(from: &object), inPatched: true)
            let claimed = Metadata(of: object).claimedFields
            prepare(&object, old: old, subresource: subresource, by: writer(options.caller))
            // The writer owns what he changes, and nothing of what the server gives from here on.
            if case .writer = ownership {
                noteWriter(&object, old: old, claimed: claimed, subresource: subresource, options)
            }
            let plan = core.claims(of: definition)
            var claims = try await plan?.change(&object, old: old, subresource: subresource, core) ?? .none
            try check(object, old: old, subresource: subresource, name: name)
            admission.object = object
            try await core.validate(&admission)
            let after = Metadata(of: object)
            let stored = fitting(object, ownership, before.revision)
            let warnings = repeated + admission.warnings + definition.rules.warnings(object, old: old)
            if stored.value == before.value { return WrittenObject(object: before, warnings: warnings) }
            let isRemoved =
                after.deletionSeconds != nil && after.finalizers.isEmpty
                && (after.deletionGracePeriodSeconds ?? 0) == 0 && !definition.rules.holdsDeletion(object)
            if options.dryRun { return WrittenObject(object: stored, warnings: warnings) }
            let key = current.key
            if isRemoved { claims = try await plan?.removal(old, core) ?? .none }
            let result = try await commit(
                Transaction(
                    if: [Condition(key: key, equals: .modRevision(current.revision))] + claims.conditions,
                    then: [isRemoved ? .delete(KeyRange(key: key)) : .put(key: key, value: stored.value)]
                        + claims.operations))
            if result.succeeded {
                return WrittenObject(object: StoredObject(moved: stored, to: result.revision), warnings: warnings)
            }
            try await core.wait(for: result.revision)
            if isVersioned, let now = cache.find(namespace: namespace, name: name), now.revision != current.revision {
                throw APIError.conflict(definition, name, APIError.modifiedMeanwhile)
            }
            try await turn.wasOvertaken()
            try await core.catchUp()
        }
    }

    private func checkIdentity(
        _ wanted: String, _ found: String, _ name: String, _ key: [UInt8]
    ) throws(APIError) {
        guard !wanted.isEmpty, wanted != found else { return }
        throw APIError.otherObject(definition, name, at: key, "UID", wanted: wanted, found: found)
    }

    private enum VersionCheck { case matches, isBehind }

    /// Whether the version that the client names is the one in the cache.
    private func checkVersion(
        _ wanted: Metadata, _ current: CachedObject, _ name: String
    ) async throws(APIError) -> VersionCheck {
        guard !wanted.resourceVersion.isEmpty, wanted.resourceVersion != "0" else {
            if !definition.traits.contains(.updatesNeedVersion) { return .matches }
            // Kubernetes names the resource here, not the kind.
            throw APIError.invalid(
                kind: definition.plural, group: definition.group, name: name,
                [.invalid("metadata.resourceVersion", "0", "must be specified for an update")])
        }
        let revision: Int64
        do { revision = Int64(clamping: try GoParse.unsigned(wanted.resourceVersion)) } catch {
            throw APIError(500, "", error.message)
        }
        if revision == current.revision.rawValue { return .matches }
        // A version that this cache has not heard of yet: it was written a moment ago, perhaps through another server.
        if revision > cache.revision.rawValue, revision <= core.store.revision.rawValue {
            try await core.catchUp()
            return .isBehind
        }
        throw APIError.conflict(definition, name, APIError.modifiedMeanwhile)
    }

    /// Keeps what the client may not change, fills defaults, and counts generations.
    private func prepare(_ object: inout Message, old: Message, subresource: Subresource?, by writer: Writer) {
        let was = Metadata(of: old)
        var metadata = Metadata(of: object)
        metadata.name = was.name
        metadata.namespace = was.namespace
        if metadata.uid.isEmpty { metadata.uid = was.uid }
        metadata.creationSeconds = was.creationSeconds
        // What marks an object as being deleted stays; that it may not be set is found later.
        if was.deletionSeconds != nil { metadata.deletionSeconds = was.deletionSeconds }
        if metadata.deletionGracePeriodSeconds == nil {
            metadata.deletionGracePeriodSeconds = was.deletionGracePeriodSeconds
        }
        metadata.generation = was.generation
        metadata.selfLink = ""
        metadata.resourceVersion = ""
        metadata.store(in: &object)
        // A binding changes one field, by the server's own hand: the rest got its defaults and was valid when it was stored.
        if subresource != .binding { definition.rules.setDefaults(&object) }
        definition.prepareForUpdate(&object, old: old, subresource: subresource)
        definition.rules.record(&object, old: old, subresource: subresource, by: writer)
        if definition.isNewGeneration(object, old: old, subresource: subresource) {
            metadata = Metadata(of: object)
            metadata.generation = was.generation + 1
            metadata.store(in: &object)
        }
    }

    private func check(
        _ object: Message, old: Message, subresource: Subresource?, name: String
    ) throws(APIError) {
        guard subresource != .binding else { return }
        let problems = spoken(
            MetadataRules.updateProblems(object, old: old, definition) + definition.rules.validate(object)
                + definition.rules.validateUpdate(object, old: old, subresource: subresource), object, old: old)
        guard problems.isEmpty else { throw APIError.invalid(definition, name, problems) }
    }
}

extension StoredObject {
    /// The same bytes, now stored at `revision`.
    init(moved other: StoredObject, to revision: Revision) {
        value = other.value
        object = other.object
        self.revision = revision
    }
}
