import Testing

@testable import Objects
@testable import Resources

@Suite("A job ends once, and is told so in order")
struct JobStatusTests {
    private static func conditions(_ types: String...) -> String {
        #""conditions":[\#(types.map { #"{"type":"\#($0)","status":"True"}"# }.joined(separator: ","))]"#
    }
    private static let times = #""startTime":"2026-01-01T00:00:00Z","completionTime":"2026-01-01T01:00:00Z""#
    private static let start = #""startTime":"2026-01-01T00:00:00Z""#

    /// Before, after, and the refusals.
    static let examples: [(String, String, [String])] = [
        ("", #""active":1,"ready":1,"startTime":"2026-01-01T00:00:00Z""#, []),
        ("", "\(times),\(conditions("SuccessCriteriaMet", "Complete"))", []),
        (
            "", "\(times),\(conditions("Complete"))",
            [
                "status.conditions: Invalid value: cannot set Complete=True condition without the SuccessCriteriaMet=true condition"
            ]
        ),
        (
            "", "\(start),\(conditions("Failed"))",
            [
                "status.conditions: Invalid value: cannot set Failed=True condition without the FailureTarget=true condition"
            ]
        ),
        (
            "", "\(start),\(conditions("SuccessCriteriaMet", "Complete"))",
            [
                "status.completionTime: Required value: completionTime is required for Complete jobs"
            ]
        ),
        (
            "", "\(start),\"active\":1,\(conditions("FailureTarget", "Failed"))",
            [
                "status.active: Invalid value: 1: active>0 is invalid for finished job"
            ]
        ),
        ("", #""ready":2,"active":1"#, ["status.ready: Invalid value: 2: cannot set more ready pods than active"]),
        (#""failed":2"#, #""failed":1"#, ["status.failed: Invalid value: 1: cannot decrease the failed counter"]),
        (
            "\(start),\(conditions("FailureTarget", "Failed"))", "\(start),\(conditions("FailureTarget"))",
            [
                "status.conditions: Invalid value: cannot disable the terminal Failed=True condition"
            ]
        ),
        (
            "", #""completedIndexes":"0""#,
            [
                #"status.completedIndexes: Invalid value: "0": cannot set non-empty completedIndexes when non-indexed completion mode"#
            ]
        ),
        (
            "", #""uncountedTerminatedPods":{"succeeded":["a"],"failed":["a",""]}"#,
            [
                #"status.uncountedTerminatedPods.failed[0]: Duplicate value: "a""#,
                #"status.uncountedTerminatedPods.failed[1]: Invalid value: "": must not be empty"#,
            ]
        ),
        (
            start, #""startTime":"2026-01-01T00:00:01Z""#,
            [
                #"status.startTime: Invalid value: "2026-01-01T00:00:01Z": field is immutable for unsuspended job once set"#
            ]
        ),
    ]

    @Test("Statuses", arguments: examples)
    func statuses(_ example: (String, String, [String])) throws {
        let judge = try Judge("jobs")
        var old = try judge.created(
            #"{"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}"#)
        old["status"] = try judge.read("{\"status\":{\(example.0)}}")["status"]
        let job = Batch.Job(try judge.read("{\"status\":{\(example.1)}}"))
        var new = Batch.Job(old)
        new.status = job.status
        let problems = judge.definition.rules.validateUpdate(new.message, old: old, subresource: .status)
        #expect(problems.map(\.description) == example.2)
    }

    @Test("What has failed is not complete besides")
    func overlap() {
        #expect(IndexRanges.overlap("0-2,7", "3,5-8", below: 10) == 7)
        #expect(IndexRanges.overlap("0-2", "3,5-8", below: 10) == nil)
        #expect(IndexRanges.overlap("x,1", "1", below: 10) == 1)
    }
}
