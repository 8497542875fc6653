internal import Glibc

/// Turns over the logs of running containers that have grown too large.
struct LogRotation: Sendable {
    let dataDirectory: String
    let registry: PodRegistry
    let runtime: any RuntimeService
    let clock: NodeClock

    /// Until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await clock.sleep(KubeletLimits.logRotationMilliseconds)
            for entry in registry.entries {
                for container in entry.observed.containers where container.state == .running {
                    await rotate(container, PodPaths(root: dataDirectory, pod: entry.identity))
                }
            }
        }
    }

    func rotate(_ container: ObservedContainer, _ paths: PodPaths) async {
        let folder = LogFolder(paths, container: container.name)
        let current = folder.file(container.attempt)
        guard let size = FileSystem.size(current),
            let rotation = LogFolder.rotation(
                sizeBytes: size, names: FileSystem.names(folder.path), instance: container.attempt, now: clock.now)
        else { return }
        for name in rotation.remove { _ = unlink("\(folder.path)/\(name)") }
        let moved = "\(folder.path)/\(rotation.moveTo)"
        guard rename(current, moved) == 0 else { return }
        do throws(RuntimeError) {
            try await runtime.reopenLog(container.id)
        } catch {
            // It goes on writing to the file that was moved: back with it, and again at the next turn.
            _ = rename(moved, current)
        }
    }
}
