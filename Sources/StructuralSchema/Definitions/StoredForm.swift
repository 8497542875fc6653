import Wire

/// What is found out of stored custom objects (proto/apus/v1/custom.proto) without decoding them.
enum StoredForm {
    /// By which schema the object's members were brought into form; 0: it is not said.
    static func schemaMark(of bytes: [UInt8], in range: Range<Int>) -> UInt64 {
        var reader = ProtobufReader(bytes, in: range)
        var mark: UInt64 = 0
        do throws(WireError) {
            while let (number, type) = try reader.tag() {
                guard number == 2, type == .lengthDelimited else {
                    try reader.skip(type)
                    continue
                }
                var inner = ProtobufReader(bytes, in: try reader.lengthDelimited())
                while let (number, type) = try inner.tag() {
                    if number == 2, type == .varint { mark = try inner.varint() } else { try inner.skip(type) }
                }
            }
        } catch { return 0 }
        return mark
    }
}
