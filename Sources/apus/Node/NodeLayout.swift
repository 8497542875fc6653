/// Where one cluster's container runtime keeps its things. Everything follows from the state folder, so that clusters in
/// other folders run beside this one.
struct NodeLayout: Sendable, Equatable {
    /// The state folder: absolute, without symbolic links.
    let folder: String
    /// Eight hexadecimal digits that stand for the folder where its path is too long: in names of interfaces and groups.
    let key: String

    /// - Throws: when the path holds what would have to be quoted in the configuration files.
    init(folder: String) throws(NodeError) {
        let isPlain = folder.utf8.allSatisfy {
            $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard folder.hasPrefix("/"), folder != "/", isPlain else {
            throw NodeError(
                "the state folder \(folder) must be an absolute path without spaces, quotes and backslashes: move it (APUS_DIR=…)"
            )
        }
        self.folder = folder
        let digits = String(Self.hash(folder) & 0xffff_ffff, radix: 16)
        key = String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }

    /// FNV-1a, 64 bits: the same in every run and release, unlike Swift's own.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    // MARK: containerd

    var runtimeFolder: String { "\(folder)/containerd" }
    var configPath: String { "\(runtimeFolder)/config.toml" }
    /// Images and containers; outlives `down`.
    var rootPath: String { "\(runtimeFolder)/root" }
    /// Running tasks, their mounts and network namespaces.
    var statePath: String { "\(runtimeFolder)/state" }
    /// runc's own state.
    var runcPath: String { "\(runtimeFolder)/runc" }
    var optPath: String { "\(runtimeFolder)/opt" }
    var logPath: String { "\(runtimeFolder)/containerd.log" }
    /// In the state folder, or below `/run` when the path is too long for a unix socket's address (107 bytes with the
    /// `.ttrpc` that containerd adds for its other socket).
    var socketFolder: String {
        runtimeFolder.utf8.count <= 107 - "/containerd.sock.ttrpc".utf8.count ? runtimeFolder : "/run/apus-\(key)"
    }
    var socketPath: String { "\(socketFolder)/containerd.sock" }
    var imagesFolder: String { "\(folder)/images" }

    // MARK: Network

    var networkConfigFolder: String { "\(runtimeFolder)/cni" }
    var networkConfigPath: String { "\(networkConfigFolder)/10-apus.conflist" }
    /// Which pod has which address.
    var addressesFolder: String { "\(runtimeFolder)/addresses" }
    /// Remembers the pods' network: its text is `10.244.7.0/24`.
    var podSubnetPath: String { "\(folder)/pod-subnet" }
    /// 13 characters; the kernel takes 15.
    var bridge: String { "apus-\(key)" }
    var network: String { "apus-\(key)" }

    // MARK: The node

    /// The control group that all pods' groups are in; hand it to the kubelet.
    var cgroupParent: String { "/apus-\(key)" }
    /// The kubelet's folder: volumes. What is mounted in it is unmounted by `apus down`.
    var kubeletFolder: String { "\(folder)/kubelet" }
    /// The process that runs the cluster.
    var processPath: String { "\(folder)/apus.pid" }

    /// The names of the images that Apus packs. `STEM.tar` of the images' folder is `localhost/apus/STEM`.
    static let imagePrefix = "localhost/apus/"
    static let pauseImage = "\(imagePrefix)pause:1"
    /// containerd's namespace of everything that comes through the CRI.
    static let containerdNamespace = "k8s.io"
}
