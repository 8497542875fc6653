import Testing

@testable import Scheduler

@Suite("A pod reserves what it may need at once")
struct ResourceAmountsTests {
    private static func container(_ cpu: String, _ more: String = "") -> String {
        #"{"resources":{"requests":{"cpu":"\#(cpu)"}}\#(more)}"#
    }
    private static let sidecar = #","restartPolicy":"Always""#

    private static let pods: [(spec: String, milliCPU: Int64)] = [
        (#"{"containers":[\#(container("1")),\#(container("500m"))]}"#, 1500),
        (#"{"containers":[\#(container("1"))],"initContainers":[\#(container("3")),\#(container("2"))]}"#, 3000),
        (#"{"containers":[\#(container("1"))],"initContainers":[\#(container("500m"))]}"#, 1000),
        (#"{"containers":[\#(container("1"))],"initContainers":[\#(container("2", sidecar))]}"#, 3000),
        // The sidecar before an init container runs beside it; one after it does not.
        (
            #"{"containers":[\#(container("1"))],"initContainers":[\#(container("2", sidecar)),\#(container("4"))]}"#,
            6000
        ),
        (
            #"{"containers":[\#(container("1"))],"initContainers":[\#(container("4")),\#(container("2", sidecar))]}"#,
            4000
        ),
        (#"{"containers":[\#(container("1"))],"overhead":{"cpu":"250m"}}"#, 1250),
        (#"{"containers":[\#(container("1"))],"resources":{"requests":{"cpu":"4"}},"overhead":{"cpu":"1"}}"#, 5000),
    ]

    @Test("Containers add up; init containers count by the largest; sidecars stay", arguments: pods)
    func requests(spec: String, milliCPU: Int64) throws {
        #expect(try Samples.facts("p", spec).demand.requests.milliCPU == milliCPU)
    }

    @Test("For scores, a container that asks for nothing counts as 100m and 200Mi")
    func scored() throws {
        let demand = try Samples.facts("p", #"{"containers":[{},\#(Self.container("1"))]}"#).demand
        #expect(demand.scoredMilliCPU == 1100)
        #expect(demand.scoredMemoryBytes == 2 * 200 * 1024 * 1024)
        #expect(demand.requests.memoryBytes == 0)
    }

    @Test("Amounts past any machine are held within bounds however many there are, not trapped on")
    func huge() throws {
        let containers = Array(repeating: Self.container("9e18"), count: 9000).joined(separator: ",")
        let requests = try Samples.facts("p", #"{"containers":[\#(containers)]}"#).demand.requests
        #expect(requests.milliCPU == SchedulerLimits.amount)
        #expect(try Samples.facts("p", #"{"containers":[\#(Self.container("-1"))]}"#).demand.requests.milliCPU == 0)
    }
}
