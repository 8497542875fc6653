/// Decides when the store compacts itself and to where: every interval, to the revision of one interval ago.
///
/// So between one and two intervals of history are kept, and a page or a watch that takes less never sees `.compacted`.
struct CompactionSchedule {
    private let intervalMilliseconds: Int64
    private var marked: Revision
    private(set) var nextDeadline: Int64

    /// - Parameter intervalMilliseconds: above 0.
    init(intervalMilliseconds: Int64, revision: Revision, now: Int64) {
        self.intervalMilliseconds = intervalMilliseconds
        marked = revision
        nextDeadline = now &+ intervalMilliseconds
    }

    /// The revision to compact to, if it is time.
    mutating func due(revision: Revision, now: Int64) -> Revision? {
        guard now >= nextDeadline else { return nil }
        // After a pause (a stopped machine) the mark is older than an interval, and good all the same.
        defer {
            marked = revision
            nextDeadline = now &+ intervalMilliseconds
        }
        return marked
    }
}
