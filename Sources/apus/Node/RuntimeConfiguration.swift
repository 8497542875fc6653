/// The text of the configuration files that containerd and the network plugins read.
enum RuntimeConfiguration {
    /// Where Debian's containernetworking-plugins are.
    static let networkPlugins = "/usr/lib/cni"

    /// containerd's `config.toml`, version 2 (containerd 1.6: docs/cri/config.md).
    ///
    /// - `restrict_oom_score_adj`: on machines (and in containers) where a score below one's own is refused, the pause
    ///   container would not start without it.
    /// - `netns_mounts_under_state_dir`, runc's `Root`, `opt`: or else they are in /run and /opt, shared by all.
    /// - `SystemdCgroup = false`: control groups by plain files works under every init, and without one.
    /// - The snapshotters that are left out would each log an error for what they miss; overlayfs alone is used.
    static func containerd(_ layout: NodeLayout) -> String {
        """
        version = 2
        root = "\(layout.rootPath)"
        state = "\(layout.statePath)"
        oom_score = 0
        disabled_plugins = [
          "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs",
          "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.zfs",
          "io.containerd.internal.v1.tracing", "io.containerd.tracing.processor.v1.otlp",
        ]

        [grpc]
          address = "\(layout.socketPath)"

        [plugins."io.containerd.internal.v1.opt"]
          path = "\(layout.optPath)"

        [plugins."io.containerd.grpc.v1.cri"]
          sandbox_image = "\(NodeLayout.pauseImage)"
          restrict_oom_score_adj = true
          netns_mounts_under_state_dir = true
          tolerate_missing_hugetlb_controller = true
          stream_server_address = "127.0.0.1"
          stream_server_port = "0"
          [plugins."io.containerd.grpc.v1.cri".containerd]
            snapshotter = "overlayfs"
            default_runtime_name = "runc"
            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
              runtime_type = "io.containerd.runc.v2"
              [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
                SystemdCgroup = false
                Root = "\(layout.runcPath)"
          [plugins."io.containerd.grpc.v1.cri".cni]
            bin_dir = "\(networkPlugins)"
            conf_dir = "\(layout.networkConfigFolder)"
            max_conf_num = 1

        """
    }

    /// The pods' network: a bridge that the node is on too. No masquerade: pods reach the node and each other, and no
    /// rule of ours stands in the machine's firewall.
    static func network(_ layout: NodeLayout, podSubnet: PodSubnet) -> String {
        """
        {
          "cniVersion": "0.4.0",
          "name": "\(layout.network)",
          "plugins": [
            {
              "type": "bridge",
              "bridge": "\(layout.bridge)",
              "isGateway": true,
              "ipMasq": false,
              "hairpinMode": true,
              "ipam": {
                "type": "host-local",
                "dataDir": "\(layout.addressesFolder)",
                "ranges": [[{ "subnet": "\(podSubnet)" }]],
                "routes": [{ "dst": "0.0.0.0/0" }]
              }
            }
          ]
        }

        """
    }
}
