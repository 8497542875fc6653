internal import CNghttp2

/// Turns header fields into nghttp2's form without an allocation per field: all text goes into one buffer that is
/// used again and again, and nghttp2 copies from there. One per loop.
final class HeaderScratch {
    /// Fields whose values never come again: in the compression's table (RFC 7541, section 2.3) each would take the place of
    /// fields that do.
    private static let unrepeated = "audit-id"

    private var text: [UInt8] = []
    private var extents: [(name: Int, nameLength: Int, value: Int, valueLength: Int, flags: UInt8)] = []
    private var pairs: [nghttp2_nv] = []

    func begin() {
        text.removeAll(keepingCapacity: true)
        extents.removeAll(keepingCapacity: true)
    }

    func add(_ name: StaticString, _ value: String) {
        let start = text.count
        name.withUTF8Buffer { text.append(contentsOf: $0) }
        finish(start, value)
    }

    func add(_ name: String, _ value: String) {
        let start = text.count
        text.append(contentsOf: name.utf8)
        finish(start, value, isRepeated: name != Self.unrepeated)
    }

    func add(_ fields: HeaderFields) {
        for field in fields.fields { add(field.name, field.value) }
    }

    private func finish(_ start: Int, _ value: String, isRepeated: Bool = true) {
        let middle = text.count
        text.append(contentsOf: value.utf8)
        let flags = isRepeated ? NGHTTP2_NV_FLAG_NONE : NGHTTP2_NV_FLAG_NO_INDEX
        extents.append((start, middle - start, middle, text.count - middle, UInt8(flags.rawValue)))
    }

    /// Hands the fields added since `begin` to a call that copies them. The pointers end with it.
    func withPairs<Result>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> Result) -> Result {
        text.withUnsafeMutableBufferPointer { text in
            pairs.removeAll(keepingCapacity: true)
            if let base = text.baseAddress {
                for extent in extents {
                    pairs.append(
                        nghttp2_nv(
                            name: base + extent.name, value: base + extent.value, namelen: extent.nameLength,
                            valuelen: extent.valueLength, flags: extent.flags))
                }
            }
            return pairs.withUnsafeBufferPointer { body($0.baseAddress, $0.count) }
        }
    }
}
