import CLinux
import Glibc
import Synchronization

/// A thread that waits for sockets, timers and jobs, and owns all that it is told to watch.
///
/// One iteration: wait; handle descriptors that are ready; run jobs; fire timers; call those who asked for the end of
/// the iteration, and those with much to do as long as the turn lasts. State that belongs to a loop is touched on its thread only, without locks; other threads come in
/// through `execute`. A loop is also an executor: `Task(executorPreference: loop)` runs on its thread, and an actor
/// may name it as its `unownedExecutor`.
public final class EventLoop: @unchecked Sendable {
    // Unchecked: the fields below `inbox` are confined to the loop's thread, which the compiler cannot see.
    let epoll: Int32
    private let wakeup: Int32
    private let inbox = Mutex(Inbox())
    /// The thread that may touch the confined fields; 0 before the start.
    private let owner = Atomic<UInt>(0)
    /// Connections that this loop owns: how listeners tell which loop has least to do.
    let connections = Atomic<Int>(0)
    /// Its place in the group.
    public let index: Int

    private var local: [LoopJob] = []
    private var spare: [LoopJob] = []
    private var timers = TimerHeap()
    private var timerOrder: UInt64 = 0
    private var slots: [Slot] = []
    private var freeSlots: [UInt32] = []
    private var iterationEnd: [any IterationEndHandler] = []
    private var iterationEndSpare: [any IterationEndHandler] = []
    /// Handlers with much to do, in turns: those from `lengthyFirst` on wait.
    private var lengthy: [any IterationEndHandler] = []
    private var lengthyFirst = 0
    private var turnEnd: UInt64 = 0
    private var finishing = false
    /// Monotonic nanoseconds when this iteration began.
    public private(set) var nowNanoseconds: UInt64 = clinux_monotonic_nanoseconds()
    /// How long the jobs of this iteration took; of the one before while they run. On the loop only.
    public private(set) var jobNanoseconds: UInt64 = 0
    /// Buffers that the loop's connections share, since only one of them reads or writes at a time.
    public let buffers = LoopBuffers()

    private struct Slot {
        var generation: UInt32
        var handler: (any ReadinessHandler)?
    }

    private struct Inbox {
        var jobs: [LoopJob] = []
        var isSleeping = false
        var isStopping = false
        var hasEnded = false
        var isDrainingAfterEnd = false
        var whenEnded: [@Sendable () -> Void] = []
    }

    /// Starts the thread.
    public init(index: Int = 0) throws(ReactorError) {
        self.index = index
        epoll = clinux_epoll_create()
        guard epoll >= 0 else { throw ReactorError(.outOfResources, "epoll", errno: -epoll) }
        wakeup = clinux_eventfd()
        guard wakeup >= 0 else {
            _ = close(epoll)
            throw ReactorError(.outOfResources, "eventfd", errno: -wakeup)
        }
        _ = clinux_ignore_sigpipe()
        // Edge-triggered: a wake-up then needs no read to be over.
        _ = clinux_epoll_add(epoll, wakeup, CLINUX_READABLE, UInt64.max, 1)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<EventLoop>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard status == 0 else {
            context.release()
            throw ReactorError(.outOfResources, "thread", errno: status)
        }
        pthread_detach(thread)
    }

    deinit {
        _ = close(epoll)
        _ = close(wakeup)
    }

    /// Whether the caller is on the loop's thread.
    public var isCurrent: Bool { owner.load(ordering: .relaxed) == UInt(pthread_self()) }

    // MARK: Jobs

    /// Runs `body` on the loop, after what was given before by the same thread. From any thread.
    public func execute(_ body: @escaping @Sendable () -> Void) {
        add(.closure(body))
    }

    func add(_ job: LoopJob) {
        if isCurrent, !finishing {
            local.append(job)
            return
        }
        enum Next { case nothing, wake, drain }
        let next = inbox.withLock { inbox -> Next in
            inbox.jobs.append(job)
            if inbox.hasEnded {
                if inbox.isDrainingAfterEnd { return .nothing }
                inbox.isDrainingAfterEnd = true
                return .drain
            }
            guard inbox.isSleeping else { return .nothing }
            inbox.isSleeping = false
            return .wake
        }
        switch next {
        case .nothing: break
        case .wake: clinux_eventfd_signal(wakeup)
        case .drain: drainAfterEnd()
        }
    }

