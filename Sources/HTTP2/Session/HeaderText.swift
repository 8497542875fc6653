/// A header's bytes as nghttp2 shows them, valid during its callback.
struct HeaderText {
    let name: UnsafeBufferPointer<UInt8>
    let value: UnsafeBufferPointer<UInt8>

    init(_ name: UnsafePointer<UInt8>?, _ nameLength: Int, _ value: UnsafePointer<UInt8>?, _ valueLength: Int) {
        self.name = UnsafeBufferPointer(start: name, count: name == nil ? 0 : nameLength)
        self.value = UnsafeBufferPointer(start: value, count: value == nil ? 0 : valueLength)
    }

    /// Its share of the header list (RFC 9113, section 10.5.1).
    var listBytes: Int { name.count + value.count + 32 }

    var isPseudo: Bool { name.first == UInt8(ascii: ":") }

    func isNamed(_ text: StaticString) -> Bool {
        guard name.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(name) }
    }

    /// Nil when it is not UTF-8. nghttp2 has checked that names are lower-case tokens.
    var valueString: String? { String(validating: value, as: UTF8.self) }
    var nameString: String { String(decoding: name, as: UTF8.self) }
}
