/// Many watches of the same objects; and, with other calls among the writes, the scenario `mixed`.
struct Fanout {
    let session: LoadSession
    let options: LoadOptions

    init(_ session: LoadSession) {
        self.session = session
        options = session.options
    }

    /// ConfigMaps of the run's namespace; all watches see all of them.
    var objects: [(object: LoadObject, group: Int)] {
        (0..<options.objects).map { index in
            (LoadObject(namespace: session.namespace, name: "load-\(session.run)-\(index)"), 0)
        }
    }

    var interest: Interest { Interest(resource: "configmaps", namespace: session.namespace) }

    func plans(_ numbers: Range<Int>, lags: (Int) -> Bool = { _ in false }) -> [WatchPlan] {
        numbers.map { WatchPlan(number: $0, interest: interest, group: 0, lags: lags($0)) }
    }

    /// Makes the objects and opens the watches, and measures the server's memory before and after.
    func prepare(
        _ report: inout LoadReport, plans: [WatchPlan]? = nil, windowBytes: Int = LoadLimits.windowBytes
    ) async throws(LoadError) {
        try await session.make(namespaces: [session.namespace])
        let objects = objects
        try await session.make(objects: objects)
        let revision = try await session.setUp.revision(of: "configmaps", in: session.namespace)
        report.memoryIdle = session.serverFigures
        if options.watches > 0 {
            report.openSeconds = try await session.open(
                plans ?? self.plans(0..<options.watches), connections: options.connections, after: revision,
                windowBytes: windowBytes)
        }
        await session.prepareWriter(objects, after: revision)
        report.memoryWatching = session.serverFigures
    }

    func run(_ report: inout LoadReport) async throws(LoadError) {
        try await prepare(&report)
        report.phases.append(
            try await session.measure(options.scenario.rawValue, session.plan(objects: options.objects)))
    }
}
