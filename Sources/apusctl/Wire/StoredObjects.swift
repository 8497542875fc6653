import Objects
import Wire

/// Finds enveloped objects in what tools print: an object alone, with a line end behind it, or keys and objects in turn
/// (`etcdctl get --prefix`).
enum StoredObjects {
    static func find(in bytes: [UInt8]) throws(CommandFailure) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var position = 0
        while let start = nextMagic(in: bytes, from: position) {
            let end = self.end(of: bytes, from: start + Envelope.magic.count)
            found.append(Array(bytes[start..<end]))
            position = end
        }
        guard !found.isEmpty else {
            throw CommandFailure(
                "no stored object in \(bytes.count) bytes (none begins with k8s\\0); for an RPC message give --message, such as WatchResponse"
            )
        }
        return found
    }

    private static func nextMagic(in bytes: [UInt8], from position: Int) -> Int? {
        var at = position
        while at + Envelope.magic.count <= bytes.count {
            if bytes[at..<at + Envelope.magic.count].elementsEqual(Envelope.magic) { return at }
            at += 1
        }
        return nil
    }

    /// An envelope's fields stand in the order of their numbers, each once, none above 4: what comes after is not its own.
    private static func end(of bytes: [UInt8], from position: Int) -> Int {
        var reader = ProtobufReader(bytes, in: position..<bytes.count)
        var last = 0
        var end = position
        do {
            while last < 4, let (number, type) = try reader.tag() {
                guard number > last, number <= 4, type == .lengthDelimited else { return end }
                _ = try reader.lengthDelimited()
                last = number
                end = reader.position
            }
        } catch {
            // Cut off, or the line end behind the object: where it stopped making sense is the end; decoding says more.
            return last >= 2 ? end : bytes.count
        }
        return end
    }
}
