import Objects
import Testing
@testable import apusctl

@Suite("A pod's status is the word that matters")
struct PodSummaryTests {
    private func pod(_ json: String) throws -> Core.Pod {
        Core.Pod(try JSONDecoder.decode(Array(json.utf8), as: Core.Pod.descriptor).message)
    }

    @Test(
        "The phase, or what keeps the pod from it",
        arguments: [
            (#"{"status":{"phase":"Pending"}}"#, "Pending"),
            (#"{"status":{"phase":"Failed","reason":"Evicted"}}"#, "Evicted"),
            (
                #"{"status":{"phase":"Pending","containerStatuses":[{"name":"a","state":{"waiting":{"reason":"ImagePullBackOff"}}}]}}"#,
                "ImagePullBackOff"
            ),
            (
                #"{"status":{"phase":"Running","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":3}}}]}}"#,
                "ExitCode:3"
            ),
            (
                #"{"status":{"phase":"Running","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":137,"signal":9}}}]}}"#,
                "Signal:9"
            ),
            (
                #"{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"a","state":{"terminated":{"reason":"Completed"}}},{"name":"b","ready":true,"state":{"running":{}}}]}}"#,
                "Running"
            ),
            (#"{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"status":{"phase":"Running"}}"#, "Terminating"),
            (
                #"{"spec":{"initContainers":[{"name":"i"},{"name":"j"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":0}}},{"name":"j","state":{"running":{}}}]}}"#,
                "Init:1/2"
            ),
            (
                #"{"spec":{"initContainers":[{"name":"i"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":1,"reason":"Error"}}}]}}"#,
                "Init:Error"
            ),
        ])
    func status(json: String, expected: String) throws {
        #expect(PodSummary(try pod(json)).status == expected)
    }

    @Test("Restarts count all containers and say when the last one was")
    func restarts() throws {
        let text =
            #"{"status":{"containerStatuses":[{"name":"a","restartCount":2,"lastState":{"terminated":{"exitCode":1,"finishedAt":"1970-01-01T00:01:00Z"}}},{"name":"b","restartCount":1}]}}"#
        #expect(PodSummary(try pod(text)).restarts(now: 90) == "3 (30s ago)")
        #expect(PodSummary(try pod("{}")).restarts(now: 90) == "0")
    }

    @Test("describe says in one line why a pod has no node")
    func pending() throws {
        let pod = try pod(
            #"{"metadata":{"name":"big"},"status":{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/1 nodes are available: 1 Insufficient cpu"}]}}"#
        )
        let why = "0/1 nodes are available: 1 Insufficient cpu"
        let lines = Describe.pod(pod, events: [], now: 0).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("Message:") && $0.hasSuffix(why) })
        var event = Core.Event()
        event.message_ = why
        #expect(!Describe.pod(pod, events: [event], now: 0).contains(why), "the events below say it")
    }
}
