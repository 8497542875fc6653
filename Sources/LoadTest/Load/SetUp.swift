internal import HTTP2
internal import Reactor

/// Makes what a run needs on the server, and removes it again. JSON over REST, whatever the face: every server has it.
final class SetUp: Sendable {
    private let http: HTTP2Client
    private let target: Target

    init(_ target: Target, on loop: EventLoop) {
        self.target = target
        http = HTTP2Client(target.endpoint, tls: target.tls, on: loop)
    }

    private func send(
        _ method: String, _ path: String, _ body: [UInt8]? = nil
    ) async throws(LoadError) -> Answer {
        let form = target.forms.rest(method, path, body)
        do throws(HTTP2Error) {
            let response = try await http.send(
                form.head, body: form.body, limitBytes: LoadLimits.answerBytes,
                deadlineMilliseconds: LoadLimits.callMilliseconds)
            return Answer(head: response.head, body: response.body, trailers: response.trailers)
        } catch {
            throw LoadError(description: "\(target.name) cannot be reached: \(error.message)")
        }
    }

    /// Makes a namespace unless it is there. Returns whether it was made.
    func ensure(namespace: String) async throws(LoadError) -> Bool {
        let path = "/api/v1/namespaces/" + namespace
        let found = try await send("GET", path)
        if found.failure == nil { return false }
        guard found.head.status == 404 else { throw refused("looking for the namespace \(namespace)", found) }
        let body = Array("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"\(namespace)\"}}".utf8)
        let made = try await send("POST", "/api/v1/namespaces", body)
        guard made.failure == nil else { throw refused("making the namespace \(namespace)", made) }
        return true
    }

    /// Pods need their namespace's service account, which a server without controllers has not made.
    func ensureServiceAccount(in namespace: String) async throws(LoadError) {
        let body = Array("{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"metadata\":{\"name\":\"default\"}}".utf8)
        let made = try await send("POST", target.forms.collection("serviceaccounts", namespace), body)
        guard made.failure == nil || made.head.status == 409 else {
            throw refused("making the service account", made)
        }
    }

    func create(_ object: LoadObject, payload: String) async throws(LoadError) {
        let path = target.forms.collection(object.resource, object.namespace)
        let made = try await send("POST", path, object.json(payload: payload))
        guard made.failure == nil else { throw refused("making \(object.name)", made) }
    }

    /// The server's newest revision.
    func revision(of resource: String, in namespace: String) async throws(LoadError) -> Int64 {
        let listed = try await send("GET", target.forms.collection(resource, namespace) + "?limit=1")
        guard listed.failure == nil, let revision = listed.jsonRevision else {
            throw refused("listing \(resource)", listed)
        }
        return revision
    }

    /// Removes what may be there; what is not is as good.
    func remove(_ object: LoadObject) async throws(LoadError) {
        let suffix = object.kind == .configMap ? "" : "?gracePeriodSeconds=0"
        _ = try await send("DELETE", target.forms.path(object) + suffix)
    }

    func remove(namespace: String) async throws(LoadError) {
        _ = try await send("DELETE", "/api/v1/namespaces/" + namespace)
    }

    /// Runs `body` for every element, some at once.
    func each<Element: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Element) async throws(LoadError) -> Void
    ) async throws(LoadError) {
        let failure = await withTaskGroup(of: LoadError?.self) { group -> LoadError? in
            var rest = elements[...]
            var first: LoadError?
            func add(_ element: Element) {
                group.addTask {
                    do throws(LoadError) {
                        try await body(element)
                        return nil
                    } catch { return error }
                }
            }
            for _ in 0..<LoadLimits.setupAtOnce {
                if let element = rest.popFirst() { add(element) }
            }
            while let failure = await group.next() {
                if first == nil { first = failure }
                if first == nil, let element = rest.popFirst() { add(element) }
            }
            return first
        }
        if let failure { throw failure }
    }

    func close() async { await http.close() }

    private func refused(_ what: String, _ answer: Answer) -> LoadError {
        LoadError(description: "\(what): \(target.name) answers \(answer.failure ?? "something else"): \(answer.words)")
    }
}
