import HTTP2
import Objects
import Resources
import Streaming

/// How a client is connected to a pod: what it speaks, what the kubelet is asked, and what stands in between. Pure.
struct PodConnectionPlan: Equatable {
    /// What the client speaks.
    enum Form: Equatable {
        /// SPDY/3.1, as the kubelet does: the versions that the client offers for what the streams carry.
        case spdy([String])
        /// WebSocket, whose channels become SPDY streams.
        case channels(String, RemoteStreams)
        /// WebSocket, whose messages carry SPDY.
        case tunnelled
        /// WebSocket, with a pair of channels for each port.
        case ports([UInt16])
    }

    let form: Form
    /// On the kubelet.
    let path: String

    /// - Parameter findNode: throws when the pod's node is not there, which is told before what is wrong with the request.
    /// - Throws: 400 when the request asks for no connection, for one that is not served, or for nothing to be connected.
    init(
        _ subresource: Subresource, _ pod: Core.Pod, _ query: Query, _ headers: HeaderFields,
        findNode: (Core.Pod) throws(APIError) -> Void = { _ throws(APIError) in }
    ) throws(APIError) {
        let upgrade = headers["upgrade"]?.lowercased() ?? ""
        let isSPDY = upgrade == StreamProtocols.spdy.lowercased()
        let isSocket = WebSocketHandshake.isAsked(headers)
        let base = "\(pod.metadata.namespace)/\(pod.metadata.name)"
        let container = subresource == .portForward ? "" : try NodeAccess.container(of: pod, wanted: query["container"])
        guard !pod.spec.nodeName.isEmpty else { throw APIError.badRequest(NodeAccess.hostless(pod)) }
        try findNode(pod)
        guard isSPDY || isSocket else { throw Self.upgradeRequired() }
        if subresource == .portForward {
            path = "/portForward/\(base)"
            form = isSPDY ? .spdy(Self.versions(headers)) : try Self.forwarding(query, headers)
            return
        }
        let streams = RemoteStreams(
            stdin: query.flag("stdin") ?? false, stdout: query.flag("stdout") ?? false,
            stderr: query.flag("stderr") ?? false, tty: query.flag("tty") ?? false)
        guard streams.stdin || streams.stdout || streams.stderr else {
            throw APIError.badRequest("you must specify at least 1 of stdin, stdout, stderr")
        }
        var items: [(name: String, value: String)] = []
        if subresource == .exec {
            let command = query.all("command")
            guard command.first?.isEmpty == false else { throw APIError.badRequest("you must specify a command") }
            items += command.map { ("command", $0) }
        }
        for (name, isWanted) in [
            ("input", streams.stdin), ("output", streams.stdout), ("error", streams.stderr), ("tty", streams.tty),
        ] where isWanted { items.append((name, "1")) }
        path = "/\(subresource.rawValue)/\(base)/\(container)?\(Query.text(of: items))"
        if isSPDY {
            form = .spdy(Self.versions(headers))
        } else {
            form = .channels(
                try Self.choose(headers, [StreamProtocols.channelsV5, StreamProtocols.channelsV4]), streams)
        }
    }

    private static func upgradeRequired() -> APIError { APIError.badRequest("Upgrade request required") }

    private static func versions(_ headers: HeaderFields) -> [String] { headers.all("x-stream-protocol-version") }

    private static func choose(_ headers: HeaderFields, _ served: [String]) throws(APIError) -> String {
        let offered = WebSocketHandshake.offered(headers)
        guard let chosen = StreamProtocols.choose(offered, from: served) else {
            throw APIError.badRequest(
                "unable to upgrade: none of the subprotocols \(offered) is served: \(served.joined(separator: ", "))")
        }
        return chosen
    }

    private static func forwarding(_ query: Query, _ headers: HeaderFields) throws(APIError) -> Form {
        let chosen = try choose(headers, [StreamProtocols.tunnelledPortForward, StreamProtocols.channelsV4])
        guard chosen != StreamProtocols.tunnelledPortForward else { return .tunnelled }
        let texts = query.all("ports").flatMap { $0.split(separator: ",") }
        let ports = texts.compactMap { UInt16($0) }.filter { $0 > 0 }
        guard !ports.isEmpty, ports.count == texts.count else {
            throw APIError.badRequest("ports: a list of numbers from 1 to 65535 is needed")
        }
        return .ports(ports)
    }

    /// What the client's WebSocket is to speak; nil: it has none.
    var subprotocol: String? {
        switch form {
        case .spdy: nil
        case .channels(let name, _): name
        case .tunnelled: StreamProtocols.tunnelledPortForward
        case .ports: StreamProtocols.channelsV4
        }
    }

    /// The fields with which the kubelet is asked.
    var upstreamFields: HeaderFields {
        var fields: HeaderFields = ["upgrade": StreamProtocols.spdy]
        switch form {
        case .spdy(let versions): for version in versions { fields.append("x-stream-protocol-version", version) }
        case .channels: fields.append("x-stream-protocol-version", StreamProtocols.channelsV4)
        case .tunnelled, .ports: fields.append("x-stream-protocol-version", StreamProtocols.portForward)
        }
        return fields
    }

    /// What stands in between; nil: there is no memory for it, or too much is asked for.
    func makeRelay() -> Relay? {
        switch form {
        case .spdy: Relay.passingThrough()
        case .channels(_, let streams): Relay.channels(streams)
        case .tunnelled: Relay.unwrapping()
        case .ports(let ports): Relay.ports(ports)
        }
    }
}
