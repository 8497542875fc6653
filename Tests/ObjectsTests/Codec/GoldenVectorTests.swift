import Glibc
import Objects
import Testing

/// Objects as Kubernetes' own encoders write them: `NAME.pb` and `NAME.json` are the same object.
struct GoldenVectorTests {
    static let folder = #filePath.replacing("Codec/GoldenVectorTests.swift", with: "Vectors")

    static func names() -> [String] {
        var names: [String] = []
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".pb") { names.append(String(name.dropLast(3))) }
        }
        return names.sorted()
    }

    static func file(_ name: String) throws -> [UInt8] {
        let descriptor = open("\(folder)/\(name)", O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = read(descriptor, &bytes, bytes.count)
        return Array(bytes.prefix(max(count, 0)))
    }

    @Test func allVectorsAreHere() {
        #expect(Self.names().count == 52)
    }

    @Test(arguments: names())
    func bothFormsAreTheSameObjectAndEncodeBack(_ name: String) throws {
        let binary = try Self.file("\(name).pb")
        let json = try Self.file("\(name).json")
        let envelope = try Envelope(reading: binary)
        let meta = try TypeMeta(scanning: json)
        let type = try #require(Self.type(name, envelope))
        if !meta.kind.isEmpty { #expect(meta == TypeMeta(apiVersion: envelope.apiVersion, kind: envelope.kind)) }
        let fromBinary = try BinaryDecoder.decode(binary, in: envelope.object, as: type)
        let fromJSON = try JSONDecoder.decode(json, as: type)
        #expect(fromJSON.problems == [])
        #expect(fromBinary == fromJSON.message)
        let object = Array(binary[envelope.object])
        #expect(BinaryEncoder.encode(fromJSON.message) == object)
        #expect(Envelope.wrap(object, apiVersion: envelope.apiVersion, kind: envelope.kind) == binary)
        let text = JSONEncoder.encode(fromBinary, as: meta.kind.isEmpty ? nil : meta, pretty: true)
        #expect(String(decoding: text, as: UTF8.self) == String(decoding: json, as: UTF8.self))
    }

    /// The type that the vector's file name says; some vectors are of kinds that only options or groups' `v1` carry.
    static func type(_ name: String, _ envelope: Envelope) -> MessageDescriptor? {
        let parts = name.split(separator: ".")
        guard let kind = parts.last, let version = parts.dropLast().last else { return nil }
        let group = parts.dropLast(2).joined(separator: ".")
        let apiVersion = group == "core" ? String(version) : "\(group)/\(version)"
        return Schema.kubernetes.kind(String(kind), apiVersion: apiVersion)
            ?? Schema.kubernetes.kind(String(kind), apiVersion: "meta.k8s.io/v1")
            ?? Schema.kubernetes.message("k8s.io.apimachinery.pkg.apis.meta.v1.\(kind)")
    }
}
