/// Something to run on a loop.
enum LoopJob: Sendable {
    case closure(@Sendable () -> Void)
    /// A slice of a Swift task or actor.
    case job(UnownedJob)

    func run(on loop: EventLoop) {
        switch self {
        case .closure(let body): body()
        case .job(let job):
            job.runSynchronously(
                isolatedTo: loop.asUnownedSerialExecutor(), taskExecutor: loop.asUnownedTaskExecutor())
        }
    }
}

extension EventLoop: SerialExecutor, TaskExecutor {
    public func enqueue(_ job: consuming ExecutorJob) {
        add(.job(UnownedJob(job)))
    }
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
    public func asUnownedTaskExecutor() -> UnownedTaskExecutor { UnownedTaskExecutor(ordinary: self) }
    public func isSameExclusiveExecutionContext(other: EventLoop) -> Bool { self === other }
    public func checkIsolated() { precondition(isCurrent, "this code belongs on event loop \(index)") }
}

/// A value that belongs to one loop, in the hands of code that may run elsewhere. Reading it off its loop is a
/// programming error and traps: going on would be a data race.
public struct LoopBound<Value>: @unchecked Sendable {
    // Unchecked: that is its purpose; `value` checks what the compiler cannot.
    public let loop: EventLoop
    private let content: Value

    public init(_ value: Value, loop: EventLoop) {
        self.loop = loop
        content = value
    }

    public var value: Value {
        precondition(loop.isCurrent, "the value belongs to event loop \(loop.index)")
        return content
    }
}
