import Glibc
import Objects
import Testing

@testable import Kubelet

@Suite("Volumes hold what the pod asks for, whole, and nothing outside of them")
struct VolumeTests {
    private func volume(_ change: (inout Core.VolumeSource) -> Void) -> Core.Pod {
        var pod = Fixture.pod()
        var volume = Core.Volume()
        volume.name = "v"
        change(&volume.volumeSource)
        pod.spec.volumes = [volume]
        return pod
    }

    private var sources: PodSources {
        var sources = PodSources()
        var map = Core.ConfigMap()
        map.data = ["a": "1", "b": "2"]
        map.binaryData = ["c": [0, 255]]
        sources.configMaps["m"] = map
        var secret = Core.Secret()
        secret.data = ["s": Array("hidden".utf8)]
        sources.secrets["s"] = secret
        return sources
    }

    private func files(_ pod: Core.Pod) throws -> [String] {
        let plan = try VolumePlan.make(pod, sources: sources)
        guard case .files(let files)? = plan.volumes.first?.content else { return [] }
        return files.map { "\($0.path) \(String($0.mode, radix: 8)) \($0.bytes.count)" }
    }

    @Test("all keys of a ConfigMap, or those that are listed")
    func configMap() throws {
        var map = Core.ConfigMapVolumeSource()
        map.localObjectReference.name = "m"
        map.defaultMode = 0o600
        #expect(try files(volume { $0.configMap = map }) == ["a 600 1", "b 600 1", "c 600 2"])
        var item = Core.KeyToPath()
        item.key = "a"
        item.path = "sub/file"
        item.mode = 0o444
        map.items = [item]
        #expect(try files(volume { $0.configMap = map }) == ["sub/file 444 1"])
        map.items[0].key = "none"
        #expect(throws: PodConfigError("configmap m references non-existent config key: none")) {
            try files(volume { $0.configMap = map })
        }
        map.optional = true
        #expect(try files(volume { $0.configMap = map }) == [])
    }

    @Test(
        "a path that leads out of the volume is refused",
        arguments: [
            "../x", "a/../../x", "/etc/passwd", "", "a//b", "..data", "..hidden", "a/./b",
        ])
    func escapes(path: String) {
        var map = Core.ConfigMapVolumeSource()
        map.localObjectReference.name = "m"
        var item = Core.KeyToPath()
        item.key = "a"
        item.path = path
        map.items = [item]
        #expect(throws: PodConfigError.self) { try files(volume { $0.configMap = map }) }
    }

    @Test("a projected volume is made of several; tokens that nobody issues are left out, and said")
    func projected() throws {
        var map = Core.VolumeProjection()
        map.configMap = Core.ConfigMapProjection()
        map.configMap?.localObjectReference.name = "m"
        var downward = Core.VolumeProjection()
        var file = Core.DownwardAPIVolumeFile()
        file.path = "labels"
        file.fieldRef = Core.ObjectFieldSelector()
        file.fieldRef?.fieldPath = "metadata.labels"
        downward.downwardAPI = Core.DownwardAPIProjection()
        downward.downwardAPI?.items = [file]
        var token = Core.VolumeProjection()
        token.serviceAccountToken = Core.ServiceAccountTokenProjection()
        token.serviceAccountToken?.path = "token"
        var pod = volume { source in
            source.projected = Core.ProjectedVolumeSource()
            source.projected?.sources = [map, downward, token]
        }
        pod.metadata.labels = ["a": "x\"y", "b": "z"]
        pod.spec.serviceAccountName = "web"
        #expect(throws: PodConfigError("failed to fetch a token of service account \"web\"")) { try files(pod) }
        let now = Moment(milliseconds: 1000)
        var sources = sources
        for wish in pod.spec.tokenWishes {
            sources.tokens[wish] = PodToken("secret", now: now, expires: now + 3_600_000)
        }
        let plan = try VolumePlan.make(pod, sources: sources)
        guard case .files(let files)? = plan.volumes.first?.content else {
            Issue.record("no files")
            return
        }
        #expect(files.map(\.path) == ["a", "b", "c", "labels", "token"])
        #expect(files.last?.bytes == Array("secret".utf8))
    }

    @Test("a token is renewed when four fifths of its life are over")
    func renewal() {
        let now = Moment(milliseconds: 1000)
        #expect(PodToken("t", now: now, expires: now + 3_600_000).renewAt == now + 2_880_000)
        #expect(PodToken("t", now: now, expires: now + -5).renewAt == now)
    }

    @Test("certificates that are missing from the volume that every pod gets hold up no pod")
    func injected() throws {
        var token = Core.VolumeProjection()
        token.serviceAccountToken = Core.ServiceAccountTokenProjection()
        token.serviceAccountToken?.path = "token"
        var authority = Core.VolumeProjection()
        authority.configMap = Core.ConfigMapProjection()
        authority.configMap?.localObjectReference.name = "kube-root-ca.crt"
        var pod = volume { source in
            source.projected = Core.ProjectedVolumeSource()
            source.projected?.sources = [token, authority]
        }
        let now = Moment(milliseconds: 1000)
        var sources = sources
        for wish in pod.spec.tokenWishes { sources.tokens[wish] = PodToken("t", now: now, expires: now + 1000) }
        #expect(throws: PodConfigError("configmap \"kube-root-ca.crt\" not found")) {
            try VolumePlan.make(pod, sources: sources)
        }
        pod.spec.volumes[0].name = "kube-api-access-x7k2p"
        let file = VolumePlan.File(path: "token", mode: 0o644, bytes: [UInt8(ascii: "t")])
        #expect(try VolumePlan.make(pod, sources: sources).volumes.map(\.content) == [.files([file])])
    }

    @Test("files are replaced as one set: every reader sees the old or the new")
    func atomic() throws {
        let folder = try Fixture.folder()
        defer { try? FileSystem.removeTree(folder) }
        let writer = VolumeWriter(paths: PodPaths(root: folder, pod: Fixture.identity), group: nil)
        func file(_ path: String, _ text: String) -> VolumePlan.File {
            VolumePlan.File(path: path, mode: 0o640, bytes: Array(text.utf8))
        }
        let volume = folder + "/v"
        try writer.writeFiles([file("a", "1"), file("d/b", "2")], in: volume)
        let first = FileSystem.link(volume + "/..data")
        #expect(Command.read(volume + "/a") == "1" && Command.read(volume + "/d/b") == "2")
        try writer.writeFiles([file("a", "1"), file("d/b", "2")], in: volume)
        #expect(FileSystem.link(volume + "/..data") == first)
        // An open folder of the old set stays readable through its own descriptor until it is closed.
        try writer.writeFiles([file("a", "3"), file("e", "4")], in: volume)
        #expect(FileSystem.link(volume + "/..data") != first)
        #expect(Command.read(volume + "/a") == "3" && Command.read(volume + "/e") == "4")
        #expect(FileSystem.names(volume).filter { !$0.hasPrefix("..") }.sorted() == ["a", "e"])
        #expect(FileSystem.names(volume).count == 4)
    }

    @Test("a sub-path may not leave its volume, by dots or by links that the pod made")
    func subPath() throws {
        let folder = try Fixture.folder()
        defer { try? FileSystem.removeTree(folder) }
        let writer = VolumeWriter(paths: PodPaths(root: folder, pod: Fixture.identity), group: nil)
        var plan = VolumePlan()
        let content = VolumePlan.Content.empty(inMemory: false, sizeBytes: nil)
        plan.volumes = [("v", content)]
        try writer.prepare(plan)
        let base = writer.paths.volume("v")
        #expect(try writer.mountSource("v", content, subPath: "a/b") == base + "/a/b")
        #expect(FileSystem.isFolder(base + "/a/b"))
        symlink("/etc", base + "/out")
        for path in ["../x", "/etc", "out", "out/passwd", "a/../.."] {
            #expect(throws: FileError.self) { try writer.mountSource("v", content, subPath: path) }
        }
        try writer.remove()
        #expect(!FileSystem.exists(writer.paths.folder))
        #expect(FileSystem.exists("/etc/passwd"))
    }
}
