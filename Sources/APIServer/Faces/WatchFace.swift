import HTTP2
import Objects
import Store
import WatchCache

/// Opens watches, for both faces.
struct WatchFace: Sendable {
    let core: ServerCore

    struct Request: Sendable {
        var resource: ServedResource
        var namespace: String
        var options: ListOptions
        var shape: WatchForm.Shape
        var bookmarks: Bool
        /// `sendInitialEvents`; nil: by the revision, as before that option existed.
        var initialEvents: Bool?
        /// 0: the server's own.
        var timeoutSeconds: Int
    }

    /// Where the watch begins, once the cache is as new as the client asks.
    func beginning(_ request: Request) async throws(APIError) -> WatchHub.Beginning {
        let revision = request.options.revision
        if request.initialEvents == true {
            if let revision, revision > .zero { try await core.wait(for: revision) } else { try await core.catchUp() }
            return .current
        }
        guard let revision, revision > .zero else {
            if revision == nil { try await core.catchUp() }
            return request.initialEvents == false ? .after(core.cache.revision) : .current
        }
        return .after(revision)
    }

    /// Opens the watch on the stream's loop and starts the answer; false when history does not reach back.
    func open(
        _ request: Request, from beginning: WatchHub.Beginning, on stream: any ResponseStream, _ state: LoopState,
        head: ResponseHead
    ) -> Bool {
        guard let cache = request.resource.cache else { return false }
        let interest = Interest(
            namespace: request.namespace, labels: request.options.labels, fields: request.options.fields,
            in: cache.resource)
        let form = WatchForm(resource: request.resource, shape: request.shape)
        // Nil: the peer is gone already, and hears no answer.
        guard let reader = stream.reader else { return true }
        let body = WatchBody(shape: request.shape, hub: state.hub)
        let cursor = state.hub.open(
            cache, interest: interest, format: form.format(now: core.now), bookmarks: request.bookmarks,
            from: beginning, bookmarkAfterInitial: request.initialEvents == true && request.bookmarks,
            // A stream that ends closes its cursor, which then leaves the reader.
            reader: reader)
        guard let cursor else { return false }
        body.begin(cursor)
        let seconds =
            request.timeoutSeconds > 0
            ? Int64(request.timeoutSeconds)
            : Int64.random(in: ServerLimits.watchSeconds...2 * ServerLimits.watchSeconds)
        let deadline = state.end(body, afterSeconds: seconds)
        stream.onClose = { [unowned(unsafe) stream] in
            // The stream calls it, and knows by then.
            body.close(stream.end ?? .answered)
            state.forget(body, deadline: deadline)
        }
        stream.respond(head, pulling: body)
        return true
    }
}
