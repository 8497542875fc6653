import Testing

@testable import apus

@Suite struct NodePlanTests {
    let layout: NodeLayout
    let other: NodeLayout

    init() throws {
        layout = try NodeLayout(folder: "/srv/one/.apus")
        other = try NodeLayout(folder: "/srv/two/.apus")
    }

    // MARK: Layout

    @Test func `two folders share no name, and an interface's name fits the kernel`() {
        #expect(layout.bridge != other.bridge && layout.cgroupParent != other.cgroupParent)
        #expect(layout.socketPath != other.socketPath && layout.configPath != other.configPath)
        #expect(layout.bridge.utf8.count <= 15)
        #expect(layout.key.utf8.count == 8)
    }

    @Test func `the key is the same in every release: FNV-1a's published vectors`() {
        #expect(NodeLayout.hash("") == 0xcbf2_9ce4_8422_2325)
        #expect(NodeLayout.hash("a") == 0xaf63_dc4c_8601_ec8c)
        #expect(NodeLayout.hash("foobar") == 0x8594_4171_f739_67e8)
    }

    @Test(arguments: [10, 70, 74, 75, 76, 200])
    func `the runtime's sockets fit a unix address however deep the folder is`(length: Int) throws {
        let deep = try NodeLayout(folder: "/" + String(repeating: "d", count: length - 1))
        #expect((deep.socketPath + ".ttrpc").utf8.count <= 107)
    }

    @Test(arguments: ["relative", "/", "/with space", "/with\"quote", "/with\\backslash", "/with\nline"])
    func `a folder that would have to be quoted is refused`(folder: String) {
        #expect(throws: NodeError.self) { try NodeLayout(folder: folder) }
    }

    @Test func `everything that the runtime writes is in the state folder`() {
        let text = RuntimeConfiguration.containerd(layout)
        for line in text.split(separator: "\n") {
            guard let path = line.split(separator: "\"").first(where: { $0.hasPrefix("/") }) else { continue }
            let isPlugins = path == RuntimeConfiguration.networkPlugins[...]
            #expect(path.hasPrefix("/srv/one/.apus/containerd/") || isPlugins, "\(line)")
        }
        #expect(text.contains("restrict_oom_score_adj = true"))
    }

    // MARK: The pods' network

    func route(_ text: String, _ mask: UInt32, _ interface: String = "eth0") -> Route {
        let network = text.split(separator: ".").reduce(UInt32(0)) { $0 << 8 | (UInt32($1) ?? 0) }
        return Route(interface: interface, network: network, mask: mask)
    }

    @Test func `a remembered network is kept as long as it is free`() {
        let seven = PodSubnet(number: 7)
        #expect(PodSubnet.choose(remembered: seven, hash: 9, taken: []) == seven)
        let taken = [route("10.244.7.0", 0xffff_ff00)]
        #expect(PodSubnet.choose(remembered: seven, hash: 9, taken: taken) == PodSubnet(number: 9))
    }

    @Test func `another cluster's or machine's networks are passed over`() {
        let taken = [
            route("0.0.0.0", 0), route("192.168.1.0", 0xffff_ff00), route("10.244.255.128", 0xffff_ff80),
            route("10.244.0.0", 0xffff_fe00),
        ]
        #expect(PodSubnet.choose(remembered: nil, hash: 255, taken: taken) == PodSubnet(number: 2))
    }

    @Test func `a machine where the whole range is routed has no room`() {
        #expect(PodSubnet.choose(remembered: nil, hash: 3, taken: [route("10.0.0.0", 0xff00_0000)]) == nil)
    }

    @Test func `the network's text reads back`() {
        #expect(PodSubnet("\(PodSubnet(number: 252))") == PodSubnet(number: 252))
        for text in ["10.244.256.0/24", "10.243.1.0/24", "10.244.1.0/16", "", "10.244.1"] {
            #expect(PodSubnet(text) == nil, "\(text)")
        }
    }

