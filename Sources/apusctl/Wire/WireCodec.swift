import Client
import Objects
import Wire

/// Turns binary objects and messages into JSON and back.
struct WireCodec {
    enum Framing: String, CaseIterable {
        /// By what the bytes look like.
        case auto
        case none
        /// gRPC's: a byte, four bytes of length, the message.
        case grpc
        /// A REST watch's: four bytes of length, a `WatchEvent`.
        case delimited
    }
    var framing = Framing.auto
    /// Of messages that do not name themselves.
    var message: WireMessage?
    /// Of objects packed inside messages.
    var object: MessageDescriptor?

    // MARK: Decoding

    func decode(_ bytes: [UInt8]) throws -> [Value] {
        switch framing {
        case .none: return [try message.map { try plain(bytes, $0) } ?? enveloped(bytes)]
        case .grpc:
            guard let message else {
                throw UsageError("say what the frames hold with --message, such as WatchResponse")
            }
            return try Self.grpcFrames(bytes).map { try plain($0, message) }
        case .delimited: return try Self.delimitedFrames(bytes).map(event)
        case .auto:
            if let message {
                if let frames = try? Self.grpcFrames(bytes), !frames.isEmpty {
                    return try frames.map { try plain($0, message) }
                }
                return [try plain(bytes, message)]
            }
            if let frames = try? Self.delimitedFrames(bytes), !frames.isEmpty { return try frames.map(event) }
            return try StoredObjects.find(in: bytes).map(enveloped)
        }
    }

    private func plain(_ bytes: [UInt8], _ message: WireMessage) throws -> Value {
        let decoded = try BinaryDecoder.decode(bytes, as: message.type)
        var value = try FreeValue.of(decoded, as: message.type.isKind ? TypeMeta(of: message.type) : nil)
        guard let object else { return value }
        for path in message.packed {
            value = try Self.replaced(value, path[...]) { packed in
                guard case .string(let text) = packed, let bytes = Base64.decode(text) else { return packed }
                return try FreeValue.of(try BinaryDecoder.decode(bytes, as: object), as: TypeMeta(of: object))
            }
        }
        return value
    }

    private func enveloped(_ bytes: [UInt8]) throws -> Value {
        let envelope = try Envelope(reading: bytes)
        let meta = TypeMeta(apiVersion: envelope.apiVersion, kind: envelope.kind)
        guard let type = Schema.kubernetes.kind(meta.kind, apiVersion: meta.apiVersion) else {
            throw CommandFailure("the object is a \(meta.kind) of \(meta.apiVersion), which is not known here")
        }
        return try FreeValue.of(try BinaryDecoder.decode(bytes, in: envelope.object, as: type), as: meta)
    }

    /// A meta/v1 `WatchEvent`: its type, and an enveloped object.
    private func event(_ bytes: [UInt8]) throws -> Value {
        var reader = ProtobufReader(bytes)
        var type = ""
        var object = Value.null
        while let (number, wireType) = try reader.tag() {
            switch (number, wireType) {
            case (1, .lengthDelimited): type = try reader.string(try reader.lengthDelimited())
            case (2, .lengthDelimited):
                var extensionReader = ProtobufReader(bytes, in: try reader.lengthDelimited())
                while let (number, wireType) = try extensionReader.tag() {
                    guard number == 1, wireType == .lengthDelimited else {
                        try extensionReader.skip(wireType)
                        continue
                    }
                    object = try enveloped(Array(bytes[try extensionReader.lengthDelimited()]))
                }
            default: try reader.skip(wireType)
            }
        }
        return .map(["type": .string(type), "object": object])
    }

    // MARK: Encoding

    func encode(_ value: Value) throws -> [UInt8] {
        if let message {
            let bytes = try plain(value, message)
            return framing == .grpc ? GRPCFraming.frame(bytes) : bytes
        }
        switch framing {
        case .grpc: throw UsageError("say what the frame is to hold with --message, such as WatchResponse")
        case .delimited: return try event(value)
        case .none, .auto: return try enveloped(value)
        }
    }

    private func plain(_ given: Value, _ message: WireMessage) throws -> [UInt8] {
        var value = given
        for path in message.packed {
            value = try Self.replaced(value, path[...]) { packed in
                guard case .map = packed else { return packed }
                let type = try object ?? Self.type(of: packed)
                return .string(Base64.encode(BinaryEncoder.encode(try Self.message(packed, type))))
            }
        }
        return BinaryEncoder.encode(try Self.message(value, message.type))
    }

    private func enveloped(_ value: Value) throws -> [UInt8] {
        let type = try Self.type(of: value)
        return Envelope.wrap(try Self.message(value, type))
    }

    private func event(_ value: Value) throws -> [UInt8] {
        guard let type = value[member: "type"]?.text, let object = value[member: "object"] else {
            throw CommandFailure("a watch event has type and object")
        }
        var writer = ProtobufWriter()
        writer.bytes(try enveloped(object))
        writer.delimit(1, since: 0)
        writer.delimit(2, since: 0)
        let mark = writer.count
        writer.string(type)
        writer.delimit(1, since: mark)
        let bytes = writer.finish()
        return Array(GRPCFraming.frame(bytes).dropFirst())
    }

    private static func type(of value: Value) throws(CommandFailure) -> MessageDescriptor {
        let meta = TypeMeta(
            apiVersion: value[member: "apiVersion"]?.text ?? "", kind: value[member: "kind"]?.text ?? "")
        guard let type = Schema.kubernetes.kind(meta.kind, apiVersion: meta.apiVersion) else {
            throw CommandFailure(
                meta.kind.isEmpty
                    ? "the JSON has no kind: give --message for what is no object"
                    : "there is no kind \"\(meta.kind)\" in version \"\(meta.apiVersion)\"")
        }
        return type
    }

    private static func message(_ value: Value, _ type: MessageDescriptor) throws -> Message {
        let decoded = try JSONDecoder.decode(FreeValue.text(value), as: type)
        if let problem = decoded.problems.first { throw CommandFailure("the JSON is no \(type.name): \(problem)") }
        return decoded.message
    }

    // MARK: Parts

    /// The value with what stands at `path` replaced. What is not there stays away.
    private static func replaced(
        _ value: Value, _ path: ArraySlice<String>, _ change: (Value) throws -> Value
    ) throws -> Value {
        guard let first = path.first else { return try change(value) }
        switch value {
        case .map(var map):
            guard let inner = map[first] else { return value }
            map[first] = try replaced(inner, path.dropFirst(), change)
            return .map(map)
        case .list(let list) where first == "*":
            return .list(try list.map { try replaced($0, path.dropFirst(), change) })
        default: return value
        }
    }

    private static func grpcFrames(_ bytes: [UInt8]) throws -> [[UInt8]] {
        var deframer = GRPCDeframer(limitBytes: RPCLimits.messageBytes)
        deframer.append(bytes)
        var frames: [[UInt8]] = []
        while let frame = try deframer.next() { frames.append(frame) }
        guard deframer.pendingBytes == 0 else { throw CommandFailure("the bytes end within a gRPC frame") }
        return frames
    }

    private static func delimitedFrames(_ bytes: [UInt8]) throws -> [[UInt8]] {
        var frames: [[UInt8]] = []
        var position = 0
        while position < bytes.count {
            guard bytes.count - position >= 4 else { throw CommandFailure("the bytes end within a frame's length") }
            let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            position += 4
            guard length <= bytes.count - position else {
                throw CommandFailure("the bytes end within a frame of \(length) bytes")
            }
            frames.append(Array(bytes[position..<position + length]))
            position += length
        }
        return frames
    }
}
