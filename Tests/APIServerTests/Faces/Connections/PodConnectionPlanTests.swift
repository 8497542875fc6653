import HTTP2
import Objects
import Resources
import Streaming
import Testing

@testable import APIServer

@Suite struct PodConnectionPlanTests {
    private let pod = {
        var pod = Core.Pod()
        pod.metadata.namespace = "space"
        pod.metadata.name = "box"
        var container = Core.Container()
        container.name = "main"
        pod.spec.containers = [container]
        pod.spec.nodeName = "n"
        return pod
    }()

    private func plan(
        _ subresource: Subresource, _ query: String, _ headers: HeaderFields
    ) throws(APIError) -> PodConnectionPlan {
        try PodConnectionPlan(subresource, pod, Query(query), headers)
    }

    private func refusal(_ subresource: Subresource, _ query: String, _ headers: HeaderFields) -> String? {
        do throws(APIError) {
            _ = try plan(subresource, query, headers)
            return nil
        } catch {
            return error.code == 400 ? error.message : "\(error.code)"
        }
    }

    private static let spdy: HeaderFields = ["upgrade": "SPDY/3.1", "x-stream-protocol-version": "v4.channel.k8s.io"]

    private static func socket(_ protocols: String) -> HeaderFields {
        ["upgrade": "websocket", "sec-websocket-protocol": protocols]
    }

    @Test func `the kubelet is asked for what the client asks for`() throws {
        let exec = try plan(
            .exec, "command=sh&command=-c&command=a%20%26%20b&stdin=true&stdout=true&tty=true", Self.spdy)
        #expect(exec.path == "/exec/space/box/main?command=sh&command=-c&command=a%20%26%20b&input=1&output=1&tty=1")
        #expect(exec.form == .spdy(["v4.channel.k8s.io"]) && exec.subprotocol == nil)
        #expect(exec.upstreamFields["x-stream-protocol-version"] == "v4.channel.k8s.io")
        #expect(try plan(.attach, "stderr=1", Self.spdy).path == "/attach/space/box/main?error=1")
        #expect(try plan(.portForward, "", Self.spdy).path == "/portForward/space/box")
    }

    @Test func `of a client's subprotocols the first that is served is taken`() throws {
        let streams = RemoteStreams(stdin: false, stdout: true, stderr: false, tty: false)
        #expect(
            try plan(
                .exec, "command=x&stdout=1", Self.socket("base64.channel.k8s.io, v5.channel.k8s.io,v4.channel.k8s.io")
            )
            .form == .channels("v5.channel.k8s.io", streams))
        #expect(
            try plan(.exec, "command=x&stdout=1", Self.socket("v4.channel.k8s.io, v5.channel.k8s.io")).form
                == .channels("v4.channel.k8s.io", streams))
        let forward = try plan(.portForward, "", Self.socket("SPDY/3.1+portforward.k8s.io"))
        #expect(forward.form == .tunnelled && forward.subprotocol == "SPDY/3.1+portforward.k8s.io")
        #expect(forward.upstreamFields["x-stream-protocol-version"] == "portforward.k8s.io")
        #expect(
            try plan(.portForward, "ports=80,443&ports=1", Self.socket("v4.channel.k8s.io")).form
                == .ports([80, 443, 1]))
    }

    @Test func `what cannot be connected is refused in Kubernetes' words`() {
        #expect(refusal(.exec, "command=x&stdout=1", [:]) == "Upgrade request required")
        #expect(refusal(.exec, "command=x", Self.spdy) == "you must specify at least 1 of stdin, stdout, stderr")
        #expect(refusal(.exec, "stdout=1", Self.spdy) == "you must specify a command")
        #expect(
            refusal(.exec, "command=x&stdout=1&container=other", Self.spdy)
                == "container other is not valid for pod box")
        #expect(refusal(.exec, "command=x&stdout=1", Self.socket("chat"))?.contains("none of the subprotocols") == true)
        #expect(refusal(.portForward, "", Self.socket("v4.channel.k8s.io"))?.contains("ports") == true)
        #expect(refusal(.portForward, "ports=70000", Self.socket("v4.channel.k8s.io"))?.contains("ports") == true)
        #expect(refusal(.portForward, "", [:]) == "Upgrade request required")
    }
}
