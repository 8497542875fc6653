/// A message type: its fields in declaration order, which is the order of JSON output.
public final class MessageDescriptor: Sendable {
    /// With the protobuf package: `k8s.io.api.core.v1.Pod`.
    public let fullName: String
    public let name: String
    /// As objects of this type carry it: `v1`, `apps/v1`; empty outside the Kubernetes API.
    public let apiVersion: String
    /// An object of its own, with `kind` and `apiVersion`.
    public let isKind: Bool
    /// Server-side apply: owned as one, unless the field that holds it is granular.
    public let isAtomic: Bool
    /// proto3 semantics: zero scalars are not written, unlike Kubernetes' own encoder, which writes them.
    let isPlainProto3: Bool
    public let fields: [FieldDescriptor]
    /// Positions in `fields` by ascending field number: the order of the binary form.
    let byNumber: [Int]
    /// Field number to position, for numbers below its count; -1: no such field.
    let positions: [Int16]
    /// For transcoding, and this type's place in it. Written once, while the schema is being built.
    nonisolated(unsafe) var table: TranscodingTable?
    nonisolated(unsafe) var tableIndex = -1
    /// Open addressing on a hash of the JSON name, so that look-up is by bytes and makes no string. Inline fields'
    /// names are found in their own message.
    private let names: [Int16]
    /// Positions of inline fields, to be searched when a name is not found here.
    let inlineFields: [Int]
    /// The position of the field that holds members of any name; nil: all are known.
    public let membersPosition: Int?

    init(
        fullName: String, name: String, apiVersion: String, isKind: Bool, isAtomic: Bool, isPlainProto3: Bool,
        fields: [FieldDescriptor]
    ) {
        self.fullName = fullName
        self.name = name
        self.apiVersion = apiVersion
        self.isKind = isKind
        self.isAtomic = isAtomic
        self.isPlainProto3 = isPlainProto3
        self.fields = fields
        byNumber = fields.indices.sorted { fields[$0].number < fields[$1].number }
        let highest = min(fields.map(\.number).max() ?? 0, 4095)
        var positions = [Int16](repeating: -1, count: highest + 1)
        for (position, field) in fields.enumerated() where field.number > 0 && field.number <= highest {
            positions[field.number] = Int16(position)
        }
        self.positions = positions
        var size = 4
        while size < fields.count * 2 { size *= 2 }
        var names = [Int16](repeating: -1, count: size)
        for (position, field) in fields.enumerated() where !field.isInline {
            let key = Array(field.name.utf8)
            var slot = Int(truncatingIfNeeded: Self.hash(key.span)) & (size - 1)
            while names[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            names[slot] = Int16(position)
        }
        self.names = names
        inlineFields = fields.indices.filter { fields[$0].isInline }
        membersPosition = fields.firstIndex { $0.kind == .members }
    }

    /// The type of custom objects (proto/apus/v1/custom.proto) of one kind.
    ///
    /// - Parameter schemaMark: names the schema by which its members are brought into form.
    public static func custom(kind: String, apiVersion: String, schemaMark: UInt64) -> MessageDescriptor {
        let template = Schema.kubernetes.require("apus.v1.CustomObject")
        let fields = template.fields.map { field in
            guard field.kind == .members else { return field }
            return FieldDescriptor(
                name: field.name, number: field.number, kind: field.kind, label: field.label, typeName: field.typeName,
                flags: "poi", schemaMark: schemaMark)
        }
        let made = MessageDescriptor(
            fullName: "\(apiVersion).\(kind)", name: kind, apiVersion: apiVersion, isKind: true, isAtomic: false,
            isPlainProto3: true, fields: fields)
        made.table = template.table
        made.tableIndex = template.tableIndex
        return made
    }

    /// The type of their lists.
    public static let customList = Schema.kubernetes.require("apus.v1.CustomObjectList")

    /// The position of the field with that number.
    func position(number: Int) -> Int? {
        guard number < positions.count else { return nil }
        let position = positions[number]
        return position < 0 ? nil : Int(position)
    }

    /// The position of the field whose JSON name stands at `range` of `bytes`.
    func position(name bytes: [UInt8], _ range: Range<Int>) -> Int? {
        position(name: bytes.span.extracting(range))
    }

    /// The position of the field of that JSON name, not looking into inline fields.
    public func position(of name: String) -> Int? {
        let bytes = name.utf8
        return position(name: bytes.span)
    }

    private func position(name: Span<UInt8>) -> Int? {
        var slot = Int(truncatingIfNeeded: Self.hash(name)) & (names.count - 1)
        while true {
            let position = names[slot]
            if position < 0 { return nil }
            if Self.equal(fields[Int(position)].preparedKey, name) { return Int(position) }
            slot = (slot + 1) & (names.count - 1)
        }
    }

    /// - Parameter key: as `FieldDescriptor.preparedKey` has it, between quotes and with a colon.
    private static func equal(_ key: [UInt8], _ name: Span<UInt8>) -> Bool {
        guard key.count == name.count + 3 else { return false }
        for at in name.indices where key[at + 1] != name[at] { return false }
        return true
    }

    private static func hash(_ name: Span<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for at in name.indices { hash = (hash ^ UInt32(name[at])) &* 16_777_619 }
        return hash ^ hash >> 15
    }
}
