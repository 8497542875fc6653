internal import Objects

/// Whether a container that has ended is started again.
enum RestartRule: Sendable, Equatable {
    case always
    case onFailure
    case never

    init(_ text: String) {
        switch text {
        case "Never": self = .never
        case "OnFailure": self = .onFailure
        default: self = .always
        }
    }

    /// Of a container: its own rule, or the pod's. An init container that is no sidecar never runs again once it has
    /// succeeded.
    init(_ container: Core.Container, isInit: Bool, pod: Core.PodSpec) {
        let rule = RestartRule(container.restartPolicy ?? pod.restartPolicy)
        if isInit, rule == .always, !container.isSidecar { self = .onFailure } else { self = rule }
    }

    func restarts(exitCode: Int) -> Bool {
        switch self {
        case .always: true
        case .onFailure: exitCode != 0
        case .never: false
        }
    }
}

extension Core.Container {
    /// An init container that keeps running beside the main ones. (Only meaningful for init containers.)
    var isSidecar: Bool { restartPolicy == "Always" }
}

/// Tells whether a container was made from the spec as it is now: over name and image, the only part of a running
/// container that an update may change. Defaults that a newer version adds must not restart anything.
enum ContainerHash {
    /// FNV-1a, 64 bits, as hexadecimal text.
    static func of(_ container: Core.Container) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in Array(container.name.utf8) + [0] + Array(container.image.utf8) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}
