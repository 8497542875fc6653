import Objects

/// A merge patch (RFC 7396) of an object's metadata that applies to that version of that object only.
struct MetadataPatch: Sendable {
    private var members: [String]

    init(of metadata: Meta.ObjectMeta) {
        // Both come from the server and hold neither quotes nor backslashes; `text` makes sure.
        members = [
            #""uid":\#(Self.text(metadata.uid))"#, #""resourceVersion":\#(Self.text(metadata.resourceVersion))"#,
        ]
    }

    func owners(_ references: [Meta.OwnerReference]) -> MetadataPatch {
        let items = references.map { String(decoding: JSONEncoder.encode($0.message), as: UTF8.self) }
        return adding(#""ownerReferences":[\#(items.joined(separator: ","))]"#)
    }

    func finalizers(_ names: [String]) -> MetadataPatch {
        adding(#""finalizers":[\#(names.map(Self.text).joined(separator: ","))]"#)
    }

    func label(_ name: String, _ value: String) -> MetadataPatch {
        adding(#""labels":{\#(Self.text(name)):\#(Self.text(value))}"#)
    }

    private func adding(_ member: String) -> MetadataPatch {
        var patch = self
        patch.members.append(member)
        return patch
    }

    var json: [UInt8] { Array(#"{"metadata":{\#(members.joined(separator: ","))}}"#.utf8) }

    /// A JSON string (RFC 8259, 7).
    static func text(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
