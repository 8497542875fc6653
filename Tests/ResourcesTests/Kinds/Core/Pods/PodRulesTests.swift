import Testing

@testable import Objects
@testable import Resources

private func pod(_ text: String) throws -> Core.Pod {
    Core.Pod(try JSONDecoder.decode(Array(text.utf8), as: Core.Pod.descriptor).message)
}

@Suite("Pods are printed by the states of their containers")
struct PodRowTests {
    /// Specification, status, then ready, status and restarts as kubectl shows them at second 1000.
    static let rows: [(String, String, [String])] = [
        (#"{"containers":[{"name":"a"}]}"#, #"{"phase":"Pending"}"#, ["0/1", "Pending", "0"]),
        (
            #"{"containers":[{"name":"a"}]}"#,
            #"{"phase":"Pending","containerStatuses":[{"name":"a","state":{"waiting":{"reason":"ContainerCreating"}}}]}"#,
            ["0/1", "ContainerCreating", "0"]
        ),
        (
            #"{"containers":[{"name":"a"},{"name":"b"}]}"#,
            #"{"phase":"Running","containerStatuses":[{"name":"a","ready":true,"state":{"running":{}}},{"name":"b","restartCount":3,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"finishedAt":"1970-01-01T00:11:40Z"}}}]}"#,
            ["1/2", "CrashLoopBackOff", "3 (5m ago)"]
        ),
        (
            #"{"containers":[{"name":"a"}],"initContainers":[{"name":"i"},{"name":"j"}]}"#,
            #"{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":0}}},{"name":"j","state":{"running":{}}}]}"#,
            ["0/1", "Init:1/2", "0"]
        ),
        (
            #"{"containers":[{"name":"a"}],"initContainers":[{"name":"i"}]}"#,
            #"{"phase":"Pending","initContainerStatuses":[{"name":"i","restartCount":2,"state":{"terminated":{"exitCode":1,"reason":"Error"}}}]}"#,
            ["0/1", "Init:Error", "2"]
        ),
        (
            #"{"containers":[{"name":"a"}],"initContainers":[{"name":"i","restartPolicy":"Always"}]}"#,
            #"{"phase":"Running","initContainerStatuses":[{"name":"i","started":true,"ready":true,"state":{"running":{}}}],"containerStatuses":[{"name":"a","ready":true,"state":{"running":{}}}]}"#,
            ["2/2", "Running", "0"]
        ),
        (
            #"{"containers":[{"name":"a"}],"initContainers":[{"name":"i","restartPolicy":"Always"}]}"#,
            #"{"phase":"Pending","initContainerStatuses":[{"name":"i","started":true,"state":{"terminated":{"exitCode":1}}}]}"#,
            ["0/2", "Pending", "0"]
        ),
        (
            #"{"containers":[{"name":"a"}]}"#,
            #"{"phase":"Succeeded","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}]}"#,
            ["0/1", "Completed", "0"]
        ),
        (
            #"{"containers":[{"name":"a"},{"name":"b"}]}"#,
            #"{"phase":"Running","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"name":"b","ready":true,"state":{"running":{}}}]}"#,
            ["1/2", "NotReady", "0"]
        ),
        (
            #"{"containers":[{"name":"a"}]}"#,
            #"{"phase":"Failed","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":137,"signal":9}}}]}"#,
            ["0/1", "Signal:9", "0"]
        ),
        (#"{"containers":[{"name":"a"}]}"#, #"{"phase":"Failed","reason":"Evicted"}"#, ["0/1", "Evicted", "0"]),
    ]

    @Test("One word tells what goes on", arguments: rows)
    func states(_ row: (String, String, [String])) throws {
        let pod = try pod(#"{"metadata":{"name":"p"},"spec":\#(row.0),"status":\#(row.1)}"#)
        #expect(PodRow(pod).cells(now: 1000)[1...3].map { $0 } == row.2.map { .text($0) })
    }

    @Test("A pod that is done is told to be, for good or for bad")
    func completion() throws {
        let plan = try Judge("pods").definition.rows
        for (phase, message) in [("Succeeded", "The pod has completed successfully."), ("Failed", "The pod failed.")] {
            let pod = try pod(#"{"metadata":{"name":"p"},"status":{"phase":"\#(phase)"}}"#)
            #expect(plan.completion?(pod.message) == RowCompletion(reason: phase, message: message))
        }
        #expect(plan.completion?(try pod(#"{"status":{"phase":"Running"}}"#).message) == nil)
    }

    @Test("A pod that is being deleted says so, unless it is done already")
    func terminating() throws {
        for (phase, shown) in [("Running", "Terminating"), ("Pending", "Terminating"), ("Succeeded", "Succeeded")] {
            let pod = try pod(
                #"{"metadata":{"name":"p","deletionTimestamp":"2026-01-01T00:00:00Z"},"status":{"phase":"\#(phase)"}}"#)
            #expect(PodRow(pod).cells(now: 0)[2] == .text(shown))
        }
    }
}

@Suite("Of a pod's specification only a little may change")
struct PodChangeTests {
    private static let old =
        #"{"containers":[{"name":"a","image":"x"}],"tolerations":[{"key":"k","operator":"Exists"}],"activeDeadlineSeconds":10}"#

    /// New specification, the fields that are refused.
    static let changes: [(String, [String])] = [
        (old, []),
        (old.replacing("\"x\"", with: "\"y\""), []),
        (old.replacing("10", with: "9"), []),
        (old.replacing("10", with: "11"), ["spec.activeDeadlineSeconds"]),
        (old.replacing("{\"key\":\"k\"", with: "{\"key\":\"l\"},{\"key\":\"k\""), []),
        (old.replacing("\"key\":\"k\"", with: "\"key\":\"l\""), ["spec.tolerations"]),
        (old.replacing("\"name\":\"a\"", with: "\"name\":\"b\""), ["spec"]),
        (old.replacing("[{\"name\"", with: "[{\"name\":\"b\",\"image\":\"x\"},{\"name\""), ["spec.containers"]),
        (old.replacing("{\"containers\"", with: "{\"hostNetwork\":true,\"containers\""), ["spec"]),
    ]

    @Test("Images, deadlines that come closer, and more tolerations", arguments: changes)
    func specification(_ change: (String, [String])) throws {
        let before = try pod(#"{"spec":\#(Self.old)}"#)
        let after = try pod(#"{"spec":\#(change.0)}"#)
        let problems = PodRules().validateUpdate(after.message, old: before.message, subresource: nil)
        #expect(problems.map(\.field) == change.1)
    }

    @Test("Status is written through its own subresource, and only that")
    func split() throws {
        let old = try pod(#"{"spec":{"nodeName":"n"},"status":{"phase":"Pending","qosClass":"BestEffort"}}"#).message
        let wanted = try pod(#"{"spec":{"nodeName":"m"},"status":{"phase":"Running"}}"#).message
        var main = wanted
        BuiltinResources.pods.prepareForUpdate(&main, old: old, subresource: nil)
        #expect(Core.Pod(main).status.phase == "Pending")
        #expect(Core.Pod(main).spec.nodeName == "m")
        var status = wanted
        BuiltinResources.pods.prepareForUpdate(&status, old: old, subresource: .status)
        #expect(Core.Pod(status).status.phase == "Running")
        #expect(Core.Pod(status).status.qosClass == "BestEffort")
        #expect(Core.Pod(status).spec.nodeName == "n")
    }

    @Test("A pod that no node runs goes at once; others get their time")
    func grace() throws {
        let running = try pod(
            #"{"spec":{"nodeName":"n","terminationGracePeriodSeconds":7},"status":{"phase":"Running"}}"#
        ).message
        #expect(PodRules().gracePeriodSeconds(running, requested: nil) == 7)
        #expect(PodRules().gracePeriodSeconds(running, requested: 0) == 0)
        #expect(PodRules().gracePeriodSeconds(running, requested: -5) == 1)
        let done = try pod(#"{"spec":{"nodeName":"n"},"status":{"phase":"Failed"}}"#).message
        #expect(PodRules().gracePeriodSeconds(done, requested: nil) == 0)
        let waiting = try pod(#"{"spec":{},"status":{"phase":"Pending"}}"#).message
        #expect(PodRules().gracePeriodSeconds(waiting, requested: nil) == 0)
    }
}
