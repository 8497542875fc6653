import HTTP2
import Objects
import Reactor

/// Asks the nodes themselves: their kubelets serve the logs of their pods.
struct NodeLogs: PodLogSource {
    let identity: TLSClientConfiguration
    let core: ServerCore

    func open(_ pod: Core.Pod, query: [(name: String, value: String)], on loop: EventLoop) async throws(APIError) -> any PodLog {
        throw APIError.noSuchPath()
    }
}
