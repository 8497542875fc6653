public import Objects

/// The events of one watch, in the order of their revisions. One reader; the watch ends when it is dropped.
public struct ObjectWatch: Sendable {
    private var stream: MessageStream
    private let type: MessageDescriptor
    private var waiting: [Event] = []
    private var position = 0

    /// An event with the revision after which a watch that was lost at this point goes on.
    public struct Event: Sendable {
        public let change: WatchChange<Message>
        public let revision: Int64
        /// A bookmark that ends the objects that a watch began with.
        public let endsInitialObjects: Bool
    }

    init(_ stream: MessageStream, type: MessageDescriptor) {
        self.stream = stream
        self.type = type
    }

    /// Nil: the server ended the watch in good order; go on after the last revision.
    public mutating func next() async throws(ClientError) -> Event? {
        while position == waiting.count {
            guard let message = try await stream.next() else { return nil }
            waiting = try Self.events(in: message, type: type)
            position = 0
        }
        defer { position += 1 }
        return waiting[position]
    }

    /// The events of one message.
    static func events(in message: [UInt8], type: MessageDescriptor) throws(ClientError) -> [Event] {
        var events: [Event] = []
        do {
            let response = Cluster.WatchResponse(
                try BinaryDecoder.decode(message, as: Cluster.WatchResponse.descriptor))
            for event in response.events {
                let revision = Int64(event.revision)
                switch event.type {
                case Cluster.EventType.added, Cluster.EventType.modified, Cluster.EventType.deleted:
                    let object = try BinaryDecoder.decode(event.object, as: type)
                    let change: WatchChange<Message> =
                        switch event.type {
                        case Cluster.EventType.added: .added(object)
                        case Cluster.EventType.modified: .modified(object)
                        default: .deleted(object)
                        }
                    events.append(Event(change: change, revision: revision, endsInitialObjects: false))
                case Cluster.EventType.bookmark:
                    events.append(
                        Event(change: .bookmark(revision), revision: revision, endsInitialObjects: event.initialEnd))
                case Cluster.EventType.error:
                    throw ClientError(Meta.Status(try BinaryDecoder.decode(event.object, as: Meta.Status.descriptor)))
                // A kind of event that a newer server has; what it means for objects it also says in a known one.
                default: continue
                }
            }
        } catch let error as ClientError {
            throw error
        } catch {
            throw ClientError(.internal, "the server's event cannot be read: \(error)")
        }
        return events
    }
}
