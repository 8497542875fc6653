import Client
import Reconcile

extension Outcome {
    /// What a failed call means for the key: a change in between is no failure, its event brings the key back.
    init(_ error: ClientError) {
        switch error.code {
        case .conflict, .notFound, .alreadyExists:
            self = .retry(afterMilliseconds: ControllersLimits.conflictMilliseconds)
        default: self = .failed(error.message)
        }
    }
}