    /// A task that is suspended on a loop that has ended would never be resumed; so late jobs run on the thread that
    /// brings them, one thread at a time.
    private func drainAfterEnd() {
        owner.store(UInt(pthread_self()), ordering: .relaxed)
        while true {
            let jobs = inbox.withLock { inbox -> [LoopJob] in
                defer { inbox.jobs = [] }
                if inbox.jobs.isEmpty { inbox.isDrainingAfterEnd = false }
                return inbox.jobs
            }
            if jobs.isEmpty { return }
            for job in jobs { job.run(on: self) }
        }
    }

    // MARK: Timers

    /// Calls `body` on the loop when that much time has passed. From any thread.
    @discardableResult
    public func schedule(afterMilliseconds delay: Int, _ body: @escaping @Sendable () -> Void) -> LoopTimer {
        let due = clinux_monotonic_nanoseconds() &+ UInt64(max(delay, 0)) &* 1_000_000
        guard isCurrent else {
            let timer = LoopTimer(due: due, order: 0, loop: self, action: body)
            execute { self.insert(timer) }
            return timer
        }
        timerOrder += 1
        let timer = LoopTimer(due: due, order: timerOrder, loop: self, action: body)
        timers.insert(timer)
        return timer
    }

    private func insert(_ timer: LoopTimer) {
        if timer.action != nil { timers.insert(timer) }
    }

    func cancel(_ timer: LoopTimer) {
        timer.action = nil
        timers.remove(timer)
    }

    /// The clock of `nowNanoseconds` at this moment. From any thread.
    public var clockNanoseconds: UInt64 { clinux_monotonic_nanoseconds() }

    // MARK: Descriptors

    /// Watches a descriptor, level-triggered. On the loop only; so are the next two.
    public func register(
        _ descriptor: Int32, for interest: Readiness, _ handler: any ReadinessHandler
    ) throws(ReactorError) -> Registration {
        assert(isCurrent)
        let slot: UInt32
        if let free = freeSlots.popLast() {
            slot = free
        } else {
            slot = UInt32(slots.count)
            slots.append(Slot(generation: 0, handler: nil))
        }
        let at = Int(slot)
        slots[at].generation &+= 1
        slots[at].handler = handler
        let registration = Registration(slot: slot, generation: slots[at].generation, descriptor: descriptor)
        let status = clinux_epoll_add(epoll, descriptor, interest.rawValue, registration.key, 0)
        guard status == 0 else {
            slots[at].handler = nil
            freeSlots.append(slot)
            throw ReactorError(.outOfResources, "epoll_ctl", errno: -status)
        }
        return registration
    }

    public func update(_ registration: Registration, for interest: Readiness) {
        assert(isCurrent)
        _ = clinux_epoll_modify(epoll, registration.descriptor, interest.rawValue, registration.key)
    }

    /// Stops watching; the caller then closes the descriptor. No event of it arrives any more.
    public func deregister(_ registration: Registration) {
        assert(isCurrent)
        let at = Int(registration.slot)
        guard slots.indices.contains(at), slots[at].generation == registration.generation, slots[at].handler != nil
        else { return }
        _ = clinux_epoll_remove(epoll, registration.descriptor)
        slots[at].handler = nil
        freeSlots.append(registration.slot)
    }

    /// Calls `handler` once when this iteration is over; who asks twice is called twice. On the loop only.
    public func atEndOfIteration(_ handler: any IterationEndHandler) {
        assert(isCurrent)
        iterationEnd.append(handler)
    }

    /// As `atEndOfIteration`, for what may take long: it is called after those who have little to do, and in a later
    /// iteration if others have used up this one's turn. So what arrives meanwhile never waits for all of them.
    public func whenThereIsTime(_ handler: any IterationEndHandler) {
        assert(isCurrent)
        lengthy.append(handler)
    }

    /// Whether others should have their turn. For who has much to do, at every good place to pause.
    public var isTurnOver: Bool { clinux_monotonic_nanoseconds() >= turnEnd }

    // MARK: The thread

    private func run() {
        owner.store(UInt(pthread_self()), ordering: .relaxed)
        _ = clinux_name_thread("apus-loop-\(index)")
        let ready = UnsafeMutablePointer<clinux_ready>.allocate(capacity: ReactorLimits.readyPerWait)
        defer { ready.deallocate() }
        while true {
            let mayJobsWait = inbox.withLock { inbox in
                inbox.isSleeping = inbox.jobs.isEmpty && local.isEmpty && !inbox.isStopping
                return !inbox.isSleeping
            }
            let timeout = mayJobsWait || !iterationEnd.isEmpty || !lengthy.isEmpty ? 0 : millisecondsToNextTimer()
            let count = clinux_epoll_wait(epoll, ready, Int32(ReactorLimits.readyPerWait), timeout)
            nowNanoseconds = clinux_monotonic_nanoseconds()
            if count > 0 { dispatch(UnsafeBufferPointer(start: ready, count: Int(count))) }
            let isStopping = runJobs()
            fireTimers()
            endIteration()
            if isStopping { break }
        }
        finish()
    }

