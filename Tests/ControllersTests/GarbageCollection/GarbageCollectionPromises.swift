import Client
import Testing

@testable import Controllers

@Suite("Garbage collection deletes what nobody owns, and nothing else")
struct GarbageCollectionPromises {
    /// A Deployment, two ReplicaSets and their pods, one pod with a second owner.
    private func world(_ seed: Int) -> SimulatedOwnership {
        var world = SimulatedOwnership(seed: UInt64(seed))
        world.put(SimulatedOwnership.object("d"))
        world.put(SimulatedOwnership.object("other"))
        for set in ["r1", "r2"] {
            world.put(SimulatedOwnership.object(set, owners: ["d"]))
            for pod in 1...3 { world.put(SimulatedOwnership.object("\(set)-p\(pod)", owners: [set])) }
        }
        world.put(SimulatedOwnership.object("shared", owners: ["r1", "other"]))
        return world
    }

    /// Lets everything run its course.
    private func settle(_ world: inout SimulatedOwnership) {
        let isOver = world.settleAll()
        #expect(isOver, "it comes to rest")
    }

    @Test("In the background all dependents follow; one with another owner stays with that one", arguments: 0..<20)
    func background(seed: Int) {
        var world = world(seed)
        for _ in 0..<seed { world.step() }
        world.delete("d", .background)
        #expect(world.server["d"] == nil)
        settle(&world)
        #expect(Set(world.server.keys) == ["other", "shared"])
        #expect(world.server["shared"]?.owners.map(\.uid) == ["other"])
    }

    @Test("In the foreground the owner goes last", arguments: 0..<20)
    func foreground(seed: Int) {
        var world = world(seed)
        settle(&world)
        world.delete("d", .foreground)
        var steps = 0
        while world.server["d"] != nil, steps < 20_000 {
            world.step()
            steps += 1
            if world.server["d"] == nil { #expect(Set(world.server.keys) == ["other", "shared"]) }
            if world.server["r2"] == nil { #expect(world.server["r2-p1"] == nil) }
        }
        settle(&world)
        #expect(Set(world.server.keys) == ["other", "shared"])
    }

    @Test("Orphaned dependents stay, without their owner", arguments: 0..<20)
    func orphan(seed: Int) {
        var world = world(seed)
        settle(&world)
        world.delete("d", .orphan)
        settle(&world)
        #expect(world.server["d"] == nil)
        #expect(world.server["r1"]?.owners.isEmpty == true)
        #expect(world.server["r1-p1"]?.owners.map(\.uid) == ["r1"])
        #expect(world.server.count == 10)
    }

    @Test("A circle of owners that is deleted in the foreground does not wait for itself", arguments: 0..<20)
    func circle(seed: Int) {
        var world = SimulatedOwnership(seed: UInt64(seed))
        for (uid, owner) in [("a", "c"), ("b", "a"), ("c", "b")] {
            world.put(SimulatedOwnership.object(uid, owners: [owner]))
        }
        settle(&world)
        world.delete("a", .foreground)
        settle(&world)
        #expect(world.server.isEmpty)
    }

    @Test(
        "Who names an owner that stands elsewhere is looked at",
        arguments: [
            ("default", "owner", false), ("other", "owner", true), ("", "owner", false), ("default", "renamed", true),
        ])
    func elsewhere(namespace: String, name: String, isDoubtful: Bool) {
        var graph = OwnershipGraph()
        var owner = SimulatedOwnership.object("owner")
        owner.key = ObjectKey(namespace: namespace, name: name)
        _ = graph.observe(owner)
        let examined = graph.observe(SimulatedOwnership.object("dependent", owners: ["owner"]))
        #expect(examined == (isDoubtful ? ["dependent"] : []))
    }

    @Test(
        "A reference into another namespace is told of once, whichever of the two is seen first",
        arguments: [true, false])
    func misplaced(ownerFirst: Bool) {
        var graph = OwnershipGraph()
        var owner = SimulatedOwnership.object("owner")
        owner.key.namespace = "other"
        let dependent = SimulatedOwnership.object("dependent", owners: ["owner", "unknown"])
        var told: [MisplacedReference] = []
        for object in (ownerFirst ? [owner, dependent] : [dependent, owner]) + [dependent, owner] {
            told += graph.misplacedReferences(with: object)
            _ = graph.observe(object)
        }
        #expect(told.map(\.object.uid) == ["dependent"])
        #expect(told.map(\.owner.uid) == ["owner"])
        var cluster = SimulatedOwnership.object("cluster")
        cluster.key.namespace = ""
        #expect(graph.misplacedReferences(with: cluster).isEmpty)
        _ = graph.observe(cluster)
        #expect(graph.misplacedReferences(with: SimulatedOwnership.object("free", owners: ["cluster"])).isEmpty)
    }

    @Test("Of a kind that is served no more nothing is known, and its dependents are looked at")
    func withdrawn() {
        var graph = OwnershipGraph()
        var custom = SimulatedOwnership.object("custom")
        custom.resource = ResourceName(group: "example.com", plural: "things")
        for object in [
            custom, SimulatedOwnership.object("map", owners: ["custom"]), SimulatedOwnership.object("other"),
        ] {
            _ = graph.observe(object)
        }
        #expect(graph.removeAll(of: custom.resource) == ["map"])
        #expect(graph["custom"] == nil)
        #expect(graph.count == 2)
    }

    @Test("Random graphs: exactly what can be reached from an object that nobody owns is left", arguments: 0..<60)
    func random(seed: Int) {
        var world = SimulatedOwnership(seed: UInt64(seed + 9_000))
        var owners: [String: [String]] = [:]
        for number in 0..<40 {
            let count = number < 5 ? 0 : Int.random(in: 1...2, using: &world.random)
            let chosen = Set((0..<count).map { _ in "o\(Int.random(in: 0..<number, using: &world.random))" })
            owners["o\(number)"] = chosen.sorted()
            world.put(SimulatedOwnership.object("o\(number)", owners: chosen.sorted()))
        }
        var deleted: Set<String> = []
        for _ in 0..<3 {
            let root = "o\(Int.random(in: 0..<5, using: &world.random))"
            deleted.insert(root)
            world.delete(root, Bool.random(using: &world.random) ? .background : .foreground)
            for _ in 0..<Int.random(in: 0...40, using: &world.random) { world.step() }
        }
        settle(&world)
        // An owner comes before what it owns.
        var left: Set<String> = []
        for number in 0..<40 {
            let uid = "o\(number)"
            let mine = owners[uid] ?? []
            let stays = mine.isEmpty ? !deleted.contains(uid) : mine.contains { left.contains($0) }
            if stays { left.insert(uid) }
        }
        #expect(Set(world.server.keys) == left)
    }
}
