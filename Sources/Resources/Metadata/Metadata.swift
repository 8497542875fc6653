public import Objects

/// `metadata` of any kind: read and written without knowing the rest of the object.
public struct Metadata: Sendable {
    /// The ObjectMeta message.
    public var message: Message

    static let type = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta")

    public init(of object: Message) {
        if case .message(let found)? = object["metadata"] { message = found } else { message = Message(Self.type) }
    }

    /// Writes it back.
    public func store(in object: inout Message) {
        object["metadata"] = message.isEmpty ? nil : .message(message)
    }

    private func text(_ name: String) -> String {
        if case .string(let text)? = message[name] { text } else { "" }
    }
    private mutating func set(_ name: String, _ text: String) {
        message[name] = text.isEmpty ? nil : .string(text)
    }
    private func seconds(_ name: String) -> Int64? {
        if case .time(let time)? = message[name] { time.seconds } else { nil }
    }
    private func integer(_ name: String) -> Int? {
        if case .int(let number)? = message[name] { number } else { nil }
    }

    public var name: String {
        get { text("name") }
        set { set("name", newValue) }
    }
    public var namespace: String {
        get { text("namespace") }
        set { set("namespace", newValue) }
    }
    public var generateName: String {
        get { text("generateName") }
        set { set("generateName", newValue) }
    }
    public var uid: String {
        get { text("uid") }
        set { set("uid", newValue) }
    }
    public var resourceVersion: String {
        get { text("resourceVersion") }
        set { set("resourceVersion", newValue) }
    }
    public var selfLink: String {
        get { text("selfLink") }
        set { set("selfLink", newValue) }
    }
    public var generation: Int {
        get { integer("generation") ?? 0 }
        set { message["generation"] = newValue == 0 ? nil : .int(newValue) }
    }
    public var creationSeconds: Int64? {
        get { seconds("creationTimestamp") }
        set { message["creationTimestamp"] = newValue.map { .time(Timestamp(seconds: $0, nanoseconds: 0)) } }
    }
    public var deletionSeconds: Int64? {
        get { seconds("deletionTimestamp") }
        set { message["deletionTimestamp"] = newValue.map { .time(Timestamp(seconds: $0, nanoseconds: 0)) } }
    }
    public var deletionGracePeriodSeconds: Int? {
        get { integer("deletionGracePeriodSeconds") }
        set { message["deletionGracePeriodSeconds"] = newValue.map { .int($0) } }
    }
    public var finalizers: [String] {
        get {
            guard case .list(let list)? = message["finalizers"] else { return [] }
            return list.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
        set { message["finalizers"] = newValue.isEmpty ? nil : .list(newValue.map { .string($0) }) }
    }
    public var labels: StringMap<String> { strings("labels") }
    public var annotations: StringMap<String> { strings("annotations") }

    private func strings(_ name: String) -> StringMap<String> {
        guard case .map(let map)? = message[name] else { return [:] }
        return map.compactMapValues { if case .string(let text) = $0 { text } else { nil } }
    }
}
