import Access
import HTTP2
import Store
import Synchronization
import WatchCache

/// What the server says of itself, at paths that name no resource: health, version, figures, and how others verify its
/// tokens.
final class ServerPaths: Sendable {
    private let core: ServerCore
    private let metrics: Metrics
    private let pages: DebugPages
    /// Known once the server is bound.
    private let location = Mutex("")

    /// - Parameter flags: what the server was started with.
    init(core: ServerCore, metrics: Metrics, flags: [String: String]) {
        self.core = core
        self.metrics = metrics
        pages = DebugPages(flags: flags)
    }

    /// Where clients are told to reach the server: `192.0.2.1:6443`.
    var address: String { location.withLock { $0 } }

    func advertise(_ address: String) { location.withLock { $0 = address } }

    /// What is open to everybody; nil: there is nothing of that kind. Why a single check fails is not.
    func open(_ segments: [String], _ query: Query) -> Answer? {
        guard segments.count == 1 else { return nil }
        return segments[0] == "version" ? .json(Version.document) : HealthFace.answer(segments, query, core.health)
    }

    /// What a right to the path is needed for.
    func answer(_ segments: [String], _ query: Query, _ headers: HeaderFields) throws(APIError) -> Answer {
        if RootPaths.isMeant(segments) { return RootPaths.answer(core.registry) }
        if segments.count == 1, DebugPages.names.contains(segments[0]) {
            return try pages.answer(segments[0], paths: RootPaths.all(core.registry), accept: headers["accept"])
        }
        if let health = HealthFace.answer(segments, query, core.health) { return health }
        switch segments.first {
        case "metrics" where segments.count == 1:
            return Answer(contentType: "text/plain; version=0.0.4; charset=utf-8", body: metrics.page(core: core))
        case "openid" where segments == ["openid", "v1", "jwks"]:
            return tokenKeys(type: "application/jwk-set+json") { $0.keys.jsonWebKeySet() }
        case ".well-known" where segments == [".well-known", "openid-configuration"]:
            let keysURL = core.access.settings.keysURL ?? "https://\(address)/openid/v1/jwks"
            return tokenKeys(type: "application/json") { $0.keys.discovery(issuer: $0.issuer, keysURL: keysURL) }
        default: return .text("404 page not found\n", status: 404)
        }
    }

    /// What others verify this cluster's tokens with.
    private func tokenKeys(type: String, _ document: (ServiceAccountTokens) -> [UInt8]) -> Answer {
        var answer = Answer(contentType: type, body: document(core.access.settings.tokens.serviceAccounts))
        answer.headers.append("cache-control", "public, max-age=3600")
        return answer
    }
}
