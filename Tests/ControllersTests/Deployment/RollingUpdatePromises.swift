import Objects
import Testing

@testable import Controllers

@Suite("A rolling update stays within its bounds and ends")
struct RollingUpdatePromises {
    static let bounds: [(IntOrString, IntOrString)] = [
        (.string("25%"), .string("25%")), (.int(1), .int(0)), (.int(0), .int(1)), (.int(2), .int(2)),
        (.string("100%"), .int(0)), (.int(0), .string("50%")),
    ]

    @Test(
        "Enough pods are available and not too many exist, at every step, whatever order things happen in",
        arguments: 0..<60)
    func bounded(seed: Int) {
        let (surge, unavailable) = Self.bounds[seed % Self.bounds.count]
        let replicas = 1 + seed % 11
        let spec = Samples.deployment(replicas: replicas, surge: surge, unavailable: unavailable)
        var world = SimulatedRollout(spec, seed: UInt64(seed))
        let bounds = RolloutBounds(spec.spec)
        var steps = 0
        while !world.isConverged, steps < 5_000 {
            world.step()
            steps += 1
            #expect(world.total <= bounds.maxTotal)
        }
        #expect(world.isConverged, "the first rollout ends")
        // Changes of mind while the last rollout is still under way, back to earlier templates too.
        for change in 0..<6 {
            let image = "web:\(Int.random(in: 1...4, using: &world.random))"
            world.deployment.spec.template = Samples.template(image)
            world.deployment.metadata.generation += 1
            let patience = change == 5 ? 5_000 : Int.random(in: 0...80, using: &world.random)
            for _ in 0..<patience {
                world.step()
                #expect(world.available >= bounds.minAvailable)
                #expect(world.total <= bounds.maxTotal)
                if world.isConverged, change == 5 { break }
            }
        }
        #expect(world.isConverged, "the last rollout ends")
    }

    @Test("Scaling in the middle of a rollout converges", arguments: 0..<30)
    func scaled(seed: Int) {
        var world = SimulatedRollout(Samples.deployment(replicas: 6), seed: UInt64(seed + 500))
        for _ in 0..<400 { world.step() }
        var largest = RolloutBounds(world.deployment.spec).maxTotal
        for _ in 0..<4 {
            world.deployment.spec.template = Samples.template("web:\(Int.random(in: 1...3, using: &world.random))")
            world.deployment.spec.replicas = Int.random(in: 0...12, using: &world.random)
            largest = max(largest, RolloutBounds(world.deployment.spec).maxTotal)
            for _ in 0..<Int.random(in: 0...60, using: &world.random) {
                world.step()
                #expect(world.total <= largest)
            }
        }
        var steps = 0
        while !world.isConverged, steps < 8_000 {
            world.step()
            steps += 1
        }
        #expect(world.isConverged)
    }

    @Test("A rollback makes the old ReplicaSet the newest revision and remembers what it was")
    func rollback() {
        var world = SimulatedRollout(Samples.deployment(replicas: 3), seed: 7)
        func roll(_ image: String) {
            world.deployment.spec.template = Samples.template(image)
            world.step()
            var steps = 0
            while !world.isConverged, steps < 5_000 {
                world.step()
                steps += 1
            }
            world.reconcileDeployment()
        }
        for image in ["web:1", "web:2", "web:1"] { roll(image) }
        #expect(world.sets.count == 2)
        let first = world.sets.first { $0.spec.template.spec.containers.first?.image == "web:1" }
        #expect(first?.metadata.annotations[DeploymentAnnotations.revision] == "3")
        #expect(first?.metadata.annotations[DeploymentAnnotations.revisionHistory] == "1")
        #expect(world.deployment.metadata.annotations[DeploymentAnnotations.revision] == "3")
    }

    @Test("Only as many old revisions stay as the Deployment keeps")
    func history() {
        var deployment = Samples.deployment(replicas: 2)
        deployment.spec.revisionHistoryLimit = 2
        var world = SimulatedRollout(deployment, seed: 11)
        for version in 1...6 {
            world.deployment.spec.template = Samples.template("web:\(version)")
            var steps = 0
            repeat {
                world.step()
                steps += 1
            } while !world.isConverged && steps < 5_000
            for set in world.sets { world.reportSet(set.metadata.name) }
            world.reconcileDeployment()
        }
        let images = Set(world.sets.compactMap { $0.spec.template.spec.containers.first?.image })
        #expect(images == ["web:4", "web:5", "web:6"])
    }
}
