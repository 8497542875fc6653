import Objects
import Resources

/// Which ports of the nodes a service has. Pure.
enum ServicePorts {
    /// All that the service holds.
    static func held(_ spec: Core.ServiceSpec) -> Set<Int> {
        var ports = Set(spec.ports.map(\.nodePort))
        ports.insert(spec.healthCheckNodePort)
        ports.remove(0)
        return ports
    }

    /// Takes what the service asks for, and gives what it needs and did not ask for.
    ///
    /// - Parameters:
    ///   - given: ports in use by all services.
    ///   - old: what the service held before: its own to keep.
    static func plan(
        _ spec: inout Core.ServiceSpec, _ given: inout PortBitmap, old: Set<Int> = [],
        using generator: inout some RandomNumberGenerator
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var mine = old
        var ports = spec.ports
        // Protocols of one port share the node's port.
        var byPort: [Int: Int] = [:]
        for port in ports where port.nodePort != 0 && byPort[port.port] == nil { byPort[port.port] = port.nodePort }
        for (index, port) in ports.enumerated() {
            let path = "spec.ports[\(index)].nodePort"
            if port.nodePort != 0 {
                problems += take(port.nodePort, path, &given, &mine)
            } else if ServiceNeeds.nodePorts(spec) {
                let isShared = ports.contains {
                    $0.port == port.port && $0.protocol == port.protocol && $0.nodePort == byPort[port.port]
                }
                if let shared = byPort[port.port], !isShared {
                    ports[index].nodePort = shared
                    continue
                }
                guard let free = given.free(using: &generator) else {
                    problems.append(
                        .invalid(path, "0", "failed to allocate a nodePort: range is full"))
                    continue
                }
                given[free] = true
                mine.insert(free)
                byPort[port.port] = free
                ports[index].nodePort = free
            }
        }
        spec.ports = ports
        if ServiceNeeds.healthCheckPort(spec) {
            if spec.healthCheckNodePort != 0 {
                problems += take(spec.healthCheckNodePort, "spec.healthCheckNodePort", &given, &mine)
            } else if let free = given.free(using: &generator) {
                given[free] = true
                spec.healthCheckNodePort = free
            } else {
                problems.append(
                    .invalid("spec.healthCheckNodePort", "0", "failed to allocate a nodePort: range is full"))
            }
        }
        for port in old.subtracting(held(spec)) { given[port] = false }
        return problems
    }

    private static func take(
        _ port: Int, _ path: String, _ given: inout PortBitmap, _ mine: inout Set<Int>
    ) -> [FieldProblem] {
        if mine.contains(port) { return [] }
        guard given.range.contains(port) else {
            return [
                .invalid(
                    path, String(port),
                    "provided port is not in the valid range. The range of valid ports is "
                        + "\(given.range.lowerBound)-\(given.range.upperBound)")
            ]
        }
        if given[port] { return [.invalid(path, String(port), "provided port is already allocated")] }
        given[port] = true
        mine.insert(port)
        return []
    }
}