    private func dispatch(_ ready: UnsafeBufferPointer<clinux_ready>) {
        for event in ready where event.key != UInt64.max {
            let at = Int(event.key & 0xffff_ffff)
            guard slots.indices.contains(at), slots[at].generation == UInt32(event.key >> 32),
                let handler = slots[at].handler
            else { continue }
            handler.becameReady(Readiness(rawValue: event.events))
        }
    }

    /// Runs what other threads have sent, then what the loop has given itself. Returns whether to stop.
    private func runJobs() -> Bool {
        var batch = spare
        let isStopping = inbox.withLock { inbox in
            inbox.isSleeping = false
            swap(&batch, &inbox.jobs)
            return inbox.isStopping
        }
        spare = []
        let began = batch.isEmpty && local.isEmpty ? 0 : clinux_monotonic_nanoseconds()
        for job in batch { job.run(on: self) }
        var budget = ReactorLimits.localJobsPerIteration
        while !local.isEmpty, budget > 0 {
            batch.removeAll(keepingCapacity: true)
            swap(&batch, &local)
            budget -= batch.count
            for job in batch { job.run(on: self) }
        }
        batch.removeAll(keepingCapacity: true)
        spare = batch
        jobNanoseconds = began == 0 ? 0 : clinux_monotonic_nanoseconds() &- began
        return isStopping
    }

    private func fireTimers() {
        guard !timers.isEmpty else { return }
        let now = clinux_monotonic_nanoseconds()
        while let timer = timers.popDue(at: now) {
            let action = timer.action
            timer.action = nil
            action?()
        }
    }

    private func endIteration() {
        guard !iterationEnd.isEmpty || !lengthy.isEmpty else { return }
        turnEnd = clinux_monotonic_nanoseconds() &+ ReactorLimits.turnNanoseconds
        swap(&iterationEnd, &iterationEndSpare)
        for handler in iterationEndSpare { handler.iterationEnded() }
        iterationEndSpare.removeAll(keepingCapacity: true)
        // Those that are added meanwhile wait for the next iteration.
        let end = lengthy.count
        while lengthyFirst < end {
            lengthyFirst += 1
            lengthy[lengthyFirst - 1].iterationEnded()
            if isTurnOver { break }
        }
        if lengthyFirst * 2 >= lengthy.count {
            lengthy.removeFirst(lengthyFirst)
            lengthyFirst = 0
        }
    }

    private func millisecondsToNextTimer() -> Int32 {
        guard let due = timers.nextDue else { return -1 }
        let now = clinux_monotonic_nanoseconds()
        guard due > now else { return 0 }
        // Rounded up: waking a moment early would only spin.
        return Int32(clamping: (due - now + 999_999) / 1_000_000)
    }

    // MARK: The end

    /// Ends the loop: jobs that wait are run, handlers are told to close, the thread ends, `completion` is called on
    /// it. From any thread, more than once if need be.
    public func shutdown(completion: @escaping @Sendable () -> Void = {}) {
        enum Next { case wake, done }
        let next = inbox.withLock { inbox -> Next in
            if inbox.hasEnded { return .done }
            inbox.isStopping = true
            inbox.isSleeping = false
            inbox.whenEnded.append(completion)
            return .wake
        }
        switch next {
        case .wake: clinux_eventfd_signal(wakeup)
        case .done: completion()
        }
    }

    private func finish() {
        for at in slots.indices { slots[at].handler?.loopEnds() }
        while !local.isEmpty || !iterationEnd.isEmpty || !lengthy.isEmpty {
            let batch = local
            local = []
            for job in batch { job.run(on: self) }
            endIteration()
        }
        finishing = true
        timers = TimerHeap()
        let completions = inbox.withLock { inbox in
            inbox.hasEnded = true
            inbox.isDrainingAfterEnd = true
            defer { inbox.whenEnded = [] }
            return inbox.whenEnded
        }
        drainAfterEnd()
        for completion in completions { completion() }
    }
}
