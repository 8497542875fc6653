import Objects
import Testing

@testable import APIServer

@Suite("Targets of proxies")
struct ProxyTargetTests {
    @Test(
        "No proxy leads to the server's own loopback or link",
        arguments: ["127.0.0.1", "::1", "169.254.1.1", "fe80::1", "224.0.0.1", "", "web.example"])
    func addresses(_ address: String) { #expect(!ProxyTarget.isProxyable(address)) }

    private func pod(_ address: String, ports: [Int]) -> Core.Pod {
        var pod = Core.Pod()
        var container = Core.Container()
        container.ports = ports.map { number in
            var port = Core.ContainerPort()
            port.containerPort = number
            return port
        }
        pod.spec.containers = [Core.Container(), container]
        pod.status.podIP = address
        return pod
    }

    @Test("A pod is asked at the port that is named, else at its first, else at the scheme's")
    func ports() throws {
        func port(_ name: String, _ ports: [Int]) throws -> Int {
            try ProxyTarget.of(pod("10.0.0.1", ports: ports), try #require(ProxyName(name))).port
        }
        #expect(try port("p:99", [8080]) == 99)
        #expect(try port("p", [8080, 9090]) == 8080)
        #expect(try port("p", []) == 80)
        #expect(try port("https:p:", []) == 443)
        #expect(throws: APIError.self) { try port("p:0", []) }
        #expect(throws: APIError.self) { try ProxyTarget.of(pod("", ports: []), try #require(ProxyName("p"))) }
    }

    @Test("Of a service's endpoints one is chosen that has the port and is there, whatever the turn", arguments: 0..<8)
    func endpoints(_ turn: Int) {
        var endpoints = Core.Endpoints()
        var subsets: [Core.EndpointSubset] = []
        for (port, addresses) in [("web", ["10.0.0.1", "10.0.0.2"]), ("other", ["10.0.0.3"])] {
            var subset = Core.EndpointSubset()
            subset.addresses = addresses.map { ip in
                var address = Core.EndpointAddress()
                address.ip = ip
                return address
            }
            var named = Core.EndpointPort()
            named.name = port
            named.port = 8080
            subset.ports = [named]
            subsets.append(subset)
        }
        endpoints.subsets = subsets
        let found = ProxyTarget.of(endpoints, portName: "web", nil, turn: turn) { $0.ip != "10.0.0.1" }
        #expect(found?.authority == "10.0.0.2:8080")
        #expect(ProxyTarget.of(endpoints, portName: "web", nil, turn: turn) { _ in false } == nil)
        #expect(ProxyTarget.of(endpoints, portName: "", nil, turn: turn) { _ in true } == nil)
    }
}
