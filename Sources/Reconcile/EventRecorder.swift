public import Client
import Objects

/// Tells people what a component did about an object: core/v1 Events, the same statement counted rather than repeated.
///
/// `record` never waits; `run` sends. What does not fit in the queue is dropped, counted and told of in the log, since an
/// event is a convenience and must not hold up work.
public struct EventRecorder: Sendable {
    private let outbox: EventOutbox
    private let client: ClusterClient
    private var component: String
    private let host: String
    private let time: TimeSource

    /// - Parameters:
    ///   - component: who speaks: `kubelet`, `scheduler`.
    ///   - host: the node's name, for a component that runs on each.
    public init(_ client: ClusterClient, component: String, host: String = "", time: TimeSource = .system) {
        self.client = client
        self.component = component
        self.host = host
        self.time = time
        outbox = EventOutbox { StandardError.write("\(component): \($0)") }
    }

    /// The same recorder under another name: several controllers of one process share its queue and what runs it.
    public func speaking(as component: String) -> EventRecorder {
        var other = self
        other.component = component
        return other
    }

    /// - Parameters:
    ///   - type: `Normal` or `Warning`.
    ///   - reason: in one word: `Scheduled`, `BackOff`.
    public func record<T: ResourceView>(about object: T, type: String, reason: String, message: String) {
        record(
            about: object.key, uid: object.metadata.uid, kind: T.kind, apiVersion: T.resource.apiVersion, type: type,
            reason: reason, message: message)
    }

    /// The same about an object whose type is known at run time only.
    public func record(
        about key: ObjectKey, uid: String, kind: String, apiVersion: String, type: String, reason: String,
        message: String
    ) {
        let reference = EventStatement.ObjectReference(apiVersion: apiVersion, kind: kind, key: key, uid: uid)
        outbox.add(
            EventStatement(
                object: reference, type: type, reason: reason, message: Self.bounded(message), component: component),
            at: time.wallMilliseconds())
    }

    /// Events that were dropped because too many waited, or the server did not take them.
    public var droppedCount: Int { outbox.droppedCount }

    /// Sends what is recorded until the task is cancelled.
    public func run() async {
        var aggregation = EventAggregation()
        while let (statement, milliseconds) = await outbox.next() {
            await send(statement, milliseconds, &aggregation)
        }
    }

    private func send(_ statement: EventStatement, _ milliseconds: Int64, _ aggregation: inout EventAggregation) async {
        let now = Timestamp(seconds: milliseconds / 1000)
        for _ in 0..<2 {
            do throws(ClientError) {
                switch aggregation.record(statement, wallMilliseconds: milliseconds) {
                case .create(let name): _ = try await client.create(event(statement, name: name, at: now))
                case .update(let name, let namespace, let count):
                    let patch = #"{"count":\#(count),"lastTimestamp":"\#(now.rfc3339)"}"#
                    _ = try await client.mergePatch(
                        Core.Event.self, namespace: namespace, name: name, json: Array(patch.utf8))
                }
                return
            } catch {
                aggregation.forget(statement)
                // Its event was removed meanwhile: a new one. Any other failure drops it.
                guard error.code == .notFound else { break }
            }
        }
        outbox.refused()
    }

    private func event(_ statement: EventStatement, name: String, at now: Timestamp) -> Core.Event {
        var event = Core.Event()
        event.metadata.name = name
        event.metadata.namespace = EventAggregation.namespace(of: statement)
        event.involvedObject.apiVersion = statement.object.apiVersion
        event.involvedObject.kind = statement.object.kind
        event.involvedObject.namespace = statement.object.key.namespace
        event.involvedObject.name = statement.object.key.name
        event.involvedObject.uid = statement.object.uid
        event.type = statement.type
        event.reason = statement.reason
        event.message_ = statement.message
        event.source.component = statement.component
        event.source.host = host
        event.firstTimestamp = now
        event.lastTimestamp = now
        event.count = 1
        event.reportingComponent = statement.component
        event.reportingInstance = host
        return event
    }

    static func bounded(_ message: String) -> String {
        guard message.utf8.count > EventLimits.messageBytes else { return message }
        var text = ""
        var bytes = 3
        for character in message {
            bytes += character.utf8.count
            if bytes > EventLimits.messageBytes { break }
            text.append(character)
        }
        return text + "..."
    }
}
