import Client
import Objects
import Testing
@testable import apusctl

@Suite("Manifests are read whole or refused with their place")
struct ManifestReaderTests {
    private func parse(_ text: String) throws -> [Manifest] {
        try ManifestReader.parse(Array(text.utf8), origin: "f.yaml")
    }

    @Test("Several documents, empty ones left out; a List stands for its items")
    func documents() throws {
        let text = """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            ---
            ---
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: b}}
            - {apiVersion: apps/v1, kind: Deployment, metadata: {name: c, namespace: north}}
            """
        let manifests = try parse(text)
        #expect(manifests.map(\.name) == ["a", "b", "c"])
        #expect(manifests.map(\.kind.kind) == ["ConfigMap", "Pod", "Deployment"])
        #expect(manifests.map(\.namespace) == ["", "", "north"])
    }

    @Test("JSON is read too")
    func json() throws {
        #expect(
            try parse(#"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"x"}}"#).map(\.kind.shownName) == [
                "namespace"
            ])
    }

    @Test(
        "The error names the file and what to correct",
        arguments: [
            ("kind: Pod", "apiVersion"), ("apiVersion: v1\nkind: Gadget\nmetadata: {}", "Gadget"), ("a: [", "f.yaml"),
            ("apiVersion: v1\nkind: Pod\nkind: Pod\nmetadata: {name: a}", "already set"),
            ("apiVersion: v1\nkind: Pod", "metadata.name"),
        ])
    func refused(text: String, mentioned: String) {
        let error = #expect(throws: CommandFailure.self) { try parse(text) }
        #expect(error?.description.contains("f.yaml") == true)
        #expect(error?.description.contains(mentioned) == true)
    }

    @Test("A misspelled field is refused, unless that is asked for")
    func misspelled() throws {
        let manifest = try parse("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containrs: []}")[0]
        let error = #expect(throws: CommandFailure.self) { try manifest.object(manifest.value) }
        #expect(error?.description.contains("spec.containrs") == true)
        #expect(try manifest.object(manifest.value, isLenient: true)["metadata"] != nil)
    }
}
