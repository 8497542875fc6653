/// Watches that each want something else. The same writes are measured twice: with no other watch than those that they
/// interest, and among all the others.
struct ManyInterests {
    let session: LoadSession
    let options: LoadOptions

    init(_ session: LoadSession) {
        self.session = session
        options = session.options
    }

    /// What the watches of one group want, and the object that they see.
    private func member(_ group: Int) -> (interest: Interest, object: LoadObject) {
        let name = "load-\(session.run)-\(group)"
        switch options.interestKind {
        case .label:
            let shard = "\(session.run)-\(group)"
            return (
                Interest(resource: "configmaps", namespace: session.namespace, labelSelector: "shard=" + shard),
                LoadObject(namespace: session.namespace, name: name, shard: shard)
            )
        case .namespace:
            let namespace = "\(session.namespace)-\(group)"
            return (
                Interest(resource: "configmaps", namespace: namespace), LoadObject(namespace: namespace, name: name)
            )
        case .node:
            let node = "load-\(session.run)-\(group)"
            return (
                Interest(resource: "pods", namespace: session.namespace, fieldSelector: "spec.nodeName=" + node),
                LoadObject(kind: .pod(node: node), namespace: session.namespace, name: name)
            )
        }
    }

    func run(_ report: inout LoadReport) async throws(LoadError) {
        let hits = max(options.hits, 1)
        let groups = (options.watches + hits - 1) / hits
        let members = (0..<groups).map(member)
        // Not every watch needs an object to be there: each costs its place in the index anyway.
        let others = members.prefix(options.objects).enumerated().dropFirst().map { ($0.element.object, $0.offset) }
        // The first group sees as many as are in flight, so that writes do not wait for each other's object.
        let own = (0..<options.inFlight).map { index -> (object: LoadObject, group: Int) in
            var object = members[0].object
            object.name += "-\(index)"
            return (object, 0)
        }
        let objects = own + others
        try await session.make(namespaces: Set(members.map(\.object.namespace)).sorted())
        if options.interestKind == .node { try await session.setUp.ensureServiceAccount(in: session.namespace) }
        try await session.make(objects: objects)
        let resource = options.interestKind == .node ? "pods" : "configmaps"
        let revision = try await session.setUp.revision(of: resource, in: members.first?.object.namespace ?? "default")
        report.memoryIdle = session.serverFigures
        let plans = (0..<options.watches).map {
            WatchPlan(number: $0, interest: members[$0 / hits].interest, group: $0 / hits)
        }
        let plan = session.plan(objects: own.count)
        report.openSeconds = try await session.open(Array(plans.prefix(hits)), connections: 1, after: revision)
        await session.prepareWriter(objects, after: revision)
        report.phases.append(try await session.measure("alone", plan))
        // From now on: what was written meanwhile is none of theirs.
        let now = try await session.setUp.revision(of: resource, in: members.first?.object.namespace ?? "default")
        report.openSeconds += try await session.open(
            Array(plans.dropFirst(hits)), connections: max(options.connections - 1, 1), after: now)
        report.memoryWatching = session.serverFigures
        await session.prepareWriter(objects, after: now)
        report.phases.append(try await session.measure("in the crowd", plan))
        var spread = plan
        spread.objects = 0..<objects.count
        report.phases.append(try await session.measure("all in turn", spread))
        let (alone, crowd) = (report.phases[0], report.phases[1])
        if let before = alone.serverCPUPerWrite, let after = crowd.serverCPUPerWrite, before > 0 {
            report.extras.append(
                .init(
                    key: "costRatio", label: "CPU per write, in the crowd / alone", value: after / before, unit: ""))
        }
    }
}
