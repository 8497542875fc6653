internal import CNghttp2

/// Turns header fields into nghttp2's form without an allocation per field: all text goes into one buffer that is
/// used again and again, and nghttp2 copies from there. One per loop.
final class HeaderScratch {
    private var text: [UInt8] = []
    private var extents: [(name: Int, nameLength: Int, value: Int, valueLength: Int)] = []
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
        finish(start, value)
    }

    func add(_ fields: HeaderFields) {
        for field in fields.fields { add(field.name, field.value) }
    }

    private func finish(_ start: Int, _ value: String) {
        let middle = text.count
        text.append(contentsOf: value.utf8)
        extents.append((start, middle - start, middle, text.count - middle))
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
                            valuelen: extent.valueLength, flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue)))
                }
            }
            return pairs.withUnsafeBufferPointer { body($0.baseAddress, $0.count) }
        }
    }
}
