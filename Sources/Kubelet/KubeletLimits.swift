/// Every bound of the node's agent, each with its reason.
public enum KubeletLimits {
    /// Restart back-off: the first wait, the longest one, and the run time after which a crash counts as the first
    /// again. Kubernetes' own figures, which operators know.
    static let restartFirstMilliseconds = 10_000
    static let restartLongestMilliseconds = 300_000
    static let restartForgetMilliseconds = 600_000
    /// The same waits between attempts to pull an image: a registry is not to be hammered.
    static let pullFirstMilliseconds = 10_000
    static let pullLongestMilliseconds = 300_000
    /// Dead instances kept of each container: the newest says `lastState`, and `logs --previous` reads it.
    static let deadContainersKept = 2
    /// How often the runtime is asked what it runs. A second is what a human notices; an idle list costs 1 ms.
    static let relistMilliseconds = 1_000
    /// The runtime is called unhealthy when no list has succeeded for so long.
    static let runtimeStaleMilliseconds = 30_000

    /// Heartbeats: node lifecycle gives up on a node after 40 s without one.
    public static let leaseRenewMilliseconds = 10_000
    /// How often the node's state is looked at, and how often it is written even when nothing has changed.
    static let nodeStatusMilliseconds = 10_000
    static let nodeStatusReportMilliseconds = 300_000
    /// What one node runs at the most, as Kubernetes recommends and its scheduler assumes.
    static let podsPerNode = 110
    /// Below these the node says it is under pressure.
    static let memoryPressureBytes = 100 << 20
    static let diskPressurePercent = 10
    static let processPressurePercent = 5

    /// Pods worked on at once: more than a node runs, since one that stops a container waits for its whole grace, and
    /// nobody else's start may wait for that. A worker that waits is a task, not a thread.
    static let podWorkers = 128
    /// While a container is stopped: how often it is looked whether its grace was cut short meanwhile.
    static let gracePollMilliseconds = 500
    /// Rounds of look, plan and act that one turn of a pod's worker may take, so that one pod cannot starve others.
    static let roundsPerTurn = 8
    /// When the runtime or a volume failed: how long until the pod is tried again.
    static let actionRetryMilliseconds = 2_000
    /// When a ConfigMap or Secret is missing: it is often made a moment after the pod, by the same hand.
    static let sourceRetryMilliseconds = 3_000
    /// How often files of ConfigMaps and Secrets in running pods are brought up to date.
    static let volumeRefreshMilliseconds = 60_000
    /// A running pod without news is looked at this often, should anything have been missed.
    static let resyncMilliseconds = 60_000

    /// A container's termination message, in bytes, and its tail of the log when it left none.
    static let terminationMessageBytes = 4_096
    static let terminationLogBytes = 2_048
    static let terminationLogLines = 80
    /// A log file is turned over at this size; so many are kept of one container, the current one counted.
    static let logFileBytes = 10 << 20
    static let logFiles = 5
    static let logRotationMilliseconds = 10_000
    /// Read at a time from a log, for a stream. A longer line is passed on in parts.
    static let logChunkBytes = 64 << 10
    /// How often a followed log is looked at for more.
    static let logPollMilliseconds = 250
    /// Log streams of one node at once: each holds a descriptor.
    static let logStreams = 256

    /// What a probe reads of an answer's head; it wants the status line only.
    static let probeHeadBytes = 16 << 10
    /// Output of a probe that an event quotes.
    static let probeMessageBytes = 512
    /// One small object of volumes (a ConfigMap's or Secret's files), in bytes: the API server accepts no larger.
    static let volumeBytes = 3 << 20
    /// An answer of the runtime: a node's whole list of containers is about 100 KB.
    static let runtimeAnswerBytes = 16 << 20
    /// Time for a call that the runtime answers from memory, and for those that start or unpack something.
    static let runtimeCallMilliseconds = 30_000
    static let runtimeStartMilliseconds = 120_000
    static let imagePullMilliseconds = 900_000
}
