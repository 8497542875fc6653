import HTTP2
import Reactor
import Wire

/// What stands between calls and HTTP/2: headers that every request carries, and errors in the client's own words.
final class Transport: Sendable {
    private let http: HTTP2Client
    private let configuration: ClientConfiguration

    init(_ configuration: ClientConfiguration, loop: EventLoop) throws(ConfigurationError) {
        self.configuration = configuration
        do throws(ReactorError) {
            let tls = try configuration.tls.map { tls throws(ReactorError) in try TLSContext(client: tls) }
            http = HTTP2Client(configuration.endpoint, tls: tls, on: loop)
        } catch {
            throw ConfigurationError("the kubeconfig's certificates cannot be used: \(error.message)")
        }
    }

    /// The path of a method of the binary face.
    static func path(_ method: String) -> String { "/apus.v1.Cluster/\(method)" }

    private func head(_ method: String, _ path: String, _ headers: HeaderFields) -> RequestHead {
        var headers = headers
        headers.append("user-agent", configuration.userAgent)
        if let token = configuration.token { headers.append("authorization", "Bearer \(token)") }
        return RequestHead(
            method: method, path: path, authority: configuration.authority,
            scheme: configuration.tls == nil ? "http" : "https", headers: headers)
    }

    private static let callHeaders: HeaderFields = ["content-type": "application/grpc", "te": "trailers"]

    /// One message there, one back.
    func call(_ method: String, _ message: [UInt8]) async throws(ClientError) -> [UInt8] {
        try Self.message(
            in: try await send(head("POST", Self.path(method), Self.callHeaders), body: GRPCFraming.frame(message)))
    }

    /// Tried again only when the server certainly did not begin it.
    private func send(_ head: RequestHead, body: [UInt8]? = nil) async throws(ClientError) -> Response {
        var attempt = 1
        while true {
            do throws(HTTP2Error) {
                return try await http.send(
                    head, body: body, limitBytes: RPCLimits.messageBytes + GRPCFraming.prefixBytes,
                    deadlineMilliseconds: configuration.callMilliseconds)
            } catch {
                guard error.code == .refused, attempt < RPCLimits.attempts else { throw failure(error) }
                attempt += 1
            }
        }
    }

    private static func message(in response: Response) throws(ClientError) -> [UInt8] {
        if let failure = CallStatus.failure(response.head, trailers: response.trailers, body: response.body) {
            throw failure
        }
        guard let message = GRPCFraming.onlyMessage(in: response.body) else {
            throw ClientError(.internal, "the server's answer is not one whole uncompressed message")
        }
        return Array(response.body[message])
    }

    /// One message there, a stream of messages back.
    func stream(_ method: String, _ message: [UInt8]) async throws(ClientError) -> MessageStream {
        let exchange = try await open(
            head("POST", Self.path(method), Self.callHeaders), body: .whole(GRPCFraming.frame(message)))
        return MessageStream(try await begin(exchange), limit: RPCLimits.watchMessageBytes)
    }

    /// A request of the REST face whose answer is read piece by piece. An answer that is not 200 is an error.
    func restStream(_ method: String, _ path: String, accept: String) async throws(ClientError) -> ByteStream {
        let exchange = try await open(head(method, path, ["accept": accept]), body: .none)
        let opened = try await begin(exchange)
        let stream = ByteStream(opened)
        guard opened.head.status == 200 else {
            throw CallStatus.refusal(opened.head, body: await stream.rest())
        }
        return stream
    }

    /// A request of the REST face, answered whole.
    func rest(_ method: String, _ path: String, accept: String) async throws(ClientError) -> [UInt8] {
        let response = try await send(head(method, path, ["accept": accept]))
        guard response.head.status == 200 else { throw CallStatus.refusal(response.head, body: response.body) }
        return response.body
    }

    private func open(_ head: RequestHead, body: ExchangeBody) async throws(ClientError) -> Exchange {
        do throws(HTTP2Error) { return try await http.open(head, body: body) } catch { throw failure(error) }
    }

    private func begin(_ exchange: Exchange) async throws(ClientError) -> OpenedAnswer {
        do throws(HTTP2Error) {
            return OpenedAnswer(exchange: exchange, head: try await exchange.responseHead(), failure: failure)
        } catch {
            exchange.cancel()
            throw failure(error)
        }
    }

    func close() async { await http.close() }

    private func failure(_ error: HTTP2Error) -> ClientError {
        let code: ClientError.Code =
            switch error.code {
            case .cannotConnect, .connectionLost, .refused, .reset: .unavailable
            case .deadlineExceeded: .timeout
            case .cancelled: .cancelled
            case .tooLarge: .tooLarge
            case .configuration, .protocolViolation, .misuse: .internal
            }
        if error.code == .cannotConnect {
            return ClientError(
                code, "the server \(configuration.endpoint) cannot be reached (\(error.message)): is the cluster up?")
        }
        return ClientError(code, error.message)
    }
}

/// An answer whose head has arrived. Ends its exchange when nobody reads it any more.
final class OpenedAnswer: Sendable {
    let head: ResponseHead
    private let exchange: Exchange
    private let failure: @Sendable (HTTP2Error) -> ClientError

    init(exchange: Exchange, head: ResponseHead, failure: @escaping @Sendable (HTTP2Error) -> ClientError) {
        self.exchange = exchange
        self.head = head
        self.failure = failure
    }

    /// The next bytes; nil at the end.
    func piece() async throws(ClientError) -> [UInt8]? {
        do throws(HTTP2Error) { return try await exchange.next() } catch { throw failure(error) }
    }

    /// After the end.
    func trailers() async throws(ClientError) -> HeaderFields {
        do throws(HTTP2Error) { return try await exchange.trailers() } catch { throw failure(error) }
    }

    func cancel() { exchange.cancel() }

    deinit { exchange.cancel() }
}
