public import Wire

/// The frame around an object in Kubernetes' binary form: `k8s\0` and a `runtime.Unknown` that names the type and
/// carries the object's bytes (k8s.io/apimachinery, "protobuf serializer").
public struct Envelope: Sendable, Equatable {
    public static let magic: [UInt8] = [0x6b, 0x38, 0x73, 0x00]
    public var apiVersion: String
    public var kind: String
    /// Where the object lies in the bytes that were read.
    public var object: Range<Int>

    public static func isPresent(in bytes: [UInt8]) -> Bool {
        bytes.count >= 4 && bytes[0] == 0x6b && bytes[1] == 0x38 && bytes[2] == 0x73 && bytes[3] == 0
    }

    /// Finds the object in `bytes` without decoding it.
    public init(reading bytes: [UInt8]) throws(WireError) {
        guard Self.isPresent(in: bytes) else {
            throw WireError(.invalidTag, at: 0, "the bytes do not begin with Kubernetes' envelope (k8s\\0)")
        }
        apiVersion = ""
        kind = ""
        object = bytes.count..<bytes.count
        var reader = ProtobufReader(bytes, in: 4..<bytes.count)
        while let (number, type) = try reader.tag() {
            switch (number, type) {
            case (1, .lengthDelimited):
                var inner = ProtobufReader(bytes, in: try reader.lengthDelimited())
                while let (number, type) = try inner.tag() {
                    switch (number, type) {
                    case (1, .lengthDelimited): apiVersion = try inner.string(try inner.lengthDelimited())
                    case (2, .lengthDelimited): kind = try inner.string(try inner.lengthDelimited())
                    default: try inner.skip(type)
                    }
                }
            case (2, .lengthDelimited): object = try reader.lengthDelimited()
            default: try reader.skip(type)
            }
        }
    }

    /// What stands before the object's bytes: magic, type, and the field header for `count` bytes.
    public static func header(apiVersion: String, kind: String, objectBytes count: Int) -> [UInt8] {
        var bytes = magic
        let inner =
            2 + apiVersion.utf8.count + kind.utf8.count + varintSize(UInt64(apiVersion.utf8.count))
            + varintSize(UInt64(kind.utf8.count))
        bytes.reserveCapacity(inner + 24)
        bytes.append(0x0a)
        bytes.appendVarint(UInt64(inner))
        bytes.append(0x0a)
        bytes.appendVarint(UInt64(apiVersion.utf8.count))
        bytes.append(contentsOf: apiVersion.utf8)
        bytes.append(0x12)
        bytes.appendVarint(UInt64(kind.utf8.count))
        bytes.append(contentsOf: kind.utf8)
        bytes.append(0x12)
        bytes.appendVarint(UInt64(count))
        return bytes
    }

    /// What stands after the object: empty content encoding and type.
    public static let trailer: [UInt8] = [0x1a, 0x00, 0x22, 0x00]

    /// A whole enveloped object.
    public static func wrap(_ object: [UInt8], apiVersion: String, kind: String) -> [UInt8] {
        header(apiVersion: apiVersion, kind: kind, objectBytes: object.count) + object + trailer
    }

    /// A message in its envelope, named by its own type.
    public static func wrap(_ message: Message) -> [UInt8] {
        wrap(
            BinaryEncoder.encode(message), apiVersion: message.descriptor.apiVersion, kind: message.descriptor.name)
    }
}
