import Objects
import Store

/// What comes with a writing request beside its object: who writes, and how.
struct WriteOptions: Sendable {
    var caller: Caller
    /// Everything but the write itself.
    var dryRun = false
    /// Who owns what is written; empty: a client that does not say who it is.
    var fieldManager = ""
    /// An apply's: what others own is taken from them. Nil: it was not said.
    var force: Bool?
    var validation = FieldValidation.warn

    /// Who owns what is written: what the server writes by itself is owned under the name that Kubernetes' own has.
    var manager: String { fieldManager.isEmpty && caller.user == Caller.server.user ? "kube-apiserver" : fieldManager }
}

enum Propagation: String, Sendable { case orphan = "Orphan", background = "Background", foreground = "Foreground" }

/// meta/v1 `DeleteOptions`.
struct DeleteOptions: Sendable {
    var caller: Caller
    var gracePeriodSeconds: Int?
    var propagation: Propagation?
    /// It was said in the older way that dependents go too: then it is told apart whether the object is gone.
    var cascades = false
    var uid: String?
    var resourceVersion: String?
    var dryRun = false
}

enum RevisionMatch: Sendable { case unspecified, notOlderThan, exact }

/// meta/v1 `ListOptions`, as far as they select and page.
struct ListOptions: Sendable {
    var labels = LabelSelector.everything
    var fields = FieldSelector.everything
    /// 0: no limit.
    var limit = 0
    var continueToken = ""
    /// When a watch ends; 0: the server chooses.
    var timeoutSeconds = 0
    /// Nil: as new as any acknowledged write. Zero: whatever is at hand.
    var revision: Revision?
    var match = RevisionMatch.unspecified
}
