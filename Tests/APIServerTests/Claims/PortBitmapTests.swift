import Objects
import TestSupport
import Testing

@testable import APIServer
@testable import Resources

@Suite("Ports of nodes are given once, and given back")
struct PortBitmapTests {
    @Test("What is stored is what was given, in the form of a big-endian number")
    func data() {
        var given = PortBitmap(30000...32767)
        #expect(given.data == [])
        given[30000] = true
        #expect(given.data == [1])
        given[30009] = true
        #expect(given.data == [2, 1])
        given[32767] = true
        #expect(given.data.count == 2768 / 8)
        #expect(given.data.first == 0x80)
        #expect(PortBitmap(30000...32767, data: given.data) == given)
        given[29999] = true
        #expect(!given[29999])
    }

    @Test("Data of another length is no trap")
    func lengths() {
        let given = PortBitmap(30000...30009, data: [UInt8](repeating: 0xff, count: 99))
        #expect((30000...30009).allSatisfy { given[$0] })
        #expect(given.data == [3, 0xff])
    }

    @Test("Every port is given before there is none, the upper part first")
    func full() {
        var generator = SeededGenerator(seed: 7)
        var given = PortBitmap(30000...30063)
        var order: [Int] = []
        while let port = given.free(using: &generator) {
            given[port] = true
            order.append(port)
        }
        #expect(order.sorted() == Array(30000...30063))
        #expect(order.prefix(48).allSatisfy { $0 >= 30016 })
    }

    private func spec(_ ports: [(port: Int, protocol: String, nodePort: Int)], type: String = "NodePort")
        -> Core.ServiceSpec
    {
        var spec = Core.ServiceSpec()
        spec.type = type
        spec.ports = ports.map { given in
            var port = Core.ServicePort()
            port.port = given.port
            port.protocol = given.protocol
            port.nodePort = given.nodePort
            return port
        }
        return spec
    }

    @Test("One port's protocols share the node's port")
    func protocols() {
        var generator = SeededGenerator(seed: 1)
        var given = PortBitmap(30000...32767)
        var dns = spec([(53, "UDP", 0), (53, "TCP", 0), (80, "TCP", 0)])
        #expect(ServicePorts.plan(&dns, &given, using: &generator).isEmpty)
        #expect(dns.ports[0].nodePort == dns.ports[1].nodePort)
        #expect(dns.ports[0].nodePort != dns.ports[2].nodePort)
        #expect(given[dns.ports[2].nodePort])
    }

    @Test("A port that is another's, or out of range, is refused; one's own is not")
    func taken() {
        var generator = SeededGenerator(seed: 1)
        var given = PortBitmap(30000...32767)
        given[30080] = true
        var wanted = spec([(80, "TCP", 30080), (81, "TCP", 80)])
        #expect(
            ServicePorts.plan(&wanted, &given, using: &generator).map(\.description) == [
                "spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated",
                "spec.ports[1].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports "
                    + "is 30000-32767",
            ])
        var own = spec([(80, "TCP", 30080)])
        #expect(ServicePorts.plan(&own, &given, old: [30080], using: &generator).isEmpty)
        var gone = spec([(80, "TCP", 0)], type: "ClusterIP")
        #expect(ServicePorts.plan(&gone, &given, old: [30080], using: &generator).isEmpty)
        #expect(given.data == [])
    }
}

@Suite("Addresses are given within their block")
struct AddressBandTests {
    @Test("Every address but the block's own and its broadcast address is given before there is none")
    func whole() throws {
        var generator = SeededGenerator(seed: 3)
        let band = AddressBand(try #require(IPNetwork("10.9.8.0/27")))
        var given: Set<IPAddress> = []
        while let address = band.free(using: &generator, isTaken: { given.contains($0) }) { given.insert(address) }
        #expect(given.count == 30)
        #expect(given.min()?.description == "10.9.8.1")
        #expect(given.max()?.description == "10.9.8.30")
    }

    @Test("The lower part of a block is left to those who choose")
    func upper() throws {
        var generator = SeededGenerator(seed: 5)
        let band = AddressBand(try #require(IPNetwork("10.0.0.0/16")))
        for _ in 0..<200 {
            let address = try #require(band.free(using: &generator) { _ in false })
            #expect(address.value - 0x0a00_0000 > 256)
        }
    }

    @Test("Ranges are one block, or one of each family")
    func ranges() throws {
        #expect(try ServiceRanges(networks: "10.0.0.0/16,fd00::/108", nodePorts: "30000+99").nodePorts == 30000...30099)
        for bad in ["10.0.0.0/16,10.1.0.0/16", "10.0.0.0/30", "10.0.0.0", "", "10.0.0.0/16,fd00::/64,fd01::/64"] {
            #expect(throws: ServiceRanges.Problem.self) { try ServiceRanges(networks: bad, nodePorts: nil) }
        }
        for bad in ["30000", "2-1", "0-9", "a-b", "1-65536"] {
            #expect(throws: ServiceRanges.Problem.self) { try ServiceRanges(networks: nil, nodePorts: bad) }
        }
    }

    @Test("Families follow from what the service says and the cluster has")
    func families() {
        func complete(_ spec: Core.ServiceSpec, _ cluster: [IPAddress.Family]) -> (Core.ServiceSpec, [String]) {
            var spec = spec
            let problems = ServiceFamilies.complete(&spec, configured: cluster)
            return (spec, problems.map(\.description))
        }
        var plain = Core.ServiceSpec()
        plain.type = "ClusterIP"
        plain.selector = ["a": "b"]
        #expect(complete(plain, [.v4]).0.ipFamilies == ["IPv4"])
        #expect(complete(plain, [.v6, .v4]).0.ipFamilies == ["IPv6"])
        var both = plain
        both.ipFamilyPolicy = "PreferDualStack"
        #expect(complete(both, [.v4]).0.ipFamilies == ["IPv4"])
        #expect(complete(both, [.v4, .v6]).0.ipFamilies == ["IPv4", "IPv6"])
        both.ipFamilyPolicy = "RequireDualStack"
        #expect(
            complete(both, [.v4]).1 == [
                "spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not configured for dual-stack "
                    + "services"
            ])
        var headless = plain
        headless.selector = [:]
        headless.clusterIP = "None"
        headless.clusterIPs = ["None"]
        #expect(complete(headless, [.v4]).0.ipFamilyPolicy == "RequireDualStack")
        #expect(complete(headless, [.v4]).0.ipFamilies == ["IPv4", "IPv6"])
    }
}
