import Glibc
import Testing

@testable import apus

/// What keeps a containerd from running here; nil: nothing.
private let obstacle: String? = {
    if getuid() != 0 { return "not root" }
    for (name, package) in [
        ("containerd", "containerd"), ("ctr", "containerd"), ("runc", "runc"), ("umoci", "umoci"),
    ] {
        if (try? Program.find(name, package: package)) == nil { return "no \(name)" }
    }
    return SystemFiles.exists("/usr/lib/cni/bridge") ? nil : "no network plugins"
}()

/// With a containerd of its own in a folder of its own. The images are packed by `.make/images`.
@Suite(.serialized, .enabled(if: obstacle == nil, "needs root and Debian's containerd, network plugins and umoci"))
struct ContainerRuntimeTests {
    /// The package's folder: four above this file.
    static let project = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

    func withCluster(_ body: (ContainerRuntime) throws -> Void) throws {
        var template = Array("/tmp/apus-node-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let packed = try Program(path: "\(Self.project)/.make/images").run(["\(folder)/images"])
        try #require(packed.status == 0, "\(packed.output)")
        let runtime = try ContainerRuntime.prepare(folder: folder, log: { _ in })
        defer { SystemFiles.removeTree(folder) }
        do { try body(runtime) } catch {
            try TearDown(layout: runtime.layout, log: { _ in }).run()
            throw error
        }
        try TearDown(layout: runtime.layout, log: { _ in }).run()
    }

    func ctr(_ runtime: ContainerRuntime, _ arguments: String...) throws -> Program.Outcome {
        try Program.find("ctr", package: "containerd").run(
            ["--address", runtime.layout.socketPath, "--namespace", NodeLayout.containerdNamespace] + arguments)
    }

    @Test func `containerd starts, has our images, and is adopted at the next start`() throws {
        try withCluster { runtime in
            #expect(try runtime.start() == .started)
            try runtime.importImages()
            let names = try ctr(runtime, "images", "ls", "-q").output.split(separator: "\n")
            for name in ["pause:1", "web:1", "web:2"] { #expect(names.contains("localhost/apus/\(name)")) }
            let process = ProcessTable.read().runtimes(runtime.layout)
            #expect(process.count == 1)
            let again = try ContainerRuntime.prepare(folder: runtime.layout.folder, log: { _ in })
            #expect(try again.start() == .adopted)
            #expect(again.podSubnet == runtime.podSubnet)
            #expect(ProcessTable.read().runtimes(runtime.layout) == process)
        }
    }

    @Test func `containers outlive containerd, and down leaves nothing of them`() throws {
        try withCluster { runtime in
            try runtime.start()
            try runtime.importImages()
            let run = try ctr(
                runtime, "run", "--detach", "--null-io", "--runc-root", runtime.layout.runcPath, "localhost/apus/web:1",
                String(repeating: "e", count: 64))
            #expect(run.status == 0, "\(run.output)")
            let inits = ProcessTable.read().containerInits(runtime.layout)
            try #require(inits.count == 1)
            for process in ProcessTable.read().runtimes(runtime.layout) {
                kill(process, SIGKILL)
                waitpid(process, nil, 0)
            }
            #expect(try runtime.start() == .started)
            #expect(ProcessTable.read().containerInits(runtime.layout) == inits)

            let containers = Leftovers.containers(runtime.layout)
            #expect(containers.count == 1)
            let sockets = Leftovers.shimSockets(runtime.layout)
            #expect(sockets.count == 1)
            #expect(!Leftovers.mounts(runtime.layout, table: SystemFiles.text("/proc/self/mountinfo") ?? "").isEmpty)
            try TearDown(layout: runtime.layout, log: { _ in }).run()
            #expect(Leftovers.read(runtime.layout, containers: containers, sockets: sockets).lines == [])
            #expect(!SystemFiles.exists(runtime.layout.statePath))
            // And a second time, when there is nothing to do.
            try TearDown(layout: runtime.layout, log: { _ in }).run()
        }
    }

    @Test func `a container that lost its shim, and containerd, is ended all the same`() throws {
        try withCluster { runtime in
            try runtime.start()
            try runtime.importImages()
            let run = try ctr(
                runtime, "run", "--detach", "--null-io", "--runc-root", runtime.layout.runcPath, "--cgroup",
                "\(runtime.layout.cgroupParent)/pod1/" + String(repeating: "f", count: 64), "localhost/apus/web:2",
                String(repeating: "f", count: 64))
            #expect(run.status == 0, "\(run.output)")
            let processes = ProcessTable.read()
            let inits = processes.containerInits(runtime.layout)
            try #require(inits.count == 1)
            for process in processes.runtimes(runtime.layout) {
                kill(process, SIGKILL)
                waitpid(process, nil, 0)
            }
            for process in processes.shims(runtime.layout) { kill(process, SIGKILL) }
            try TearDown(layout: runtime.layout, log: { _ in }).run()
            #expect(inits.allSatisfy { ProcessTable.startTicks(of: $0) == nil })
        }
    }

    @Test func `a runtime that serves without its CRI plugin is no start`() throws {
        try withCluster { runtime in
            // A file where the database's folder belongs.
            try SystemFiles.makeFolder(runtime.layout.rootPath)
            try SystemFiles.write("in the way", to: "\(runtime.layout.rootPath)/io.containerd.metadata.v1.bolt")
            let error = #expect(throws: NodeError.self) { try runtime.start() }
            #expect(error?.description.contains("CRI plugin") == true, "\(error?.description ?? "")")
            #expect(error?.description.contains(runtime.layout.logPath) == true)
        }
    }

    @Test func `a runtime that ends at its start says why`() throws {
        try withCluster { runtime in
            try SystemFiles.write("in the way", to: runtime.layout.rootPath)
            let error = #expect(throws: NodeError.self) { try runtime.start() }
            #expect(error?.description.contains("containerd ended at its start") == true, "\(error?.description ?? "")")
            #expect(error?.description.contains(runtime.layout.logPath) == true)
        }
    }
}
