/// The streams of an `exec` or `attach`.
package struct RemoteStreams: Sendable, Equatable {
    package var stdin: Bool
    package var stdout: Bool
    /// Not with a terminal, which has one output.
    package var stderr: Bool
    package var tty: Bool

    package init(stdin: Bool, stdout: Bool, stderr: Bool, tty: Bool) {
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr && !tty
        self.tty = tty
    }
}

/// Names under which streams are carried, and what is chosen of those that a client offers.
package enum StreamProtocols {
    /// Channels on a WebSocket, with a signal that one is closed.
    package static let channelsV5 = "v5.channel.k8s.io"
    /// The same without: standard input ends with the connection.
    package static let channelsV4 = "v4.channel.k8s.io"
    /// SPDY/3.1 as the payload of WebSocket messages.
    package static let tunnelledPortForward = "SPDY/3.1+portforward.k8s.io"
    /// What SPDY streams carry when ports are forwarded.
    package static let portForward = "portforward.k8s.io"
    package static let spdy = "SPDY/3.1"

    /// The first of the client's that is served.
    package static func choose(_ offered: [String], from served: [String]) -> String? {
        offered.first(where: served.contains)
    }
}

extension Relay {
    /// Both sides speak alike, SPDY/3.1 that is.
    package static func passingThrough() -> Relay { Relay(PassThrough()) }

    /// WebSocket channels for the client, SPDY streams for the upstream. Nil: out of memory.
    package static func channels(_ streams: RemoteStreams) -> Relay? {
        ChannelTranslator(streams).map(Relay.init)
    }

    /// SPDY in WebSocket messages for the client, SPDY for the upstream.
    package static func unwrapping() -> Relay { Relay(TunnelTranslator()) }

    /// Ports as pairs of WebSocket channels for the client, as SPDY streams for the upstream. Nil: out of memory, or no
    /// ports, or too many.
    package static func ports(_ ports: [UInt16]) -> Relay? { PortTranslator(ports).map(Relay.init) }
}
