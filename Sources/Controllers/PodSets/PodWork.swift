import Client
import Objects

/// Calls for many pods at once.
enum PodWork {
    struct Failure: Sendable {
        var reason: String
        var message: String
        var condition: (reason: String, message: String) { (reason, message) }
    }

    /// One call for each, side by side. Results in the pods' order.
    static func each(
        _ pods: [Core.Pod], _ call: @escaping @Sendable (Core.Pod) async throws(ClientError) -> Core.Pod
    ) async -> [Result<Core.Pod, ClientError>] {
        await withTaskGroup(of: (Int, Result<Core.Pod, ClientError>).self) { group in
            for (index, pod) in pods.enumerated() {
                group.addTask {
                    do throws(ClientError) { return (index, .success(try await call(pod))) } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var results: [(Int, Result<Core.Pod, ClientError>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// The server makes nothing in a namespace that is being deleted, and says so by a cause.
    static func isNamespaceEnding(_ error: ClientError) -> Bool {
        error.status?.details?.causes.contains { $0.reason == "NamespaceTerminating" } ?? false
    }
}
