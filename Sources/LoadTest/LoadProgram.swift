internal import Glibc

/// The load tester from its arguments to its exit code.
public enum LoadProgram {
    /// - Returns: 0 fine, 1 a promise was broken, 2 wrong usage, 3 the server cannot be reached or refuses.
    public static func run(_ arguments: [String]) async -> Int32 {
        let options: LoadOptions
        do throws(UsageError) {
            options = try LoadOptions(parsing: arguments)
        } catch {
            Terminal.error("apus-load: \(error)\n")
            return 2
        }
        if options.isHelp {
            Terminal.out(LoadOptions.help + "\n")
            return 0
        }
        _ = signal(SIGPIPE, SIG_IGN)
        Interruption.listen()
        do throws(LoadError) {
            let report = try await load(options)
            try write(report)
            return verdict(report)
        } catch {
            Terminal.error("apus-load: \(error)\n")
            return 3
        }
    }

    private static func load(_ options: LoadOptions) async throws(LoadError) -> LoadReport {
        let target = try Target(options, environment: getenv("KUBECONFIG").map { String(cString: $0) })
        if let pid = options.pid, ProcessFigures.read(String(pid)) == nil {
            throw LoadError(description: "there is no process \(pid) to measure")
        }
        let session = try LoadSession(options, target)
        let progress = Task { await session.progress.run() }
        var report = LoadReport(options: options, server: target.name, began: Int64(time(nil)))
        let failure: LoadError?
        do throws(LoadError) {
            try await scenario(session, &report)
            failure = nil
        } catch { failure = error }
        progress.cancel()
        await session.conclude(&report)
        await session.finish()
        if let failure { throw failure }
        return report
    }

    private static func scenario(_ session: LoadSession, _ report: inout LoadReport) async throws(LoadError) {
        switch session.options.scenario {
        case .fanout, .mixed: try await Fanout(session).run(&report)
        case .storm: try await Storm(session).run(&report)
        case .slow: try await SlowReaders(session).run(&report)
        case .churn: try await Churn(session).run(&report)
        case .interest: try await ManyInterests(session).run(&report)
        case .soak: try await Soak(session).run(&report)
        }
    }

    private static func write(_ report: LoadReport) throws(LoadError) {
        if let path = report.options.jsonPath {
            if path == "-" { Terminal.out(report.json) } else { try OutputFile.write(report.json, to: path) }
        }
        if let path = report.options.reportPath { try OutputFile.write(report.page, to: path) }
        if !report.options.isQuiet, report.options.jsonPath != "-" { Terminal.out(report.table) }
    }

    private static func verdict(_ report: LoadReport) -> Int32 {
        guard !report.isFine else {
            let calls = report.phases.reduce(0) { $0 + $1.calls }
            if calls == 0, !report.errors.isEmpty {
                Terminal.error("apus-load: no call succeeded: \(report.errors.keys.sorted().joined(separator: ", "))\n")
                return 3
            }
            return 0
        }
        Terminal.error("apus-load: \(report.violationCount) broken promises\n")
        for violation in report.violations { Terminal.error("  \(violation)\n") }
        return 1
    }
}

/// Writes a file whole.
enum OutputFile {
    static func write(_ text: String, to path: String) throws(LoadError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw LoadError(description: "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        defer { _ = close(descriptor) }
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            let count = bytes[at...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                throw LoadError(description: "cannot write \(path): \(String(cString: strerror(errno)))")
            }
            at += count
        }
    }
}
