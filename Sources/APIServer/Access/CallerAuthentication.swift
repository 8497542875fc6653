import Access
import HTTP2
import Objects
import Resources
import WatchCache

/// Finds out who a request is of: by the certificate of its connection, by its token, or as nobody; and then as whom it
/// wants to act.
struct CallerAuthentication: Sendable {
    let core: ServerCore

    private var control: AccessControl { core.access }

    /// - Parameter peers: those of the request's loop.
    /// - Throws: 401 for a bad token and where nobody is not let in, 400 and 403 for acting as somebody else.
    func caller(_ request: Request, _ peers: PeerCallers) async throws(APIError) -> Caller {
        let caller = try await credentials(request, peers)
        let headers = request.head.headers
        guard headers.fields.contains(where: { Self.isImpersonation($0.name) }) else { return caller }
        let wanted: Impersonation?
        do {
            wanted = try Impersonation(
                headers.fields.lazy.filter { Self.isImpersonation($0.name) }.map { (name: $0.name, value: $0.value) })
        } catch { throw APIError.badRequest(error.message) }
        guard let wanted else { return caller }
        for right in wanted.rights { try await control.authorize(caller, right, core) }
        return Caller(wanted.identity)
    }

    /// Asked of every header of every request.
    private static func isImpersonation(_ name: String) -> Bool { name.utf8.starts(with: "impersonate-".utf8) }

    private func credentials(_ request: Request, _ peers: PeerCallers) async throws(APIError) -> Caller {
        if let peer = request.peer { return peers.caller(peer) }
        if let token = Self.bearerToken(request.head.headers["authorization"]) {
            do { return Caller(try await prove(token).identity) } catch { throw APIError.unauthorized() }
        }
        do {
            if let token = try WebSocketBearer.token(request.head.headers) {
                return Caller(try await prove(token).identity)
            }
        } catch { throw APIError.unauthorized() }
        if request.isPlaintext { return .local }
        guard control.settings.allowsAnonymous else { throw APIError.unauthorized() }
        return .anonymous
    }

    /// What the token proves. One that is bound to what is not there yet gets a second look when the cache has caught up.
    func prove(_ token: [UInt8], audiences: [String] = []) async throws(TokenError) -> ProvenToken {
        let proven = try await authenticate(token, audiences)
        if let holder = proven.holder { await noteUse(of: holder) }
        return proven
    }

    private func authenticate(_ token: [UInt8], _ audiences: [String]) async throws(TokenError) -> ProvenToken {
        let tokens = control.settings.tokens
        let objects = TokenObjects(core: core)
        do { return try tokens.authenticate(token, audiences: audiences, objects: objects, now: core.now()) } catch {
            guard case .revoked = error else { throw error }
            do { try await core.catchUp() } catch { throw TokenError.revoked("the server has not caught up") }
            return try tokens.authenticate(token, audiences: audiences, objects: objects, now: core.now())
        }
    }

    /// Labels the Secret with the day, so that tokens which nobody needs can be found. What fails now is for the next use.
    private func noteUse(of holder: ProvenToken.Holder) async {
        let today = LegacyToken.day(core.now())
        // Servers' clocks differ: tomorrow may have been noted already.
        guard holder.lastUsed != today, holder.lastUsed != LegacyToken.day(core.now() + Self.secondsPerDay),
            let operations = core.registry.find("secrets").flatMap(core.operations)
        else { return }
        _ = try? await operations.modify(
            namespace: holder.namespace, name: holder.name, subresource: nil, options: WriteOptions(caller: .server)
        ) { old throws(APIError) in
            var secret = Core.Secret(old)
            secret.metadata.labels[LegacyToken.lastUsed] = today
            return secret.message
        }
    }

    private static let secondsPerDay: Int64 = 86_400

    /// Nil: the header is not there, of another scheme, or holds no token (RFC 6750, section 2.1).
    private static func bearerToken(_ header: String?) -> [UInt8]? {
        guard let header else { return nil }
        let parts = header.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard parts.count >= 2, parts[0].count == 6, Substring(parts[0]).lowercased() == "bearer" else { return nil }
        return Array(parts[1])
    }
}

/// Callers by the certificates of their connections, on one loop: the same certificate is the same caller, with what was
/// allowed to him.
final class PeerCallers {
    /// Components and users of one server; a fleet of nodes takes turns here, and pays the price of one decision more.
    private static let capacity = 64
    private var callers: [(peer: PeerIdentity, caller: Caller)] = []
    private var next = 0

    func caller(_ peer: PeerIdentity) -> Caller {
        for known in callers where known.peer == peer { return known.caller }
        let groups = Array(peer.organizations.prefix(AccessLimits.groups))
        let caller = Caller(Identity(peer.commonName, groups: groups).authenticated)
        if callers.count < Self.capacity {
            callers.append((peer, caller))
        } else {
            callers[next] = (peer, caller)
            next = (next + 1) % Self.capacity
        }
        return caller
    }
}

/// The objects that tokens are bound to, as the cache has them.
struct TokenObjects: BoundObjects {
    let core: ServerCore

    func uid(kind: BoundKind, namespace: String, name: String) -> String? {
        let plural =
            switch kind {
            case .serviceAccount: "serviceaccounts"
            case .pod: "pods"
            case .secret: "secrets"
            case .node: "nodes"
            }
        guard let resource = core.registry.find(plural), let cache = resource.cache,
            let found = cache.find(namespace: namespace, name: name),
            let fields = try? StoredObject(found).fields(
                Projection(["metadata.uid", "metadata.deletionTimestamp"], of: resource.stored.type),
                of: resource.stored.type)
        else { return nil }
        let metadata = Metadata(of: fields)
        // A pod that is going still has its grace period; an account has none.
        if kind == .serviceAccount, metadata.deletionSeconds != nil { return nil }
        return metadata.uid
    }

    func secret(namespace: String, name: String) -> Core.Secret? {
        guard let resource = core.registry.find("secrets"),
            let found = resource.cache?.find(namespace: namespace, name: name),
            let message = try? StoredObject(found).message(resource.stored.type)
        else { return nil }
        return Core.Secret(message)
    }
}
