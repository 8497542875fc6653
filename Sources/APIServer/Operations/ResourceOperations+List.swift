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
            return try await stored(
                namespace, interest, from: token.start, at: token.revision, limit: options.limit, options)
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
        var cursor = snapshot.objects.cursor(from: prefix)
        var result = ListResult(objects: [], revision: snapshot.revision)
        var skipped = 0
        while let object = snapshot.objects.next(&cursor), object.key.starts(with: prefix) {
            guard interest.matches(object) else { continue }
            if options.limit > 0, result.objects.count == options.limit {
                if result.continueToken.isEmpty, let last = result.objects.last {
                    result.continueToken = token(snapshot.revision, after: last, object)
                }
                guard !options.isSelective else { break }
                skipped += 1
                continue
            }
            result.objects.append(StoredObject(object))
        }
        if !result.continueToken.isEmpty, !options.isSelective { result.remaining = skipped }
        return result
    }

    private func token(_ revision: Revision, after last: StoredObject, _ next: CachedObject) -> String {
        ContinueToken(revision: revision, start: Array(next.key.dropFirst(cache.resource.prefix.count))).text
    }

    /// From the store's history, at a revision.
    private func stored(
        _ namespace: String, _ interest: Interest, from start: [UInt8]?, at revision: Revision, limit: Int,
        _ options: ListOptions
    ) async throws(APIError) -> ListResult {
        let prefix = cache.resource.prefix(namespace: namespace)
        let whole = KeyRange(prefix: prefix)
        var from = whole.start
        if let start {
            from = cache.resource.prefix + start
            guard from.starts(with: prefix) else {
                throw APIError.badRequest("invalid continue token: it belongs to another list")
            }
        }
        var result = ListResult(objects: [], revision: revision)
        while true {
            let read: ReadResult
            do {
                read = try await core.store.read(
                    KeyRange(start: from, end: whole.end), at: revision, limit: limit > 0 ? ServerLimits.historyPage : 0
                )
            } catch {
                if case .compacted = error.code, start != nil {
                    throw APIError.expired(
                        "The provided continue parameter is too old to display a consistent list result. You can start a new "
                            + "list without the continue parameter.")
                }
                throw APIError(error)
            }
            for (index, entry) in read.items.enumerated() {
                let object: CachedObject
                do { object = try cache.object(entry) } catch { throw APIError(error) }
                guard interest.matches(object) else { continue }
                if limit > 0, result.objects.count == limit {
                    result.continueToken =
                        ContinueToken(
                            revision: revision, start: Array(entry.key.dropFirst(cache.resource.prefix.count))
                        ).text
                    if !options.isSelective { result.remaining = read.count - index }
                    return result
                }
                result.objects.append(StoredObject(object))
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

/// Where a paged list goes on: the revision that all its pages show, and the next key (meta/v1 `continue`).
struct ContinueToken: Sendable, Equatable {
    var revision: Revision
    /// Below the resource's prefix.
    var start: [UInt8]

    init(revision: Revision, start: [UInt8]) {
        self.revision = revision
        self.start = start
    }

    init(_ text: String) throws(APIError) {
        func invalid(_ why: String) -> APIError {
            .badRequest("invalid continue token: continue key is not valid: \(why)")
        }
        guard let json = Base64URL.decode(text.utf8, isLenient: true) else { throw invalid("illegal base64 data") }
        var version = ""
        var revision: Int?
        var start = ""
        do {
            var reader = JSONReader(json)
            try reader.beginObject()
            while let key = try reader.nextKey() {
                switch try reader.text(key.text, hasEscapes: key.hasEscapes) {
                case "v": version = try reader.string()
                case "rv": revision = try reader.number().integer
                case "start": start = try reader.string()
                default: try reader.skipValue()
                }
            }
        } catch { throw invalid(error.message) }
        guard version == "meta.k8s.io/v1" else {
            throw invalid("server does not recognize this encoded version \"\(version)\"")
        }
        guard let revision, revision > 0 else { throw invalid("incorrect encoded start resourceVersion") }
        guard !start.isEmpty, !start.split(separator: "/").contains("..") else {
            throw invalid("encoded start key empty")
        }
        self.revision = Revision(Int64(revision))
        self.start = Array(start.utf8)
    }

    /// URL-safe base64 of JSON, without padding.
    var text: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("v")
        writer.string("meta.k8s.io/v1")
        writer.key("rv")
        writer.int(Int(revision.rawValue))
        writer.key("start")
        writer.string(String(decoding: start, as: UTF8.self))
        writer.endObject()
        return Base64URL.encode(writer.bytes)
    }
}