    @Test func `routes are read as the kernel prints them`() {
        let text = """
            Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
            eth0\t00000000\t0100A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
            apus-1\t0007F40A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
            damaged\tzz
            """
        #expect(Route.parse(text) == [route("0.0.0.0", 0), route("10.244.7.0", 0xffff_ff00, "apus-1")])
    }

    // MARK: What belongs to the cluster

    func shim(_ layout: NodeLayout) -> [String] {
        ["/usr/bin/containerd-shim-runc-v2", "-namespace", "k8s.io", "-id", "x", "-address", layout.socketPath]
    }

    @Test func `only this cluster's processes are ended`() {
        let id = String(repeating: "ab", count: 32)
        let table = ProcessTable(entries: [
            1: .init(parent: 0, arguments: ["init"]),
            10: .init(parent: 1, arguments: ["/usr/bin/containerd", "--config", layout.configPath]),
            11: .init(parent: 1, arguments: ["/usr/bin/containerd", "--config", other.configPath]),
            12: .init(parent: 1, arguments: ["/usr/bin/containerd"]),
            20: .init(parent: 1, arguments: shim(layout)),
            21: .init(parent: 1, arguments: shim(other)),
            22: .init(parent: 1, arguments: ["/usr/bin/containerd-shim-runc-v2", "-address"]),
            30: .init(parent: 20, arguments: ["/pause"]),
            31: .init(parent: 30, arguments: ["worker"]),
            32: .init(parent: 21, arguments: ["/pause"]),
            40: .init(parent: 1, arguments: ["httpd"], controlGroups: "4:memory:/apus-x/pod1/\(id)\n1:cpu:/\n"),
            41: .init(parent: 1, arguments: ["httpd"], controlGroups: "0::/other/\(id)ff\n"),
            50: .init(parent: 1, arguments: ["less", layout.configPath]),
        ])
        #expect(table.runtimes(layout) == [10])
        #expect(table.shims(layout) == [20])
        #expect(table.containerInits(layout) == [30])
        #expect(table.containerProcesses(layout, containers: [id]) == [30, 31, 40])
        #expect(table.containerProcesses(layout, containers: []) == [30, 31])
    }

    @Test func `only the runtime's and the kubelet's mounts are unmounted, the deepest first`() {
        let table = """
            20 1 8:1 / / rw - ext4 /dev/vda rw
            21 20 8:2 / /srv/one/.apus rw - ext4 /dev/vdb rw
            22 21 8:3 / /srv/one/.apus/store rw - ext4 /dev/vdc rw
            23 21 0:4 / /srv/one/.apus/containerd/state/a rw - overlay overlay rw
            24 23 0:5 / /srv/one/.apus/containerd/state/a/shm rw - tmpfs shm rw
            25 21 0:6 / /srv/one/.apus/kubelet/pods/1/secret rw - tmpfs tmpfs rw
            26 20 0:7 / /srv/one/.apus/containerd-other/x rw - tmpfs tmpfs rw
            27 20 0:8 / /srv/two/.apus/containerd/state/a rw - overlay overlay rw
            broken
            """
        #expect(
            Leftovers.mounts(layout, table: table) == [
                "/srv/one/.apus/kubelet/pods/1/secret", "/srv/one/.apus/containerd/state/a/shm",
                "/srv/one/.apus/containerd/state/a",
            ])
    }

    @Test func `the network plugins' notes of other clusters stay`() {
        let names = [
            "\(layout.network)-aaaa-eth0", "cni-loopback-aaaa-lo", "\(other.network)-bbbb-eth0", "cni-loopback-bbbb-lo",
            "podman-cccc-eth0", "cni-loopback-",
        ]
        #expect(
            Leftovers.networkNotes(layout, in: names) == [
                "/var/lib/cni/results/\(layout.network)-aaaa-eth0", "/var/lib/cni/results/cni-loopback-aaaa-lo",
            ])
    }
}
