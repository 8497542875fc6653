import HTTP2
import Objects
import Reactor

/// Where the logs of pods come from: their nodes.
protocol PodLogSource: Sendable {
    /// Asks the pod's node. The query is the client's.
    func open(_ pod: Core.Pod, query: [(name: String, value: String)], on loop: EventLoop) async throws(APIError)
        -> any PodLog
}

/// An answer of a node that is being passed on.
protocol PodLog: Sendable {
    func attach(_ stream: LoopBound<any ResponseStream>)
}
