import Testing

@testable import Objects

@Suite("What a strategic merge made and no type fits is told in the converter's words")
struct UnstructuredFitTests {
    @Test(
        arguments: [
            (#"{"spec":{"replicas":"two"}}"#, "unrecognized type: int32"),
            (#"{"spec":{"replicas":1.5}}"#, "cannot convert float64 to int32"),
            (#"{"spec":{"paused":1}}"#, "unrecognized type: bool"),
            (#"{"spec":"x"}"#, "cannot restore struct from: string"),
            (#"{"spec":{"template":{"spec":{"containers":{}}}}}"#, "cannot restore slice from map"),
            (#"{"spec":{"template":{"spec":{"containers":[1]}}}}"#, "cannot restore struct from: int64"),
            (#"{"metadata":{"labels":{"a":1}}}"#, "cannot convert int64 to string"),
            (#"{"metadata":{"labels":{"a":true}}}"#, "unrecognized type: string"),
            (#"{"metadata":{"labels":[]}}"#, "cannot restore map from slice"),
        ])
    func misfits(_ text: String, _ words: String) throws {
        let type = try #require(Schema.kubernetes.kind("Deployment", apiVersion: "apps/v1"))
        #expect(UnstructuredFit.problem(try json(text), in: type) == words)
    }

    @Test func fits() throws {
        let type = try #require(Schema.kubernetes.kind("Deployment", apiVersion: "apps/v1"))
        let text = #"{"spec":{"replicas":2.0,"strategy":{"rollingUpdate":{"maxSurge":"1%"}}},"metadata":null}"#
        #expect(UnstructuredFit.problem(try json(text), in: type) == nil)
    }
}
