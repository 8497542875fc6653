import Testing

@testable import Objects
@testable import Resources

@Suite("Jobs and cron jobs are valid, or say what is wrong")
struct JobTests {
    private static let pod = #""template":{"spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"i"}]}}"#

    private static func job(_ spec: String, name: String = "j") -> String {
        #"{"metadata":{"name":"\#(name)","uid":"u-1"},"spec":{\#(spec)\#(spec.isEmpty ? "" : ",")\#(pod)}}"#
    }

    static let examples: [(String, [String])] = [
        ("", []),
        (#""parallelism":-1"#, ["spec.parallelism: Invalid value: -1: must be greater than or equal to 0"]),
        (
            #""completionMode":"Indexed","parallelism":1"#,
            ["spec.completions: Required value: when completion mode is Indexed"]
        ),
        (
            #""backoffLimitPerIndex":1,"completions":2"#,
            ["spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode"]
        ),
        (
            #""completionMode":"Odd","completions":1"#,
            [#"spec.completionMode: Unsupported value: "Odd": supported values: "NonIndexed", "Indexed""#]
        ),
        (
            #""podFailurePolicy":{"rules":[{"action":"Ignore"}]}"#,
            [
                "spec.podFailurePolicy.rules[0]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required"
            ]
        ),
        (
            #""podFailurePolicy":{"rules":[{"action":"FailJob","onExitCodes":{"operator":"In","values":[2,1,0]}}]}"#,
            [
                "spec.podFailurePolicy.rules[0].onExitCodes.values: Invalid value: [2,1,0]: must be ordered",
                "spec.podFailurePolicy.rules[0].onExitCodes.values[2]: Invalid value: 0: must not be 0 for the In operator",
            ]
        ),
        (
            #""selector":{"matchLabels":{"mine":"yes"}}"#,
            [
                #"spec.selector: Invalid value: {"matchLabels":{"batch.kubernetes.io/controller-uid":"u-1","mine":"yes"}}: `selector` not auto-generated"#,
                #"spec.template.metadata.labels: Invalid value: {"batch.kubernetes.io/controller-uid":"u-1","batch.kubernetes.io/job-name":"j","controller-uid":"u-1","job-name":"j"}: `selector` does not match template `labels`"#,
            ]
        ),
        (
            #""successPolicy":{"rules":[{"succeededIndexes":"0,2-9"}]},"completionMode":"Indexed","completions":5"#,
            [
                #"spec.successPolicy.rules[0].succeededIndexes: Invalid value: "0,2-9": error parsing succeededIndexes: too large index: "9""#
            ]
        ),
    ]

    @Test("A job's specification", arguments: examples)
    func specifications(_ example: (String, [String])) throws {
        #expect(try problems(BuiltinResources.jobs, Self.job(example.0)) == example.1.sorted())
    }

    @Test("Pods of a job must end")
    func restarts() throws {
        let text = Self.job("").replacing("Never", with: "Always")
        #expect(
            try problems(BuiltinResources.jobs, text) == [
                "spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\""
            ])
    }

    @Test("What a job does is settled when it begins; how much at once is not")
    func changes() throws {
        let old = Self.job(#""completions":3,"parallelism":1"#)
        let definition = BuiltinResources.jobs
        let whole = String(decoding: JSONEncoder.encode(try subject(definition, old)), as: UTF8.self)
        #expect(try changeProblems(definition, from: old, to: whole) == [])
        let faster = whole.replacing("\"parallelism\":1", with: "\"parallelism\":2")
        #expect(try changeProblems(definition, from: old, to: faster) == [])
        let more = whole.replacing("\"completions\":3", with: "\"completions\":4")
        #expect(
            try changeProblems(definition, from: old, to: more) == [
                "spec.completions: Invalid value: 4: field is immutable"
            ])
        let other = whole.replacing("\"image\":\"i\"", with: "\"image\":\"k\"")
        #expect(try changeProblems(definition, from: old, to: other).map { $0.prefix(14) } == ["spec.template:"])
    }

    @Test("A job that is suspended and has not begun may still be told where its pods go")
    func suspended() throws {
        let old = Self.job(#""suspend":true"#)
        let definition = BuiltinResources.jobs
        let whole = String(decoding: JSONEncoder.encode(try subject(definition, old)), as: UTF8.self)
        let placed = whole.replacing(#""containers":["#, with: #""nodeSelector":{"a":"b"},"containers":["#)
        #expect(try changeProblems(definition, from: old, to: placed) == [])
        let running = Self.job("")
        let going = String(decoding: JSONEncoder.encode(try subject(definition, running)), as: UTF8.self)
        let moved = going.replacing(#""containers":["#, with: #""nodeSelector":{"a":"b"},"containers":["#)
        #expect(try changeProblems(definition, from: running, to: moved).count == 1)
    }

    @Test("Names of cron jobs leave room for their jobs' names")
    func cronJobs() throws {
        func cron(_ name: String, _ rest: String) -> String {
            #"{"metadata":{"name":"\#(name)"},"spec":{"schedule":"* * * * *",\#(rest)"jobTemplate":{"spec":{\#(Self.pod)}}}}"#
        }
        let definition = BuiltinResources.cronJobs
        #expect(try problems(definition, cron(String(repeating: "a", count: 52), "")) == [])
        #expect(
            try problems(definition, cron(String(repeating: "a", count: 53), "")) == [
                "metadata.name: Invalid value: \"\(String(repeating: "a", count: 53))\": must be no more than 52 characters"
            ])
        #expect(
            try problems(definition, cron("c", #""timeZone":"Moon/Crater","concurrencyPolicy":"Odd","#)) == [
                #"spec.concurrencyPolicy: Unsupported value: "Odd": supported values: "Allow", "Forbid", "Replace""#,
                #"spec.timeZone: Invalid value: "Moon/Crater": unknown time zone Moon/Crater"#,
            ])
    }

    @Test("Indexes are told by single ones and ranges, in order")
    func indexes() {
        func count(_ text: String) -> Int? { try? IndexRanges.count(text, below: 10).get() }
        #expect(count("") == 0)
        #expect(count("1,3-5,9") == 5)
        for bad in ["3,2", "2-2", "1,1", "10", "1-", "a", "1-2-3", "-1"] { #expect(count(bad) == nil, "\(bad)") }
    }
}
