internal import Objects

/// The log files of one container: `0.log`, `1.log`, … one for each instance, and `N.log.TIME` for the parts of one
/// that were turned over.
struct LogFolder: Sendable {
    let path: String

    init(_ paths: PodPaths, container: String) { path = "\(paths.logs)/\(container)" }
    init(path: String) { self.path = path }

    /// Instances that have a log, the newest first.
    var instances: [Int] {
        FileSystem.names(path).compactMap { name in
            name.hasSuffix(".log") ? Int(name.dropLast(4)) : nil
        }.sorted(by: >)
    }

    func file(_ instance: Int) -> String { "\(path)/\(instance).log" }

    /// Parts of an instance's log that were turned over, the oldest first.
    static func rotated(_ names: [String], instance: Int) -> [String] {
        names.filter { $0.hasPrefix("\(instance).log.") }.sorted()
    }

    /// What a log file of that size asks for: the name to move it to, and which old parts to remove.
    static func rotation(
        sizeBytes: Int, names: [String], instance: Int, now: Moment
    ) -> (moveTo: String, remove: [String])? {
        guard sizeBytes > KubeletLimits.logFileBytes else { return nil }
        let digits = now.timestamp.rfc3339.filter { $0.isNumber }
        let old = rotated(names, instance: instance)
        // The current file, the one that it becomes, and what is kept before it.
        let surplus = old.count - (KubeletLimits.logFiles - 2)
        return ("\(instance).log.\(digits)-\(now.milliseconds % 1_000)", Array(old.prefix(max(surplus, 0))))
    }

    /// Logs of instances whose containers are gone: all but the last two are removed.
    static func obsolete(_ names: [String]) -> [String] {
        let instances = Set(names.compactMap { name in name.split(separator: ".").first.flatMap { Int($0) } })
        let kept = Set(instances.sorted(by: >).prefix(KubeletLimits.deadContainersKept))
        return names.filter { name in
            guard let instance = name.split(separator: ".").first.flatMap({ Int($0) }) else { return false }
            return !kept.contains(instance)
        }
    }

    /// The end of a log, for a container that left no termination message.
    func ending(of instance: Int) -> String {
        guard let log = try? LogFile(file(instance)) else { return "" }
        let size = log.size
        log.seek(to: LogTail(lines: KubeletLimits.terminationLogLines).start(size: size) { log.bytes(in: $0) })
        var formatter = LogFormatter(LogQuery())
        var output: [UInt8] = []
        while log.offset < size, case let bytes = log.next(), !bytes.isEmpty { formatter.read(bytes, into: &output) }
        return String(decoding: output.suffix(KubeletLimits.terminationLogBytes), as: UTF8.self)
    }
}
