/// What one SQLite transaction has done so far. It becomes true when the commit has returned, else it is dropped whole.
struct Group {
    /// The newest revision, of this group or of before.
    var revision: Revision
    var events: [RevisionEvents] = []
    var granted: [(lease: LeaseID, seconds: Int64)] = []
    var revoked: Set<LeaseID> = []

    init(revision: Revision) { self.revision = revision }
}
