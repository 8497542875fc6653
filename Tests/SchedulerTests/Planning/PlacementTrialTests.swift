import Scheduler
import Testing

@Suite("The load that benches use is one that the planner can place")
struct PlacementTrialTests {
    @Test("Every pod gets a node")
    func placesAll() {
        var trial = PlacementTrial(nodes: 40, pods: 800)
        #expect(trial.run() == 800)
    }
}
