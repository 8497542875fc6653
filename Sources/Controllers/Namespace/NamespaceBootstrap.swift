import Client
import Objects

/// The namespaces that every cluster has.
enum NamespaceBootstrap {
    static let names = ["default", "kube-system", "kube-public", "kube-node-lease"]

    /// Makes those that are missing; goes on until all are there or the task is cancelled.
    static func run(_ client: ClusterClient, time: TimeSource, report: @Sendable (String) -> Void) async {
        var missing = names
        var isReported = false
        while !missing.isEmpty, !Task.isCancelled {
            var left: [String] = []
            for name in missing {
                do throws(ClientError) { try await make(name, client) } catch {
                    left.append(name)
                    if !isReported { report("namespaces: \(name) cannot be made yet: \(error.message)") }
                    isReported = true
                }
            }
            missing = left
            if !missing.isEmpty { await time.sleep(ControllersLimits.setUpRetryMilliseconds) }
        }
    }

    private static func make(_ name: String, _ client: ClusterClient) async throws(ClientError) {
        do throws(ClientError) {
            _ = try await client.get(Core.Namespace.self, name: name)
            return
        } catch { guard error.code == .notFound else { throw error } }
        var namespace = Core.Namespace()
        namespace.metadata.name = name
        do throws(ClientError) { _ = try await client.create(namespace) } catch {
            guard error.code == .alreadyExists else { throw error }
        }
    }
}
