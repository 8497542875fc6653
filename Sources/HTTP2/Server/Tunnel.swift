public import Reactor

/// A stream whose connection can be given to another protocol (`Upgrade`, RFC 9110, section 7.8). Those of HTTP/1.1 can.
public protocol UpgradableStream: ResponseStream {
    /// Answers 101 with these fields (`connection: Upgrade` is added), and gives the connection away: `delegate` hears
    /// of all that the peer sends from now on. The stream ends with the connection.
    /// - Returns: nil when the stream has ended or has been answered.
    func upgrade(_ headers: HeaderFields, to delegate: any TunnelDelegate) -> (any Tunnel)?
}

/// A connection that carries another protocol's bytes. Belongs to its loop; does nothing once it is closed.
public protocol Tunnel: AnyObject {
    var loop: EventLoop { get }
    /// Bytes that the socket has not taken. While it is not 0, `send` still takes more, but a producer should wait for
    /// `tunnelDrained`.
    var pendingBytes: Int { get }
    func send(_ bytes: UnsafeRawBufferPointer)
    /// Stops or goes on reading: what the peer sends meanwhile fills its window.
    func setReading(_ reads: Bool)
    /// Closes in order, after what is pending.
    func finish()
    /// Closes at once.
    func abort()
}

/// Hears what happens on a tunnel. All calls come on its loop; none comes after `tunnelClosed`.
public protocol TunnelDelegate: AnyObject {
    /// Bytes arrived. They are valid during the call only.
    func tunnelReceived(_ bytes: UnsafeRawBufferPointer)
    /// The peer will send no more.
    func tunnelReceivedEnd()
    /// All that was pending has been taken by the socket.
    func tunnelDrained()
    func tunnelClosed()
}
