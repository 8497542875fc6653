import Objects
import Store
import WatchCache
import Wire

/// A list as it stood at one revision.
struct ListResult: Sendable {
    var objects: [StoredObject]
    var revision: Revision
    /// Where the next page begins; empty: there is none.
    var continueToken = ""
    /// How many objects are on later pages; nil: not known, as with selectors.
    var remaining: Int?
}

extension ResourceOperations {
    func list(namespace: String, options: ListOptions) async throws(APIError) -> ListResult {
        let interest = Interest(
            namespace: namespace, labels: options.labels, fields: options.fields, in: cache.resource)
        if !options.continueToken.isEmpty {
            let token = try ContinueToken(options.continueToken)
            var revision = token.revision
            if revision == ContinueToken.newest {
                try await core.catchUp()
                revision = core.cache.revision
            }
            return try await stored(
                namespace, interest, from: token.start, at: revision, limit: options.limit, options)
        }
        if options.match == .exact, let revision = options.revision {
            return try await stored(namespace, interest, from: nil, at: revision, limit: options.limit, options)
        }
        switch options.revision {
        case nil: try await core.catchUp()
        case let revision?: try await core.wait(for: revision)
        }
        return current(namespace, interest, options)
    }

    /// From the cache, now.
    private func current(_ namespace: String, _ interest: Interest, _ options: ListOptions) -> ListResult {
        let snapshot = cache.snapshot()
        let prefix = cache.resource.prefix(namespace: namespace)
        var result = ListResult(objects: [], revision: snapshot.revision)
        if !options.isSelective, namespace.isEmpty, options.limit == 0 {
            result.objects.reserveCapacity(snapshot.objects.count)
        }
        var skipped = 0
        var last: [UInt8] = []
        for object in snapshot.objects.objects(in: KeyRange(prefix: prefix)) where interest.matches(object) {
            if options.limit > 0, result.objects.count == options.limit {
                if result.continueToken.isEmpty {
                    result.continueToken = ContinueToken(revision: snapshot.revision, after: last, below: prefix).text
                }
                guard !options.isSelective else { break }
                skipped += 1
                continue
            }
            result.objects.append(StoredObject(object))
            last = object.key
        }
        if !result.continueToken.isEmpty, !options.isSelective { result.remaining = skipped }
        return result
    }

    /// From the store's history, at a revision.
    private func stored(
        _ namespace: String, _ interest: Interest, from start: [UInt8]?, at revision: Revision, limit: Int,
        _ options: ListOptions
    ) async throws(APIError) -> ListResult {
        let prefix = cache.resource.prefix(namespace: namespace)
        let whole = KeyRange(prefix: prefix)
        var from = start.map { prefix + $0 } ?? whole.start
        var last: [UInt8] = []
        var result = ListResult(objects: [], revision: revision)
        while true {
            let read: ReadResult
            do {
                read = try await core.store.read(
                    KeyRange(start: from, end: whole.end), at: revision, limit: limit > 0 ? ServerLimits.historyPage : 0
                )
            } catch {
                guard case .compacted = error.code else { throw APIError(error) }
                guard let start else { throw APIError.expired("The resourceVersion for the provided list is too old.") }
                throw ContinueToken.expired(at: start)
            }
            for (index, entry) in read.items.enumerated() {
                let object: CachedObject
                do { object = try cache.object(entry) } catch { throw APIError(error) }
                guard interest.matches(object) else { continue }
                if limit > 0, result.objects.count == limit {
                    result.continueToken = ContinueToken(revision: revision, after: last, below: prefix).text
                    if !options.isSelective { result.remaining = read.count - index }
                    return result
                }
                result.objects.append(StoredObject(object))
                last = entry.key
            }
            guard read.more, let last = read.items.last else { return result }
            from = last.key + [0]
        }
    }
}

extension ListOptions {
    /// Whether some objects of the range may be left out.
    var isSelective: Bool { !labels.isEverything || !fields.isEverything }
}
