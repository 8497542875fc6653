import HTTP2
import Objects
import Testing
import Wire

@testable import LoadTest

@Suite("Requests say what they should in every face") struct RequestFormsTests {
    private let object = LoadObject(namespace: "n", name: "o", shard: "s")

    private func forms(_ face: Face) -> RequestForms {
        RequestForms(face: face, authority: "h:1", scheme: "https", token: nil)
    }

    private func rpc<View: MessageView>(_ form: RequestForms.Form, as type: View.Type) throws -> View {
        let body = try #require(form.body)
        #expect(body.prefix(5) == [0, 0, 0, UInt8((body.count - 5) >> 8), UInt8((body.count - 5) & 255)])
        return View(try BinaryDecoder.decode(body, in: 5..<body.count, as: View.descriptor))
    }

    @Test("an update in RPC holds the same object as in JSON and in protobuf")
    func anUpdateInRpcHoldsTheSameObjectAsInJsonAndInProtobuf() throws {
        let update = try rpc(forms(.rpc).update(object, payload: "p\"q"), as: Cluster.UpdateRequest.self)
        #expect(update.resource?.resource == "configmaps")
        #expect(update.key?.namespace == "n")
        #expect(update.key?.name == "o")
        let config = Core.ConfigMap(
            try BinaryDecoder.decode(update.value, in: 0..<update.value.count, as: Core.ConfigMap.descriptor))
        #expect(config.metadata.name == "o")
        #expect(config.metadata.labels["shard"] == "s")
        #expect(config.data["payload"] == "p\"q")
        #expect(forms(.protobuf).update(object, payload: "p\"q").body?.starts(with: Array("k8s\0".utf8)) == true)
        let json = try #require(forms(.json).update(object, payload: "p\"q").body)
        let text = String(decoding: json, as: UTF8.self)
        #expect(text.contains("\"data\":{\"payload\":\"p\\\"q\"}"))
        #expect(text.contains("\"labels\":{\"shard\":\"s\"}"))
    }

    @Test("a watch begins after a revision, or with all objects") func aWatchBeginsAfterARevisionOrWithAllObjects()
        throws
    {
        let interest = Interest(resource: "pods", namespace: "n", fieldSelector: "spec.nodeName=a b")
        let after = try rpc(forms(.rpc).watch(interest, .after(77)), as: Cluster.WatchRequest.self)
        #expect(after.revision == 77)
        #expect(after.fieldSelector == "spec.nodeName=a b")
        #expect(!after.initialEvents)
        let all = try rpc(forms(.rpc).watch(interest, .initialEvents), as: Cluster.WatchRequest.self)
        #expect(all.initialEvents)
        #expect(all.revision == 0)
        let path = forms(.json).watch(interest, .after(77)).head.path
        #expect(path.hasPrefix("/api/v1/namespaces/n/pods?watch=1"))
        #expect(path.contains("&resourceVersion=77"))
        #expect(path.contains("&fieldSelector=spec.nodeName%3Da%20b"))
        #expect(forms(.json).watch(interest, .initialEvents).head.path.contains("sendInitialEvents=true"))
    }

    @Test("pods are patched, since their whole holds what the server added")
    func podsArePatchedSinceTheirWholeHoldsWhatTheServerAdded() throws {
        let pod = LoadObject(kind: .pod(node: "w"), namespace: "n", name: "p")
        #expect(forms(.json).update(pod, payload: "x").head.method == "PATCH")
        let patch = try rpc(forms(.rpc).update(pod, payload: "x"), as: Cluster.PatchRequest.self)
        #expect(String(decoding: patch.patch, as: UTF8.self) == #"{"metadata":{"annotations":{"load":"x"}}}"#)
        #expect(patch.key?.name == "p")
    }

    @Test("an answer's revision is found in every face, and its failure told")
    func anAnswersRevisionIsFoundInEveryFaceAndItsFailureTold() {
        let json = Answer(
            head: .init(status: 200), body: Array(#"{"metadata":{"resourceVersion":"31"}}"#.utf8), trailers: [:])
        #expect(json.revision(.json) == 31)
        // WriteResponse.object { value "ab", revision 300 }.
        let rpc = Answer(
            head: .init(status: 200), body: [0, 0, 0, 0, 9, 0x0a, 7, 0x0a, 2, 97, 98, 0x10, 0xac, 0x02],
            trailers: ["grpc-status": "0"])
        #expect(rpc.revision(.rpc) == 300)
        #expect(rpc.failure == nil)
        let status = #"{"kind":"Status","message":"no \"such\" thing","code":404}"#
        let refused = Answer(head: .init(status: 404), body: Array(status.utf8), trailers: [:])
        #expect(refused.failure == "HTTP 404")
        #expect(refused.words == #"no "such" thing"#)
        let lost = Answer(head: .init(status: 200), body: [], trailers: ["grpc-status": "14", "grpc-message": "m"])
        #expect(lost.failure == "gRPC status 14")
        #expect(lost.words == "m")
        for face in Face.allCases { #expect(lost.revision(face) == nil) }
    }
}
